package io.kuramori.engine.matching.severity;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How grave an advisory is. Not scored is a state of its own, never a low score.
public sealed interface Severity {

    /// @param vector the vector as given
    /// @param system such as `CVSS:3.1`
    /// @param score as [Cvss#score()]
    record Scored(String vector, String system, double score, Level level) implements Severity {}

    /// The source gives a word and no vector that can be computed.
    record Labelled(String label, Level level) implements Severity {}

    /// @param vectors the vectors given that cannot be computed here, often none
    record Unscored(List<String> vectors) implements Severity {
        public Unscored {
            vectors = List.copyOf(vectors);
        }
    }

    /// The level, empty when unscored.
    default Optional<Level> grade() {
        return switch (this) {
            case Scored scored -> Optional.of(scored.level);
            case Labelled labelled -> Optional.of(labelled.level);
            case Unscored ignored -> Optional.empty();
        };
    }

    /// The score of the newest CVSS version whose vector is valid (the highest, if several vectors have that version),
    /// else the label, else unscored.
    static Severity of(List<String> vectors, @Nullable String label) {
        Scored best = null;
        for (String vector : vectors) {
            Scored scored = Cvss.of(vector)
                    .map(cvss -> new Scored(vector, cvss.system(), cvss.score(), Level.of(cvss.score())))
                    .orElse(null);
            if (scored != null && (best == null || newer(scored, best))) {
                best = scored;
            }
        }
        if (best != null) {
            return best;
        }
        Optional<Level> level = label == null ? Optional.empty() : Level.ofLabel(label);
        return level.isPresent() && label != null ? new Labelled(label, level.get()) : new Unscored(vectors);
    }

    private static boolean newer(Scored left, Scored right) {
        int order = left.system.compareTo(right.system);
        return order > 0 || (order == 0 && left.score > right.score);
    }
}
