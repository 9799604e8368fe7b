package io.kuramori.engine.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuramori.engine.matching.NaiveEvaluator.Thing;
import io.kuramori.engine.matching.NaiveEvaluator.Word;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Over a million random pairs of component and advisory, in both directions and in environments, against an evaluator
/// that follows the words of the specifications. Rounds are independent of each other and run beside each other.
final class DifferentialTest {

    private static final long SEED = 20261124;
    private static final int ROUNDS = 21;
    private static final int ADVISORIES = 500;
    private static final int COMPONENTS = 100;

    /// So many of the advisories are also asked about components installed together.
    private static final int TOGETHER = 100;

    /// What one round compares.
    ///
    /// @param things the components, each at its place, as the naive evaluator takes them
    private record Round(long seed, List<Advisory> advisories, List<Component> components, List<Thing> things) {

        static Round of(long seed) {
            Samples samples = new Samples(seed);
            List<Advisory> advisories = new ArrayList<>();
            for (int i = 0; i < ADVISORIES; i++) {
                advisories.add(samples.advisory("T-" + i));
            }
            List<Thing> things = new ArrayList<>();
            List<Component> components = new ArrayList<>();
            for (int i = 0; i < COMPONENTS; i++) {
                Thing thing = samples.thing();
                things.add(thing);
                components.add(Samples.component(thing, "c" + i));
            }
            return new Round(seed, advisories, components, things);
        }
    }

    @Test
    void agreesWithTheNaiveEvaluatorBothWays() {
        long pairs = IntStream.range(0, ROUNDS)
                .parallel()
                .mapToObj(number -> Round.of(SEED + number))
                .mapToLong(round -> {
                    environments(round);
                    return compare(round);
                })
                .sum();
        assertThat(pairs).isGreaterThanOrEqualTo(1_000_000);
    }

    private static long compare(Round round) {
        Matcher matcher = new Matcher(AdvisoryIndex.of(round.advisories));
        @Nullable Answer[][] forward = new @Nullable Answer[COMPONENTS][];
        for (int i = 0; i < COMPONENTS; i++) {
            Component component = round.components.get(i);
            forward[i] = byAdvisory(matcher.match(component));
            sifted(Objects.requireNonNull(forward[i]), matcher.find(component));
        }
        ComponentIndex index = ComponentIndex.of(round.components);
        List<Set<Long>> reaches = round.components.stream().map(Reach::of).toList();
        long pairs = 0;
        for (int i = 0; i < ADVISORIES; i++) {
            Advisory advisory = round.advisories.get(i);
            Set<Long> reach = Reach.of(advisory);
            @Nullable Answer[] backward = byComponent(Matcher.match(advisory, index));
            assertThat(Matcher.find(advisory, index))
                    .extracting(hit -> hit.finding().answer())
                    .containsExactlyElementsOf(open(backward));
            for (int j = 0; j < COMPONENTS; j++) {
                Answer there = Objects.requireNonNull(forward[j])[i];
                if (!Objects.equals(backward[j], there)) {
                    assertThat(backward[j]).isEqualTo(there);
                }
                // What meets no name is never asked.
                assertThat(there != null && Collections.disjoint(reach, reaches.get(j)))
                        .isFalse();
                List<Thing> alone = List.of(round.things.get(j));
                same(NaiveEvaluator.answer(advisory, alone.getFirst(), alone), there, advisory, alone, round.seed);
                pairs++;
            }
        }
        return pairs;
    }

    /// Threes of components installed together, from all over the list.
    private static void environments(Round round) {
        List<Advisory> advisories = round.advisories.subList(0, TOGETHER);
        Matcher matcher = new Matcher(AdvisoryIndex.of(advisories));
        for (int i = 0; i + 3 <= COMPONENTS; i += 9) {
            List<Thing> environment = round.things.subList(i, i + 3);
            Environment together = Environment.of(round.components.subList(i, i + 3));
            List<Matches> matches = matcher.match(together);
            List<Found> found = matcher.find(together);
            for (int j = 0; j < 3; j++) {
                @Nullable Answer[] answers = byAdvisory(matches.get(j));
                sifted(answers, found.get(j));
                for (int k = 0; k < TOGETHER; k++) {
                    Advisory advisory = advisories.get(k);
                    Word word = NaiveEvaluator.answer(advisory, environment.get(j), environment);
                    same(word, answers[k], advisory, environment, round.seed);
                }
            }
        }
    }

    /// What the sieve lets pass is what the advisories themselves answer, but for "not affected".
    private static void sifted(@Nullable Answer[] answers, Found found) {
        if (found instanceof Found.Evaluated(Component c, List<Finding> findings)) {
            assertThat(findings).extracting(Finding::answer).containsExactlyElementsOf(open(answers));
        } else {
            assertThat(answers).containsOnlyNulls();
        }
    }

    private static List<Answer> open(@Nullable Answer[] answers) {
        List<Answer> open = new ArrayList<>();
        for (Answer answer : answers) {
            if (answer != null && !(answer instanceof Answer.NotAffected)) {
                open.add(answer);
            }
        }
        return open;
    }

    /// The answers at the places of their advisories.
    private static @Nullable Answer[] byAdvisory(Matches matches) {
        @Nullable Answer[] answers = new @Nullable Answer[ADVISORIES];
        if (matches instanceof Matches.Evaluated(Component c, List<Answer> found)) {
            found.forEach(answer -> answers[place(answer.match().advisoryId(), "T-")] = answer);
        }
        return answers;
    }

    /// The answers at the places of their components.
    private static @Nullable Answer[] byComponent(List<Answer> found) {
        @Nullable Answer[] answers = new @Nullable Answer[COMPONENTS];
        found.forEach(answer -> answers[place(answer.match().component().name(), "c")] = answer);
        return answers;
    }

    private static int place(String name, String before) {
        return Integer.parseInt(name, before.length(), name.length(), 10);
    }

    private static void same(
            @Nullable Word word, @Nullable Answer answer, Advisory advisory, List<Thing> environment, long seed) {
        boolean same = word == null
                ? answer == null
                : answer != null
                        && switch (answer) {
                            case Answer.Affected ignored -> Boolean.TRUE.equals(word.affected());
                            case Answer.NotAffected ignored -> Boolean.FALSE.equals(word.affected());
                            case Answer.Indeterminate ignored -> word.affected() == null;
                        };
        if (!same) {
            assertThat(String.valueOf(answer))
                    .as("seed %d: %s over %s", seed, advisory, environment)
                    .isEqualTo(String.valueOf(word));
        }
    }
}
