package io.kuramori.engine.matching;

import io.kuramori.engine.matching.segment.Damaged;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// An advisory that affects a component, or may. Which advisory it is and why is read when asked for.
public final class Finding {

    private final IntFunction<CompiledAdvisory> advisories;
    private final int place;
    private final Identity.Known known;
    private final boolean affected;
    /// Null while it is only known that the component is affected; worked out twice when two threads ask at once.
    private volatile @Nullable Answer answer;

    private Finding(
            IntFunction<CompiledAdvisory> advisories, int place, Identity.Known known, @Nullable Answer answer) {
        this.advisories = advisories;
        this.place = place;
        this.known = known;
        this.answer = answer;
        this.affected = answer == null || answer instanceof Answer.Affected;
    }

    /// @param certain whether it is certain that the component is affected, whatever is installed beside it
    /// @return null when the advisory does not affect it
    static @Nullable Finding of(
            IntFunction<CompiledAdvisory> advisories,
            int place,
            boolean certain,
            Identity.Known known,
            Environment environment) {
        if (certain) {
            return new Finding(advisories, place, known, null);
        }
        return advisories
                .apply(place)
                .answer(known, environment)
                .filter(answer -> !(answer instanceof Answer.NotAffected))
                .map(answer -> new Finding(advisories, place, known, answer))
                .orElse(null);
    }

    public Component component() {
        return known.component();
    }

    /// Affected, or else undecided.
    public boolean affected() {
        return affected;
    }

    /// The advisory's place in the index it was found in; the same advisory has the same place for all components.
    public int place() {
        return place;
    }

    /// The whole answer: [Answer.Affected] or [Answer.Indeterminate].
    public Answer answer() {
        Answer given = answer;
        if (given == null) {
            given = advisories
                    .apply(place)
                    .answer(known, Environment.alone(known))
                    .orElseThrow(() -> new Damaged("an advisory that speaks of the component"));
            answer = given;
        }
        return given;
    }
}
