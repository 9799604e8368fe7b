package io.kuramori.engine.matching.vers;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuramori.engine.matching.version.Cursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Random ranges over the small numbers, whose order needs no parser: containment against an evaluator that follows the
/// words of the VERS specification, and the notations of npm and Maven against their own plain meaning.
final class SpansPropertyTest {

    private static final long SEED = 20261124;
    private static final int ROUNDS = 5_000;
    private static final int HIGHEST = 9;
    private static final Comparator[] COMPARATORS = {
        Comparator.LESS,
        Comparator.AT_MOST,
        Comparator.EQUAL,
        Comparator.NOT_EQUAL,
        Comparator.AT_LEAST,
        Comparator.GREATER
    };

    private record Simple(Comparator comparator, int version) {

        boolean holds(int other) {
            return switch (comparator) {
                case LESS -> other < version;
                case AT_MOST -> other <= version;
                case EQUAL -> other == version;
                case NOT_EQUAL -> other != version;
                case AT_LEAST -> other >= version;
                case GREATER -> other > version;
                case ANY -> true;
            };
        }

        String text() {
            return comparator.sign() + version;
        }
    }

    @Test
    void containmentAgreesWithTheSpecification() {
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            List<Simple> constraints = new ArrayList<>();
            for (int version = 1; version < HIGHEST; version++) {
                if (random.nextInt(2) == 0) {
                    constraints.add(new Simple(COMPARATORS[random.nextInt(COMPARATORS.length)], version));
                }
            }
            if (constraints.isEmpty()) {
                continue;
            }
            String text = "vers:intdot/"
                    + String.join("|", constraints.stream().map(Simple::text).toList());
            VersRange range = ((VersRange.Read) VersRange.parse(text)).range();
            for (int version = 0; version <= HIGHEST; version++) {
                assertThat(range.holds(String.valueOf(version)) == VersRange.Holds.YES)
                        .as("seed %d round %d: %d in %s", SEED, round, version, text)
                        .isEqualTo(holds(constraints, version));
            }
        }
    }

    @Test
    void alternativesMeanWhatTheySay() {
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            List<List<Simple>> alternatives = new ArrayList<>();
            for (int i = random.nextInt(3); i >= 0; i--) {
                List<Simple> together = new ArrayList<>();
                for (int j = random.nextInt(3); j >= 0; j--) {
                    together.add(new Simple(
                            COMPARATORS[random.nextInt(COMPARATORS.length)], 1 + random.nextInt(HIGHEST - 1)));
                }
                alternatives.add(together);
            }
            String text = String.join(
                    " || ",
                    alternatives.stream()
                            .map(together -> String.join(
                                    " ", together.stream().map(Simple::text).toList()))
                            .toList());
            VersRange.Result result = VersRange.ofNative("intdot", text);
            for (int version = 0; version <= HIGHEST; version++) {
                int at = version;
                boolean expected = alternatives.stream()
                        .anyMatch(together -> together.stream().allMatch(simple -> simple.holds(at)));
                if (result instanceof VersRange.Read(VersRange range)) {
                    assertThat(range.holds(String.valueOf(version)) == VersRange.Holds.YES)
                            .as("seed %d round %d: %d in %s as %s", SEED, round, version, text, range)
                            .isEqualTo(expected);
                } else {
                    assertThat(expected)
                            .as("seed %d round %d: %d in %s", SEED, round, version, text)
                            .isFalse();
                }
            }
        }
    }

    @Test
    void anIntdotIsReadDigitByDigit() {
        assertThat(Cursor.isDigits("09")).isTrue();
        assertThat(Cursor.isDigits("0a")).isFalse();
        assertThat(Cursor.isDigits("")).isFalse();
    }

    /// vers-spec, "How to check if a version is contained": single versions first, then the simplified list in pairs.
    private static boolean holds(List<Simple> constraints, int version) {
        for (Simple constraint : constraints) {
            if (constraint.comparator == Comparator.EQUAL && constraint.version == version) {
                return true;
            }
            if (constraint.comparator == Comparator.NOT_EQUAL && constraint.version == version) {
                return false;
            }
        }
        List<Simple> bounds = new ArrayList<>();
        for (Simple constraint : constraints) {
            if (constraint.comparator == Comparator.NOT_EQUAL || constraint.comparator == Comparator.EQUAL) {
                continue;
            }
            Simple last = bounds.isEmpty() ? null : bounds.getLast();
            if (last != null && last.comparator.lower() && constraint.comparator.lower()) {
                continue;
            }
            if (last != null && last.comparator.upper() && constraint.comparator.upper()) {
                bounds.removeLast();
            }
            bounds.add(constraint);
        }
        if (bounds.isEmpty()) {
            return constraints.stream().allMatch(constraint -> constraint.comparator == Comparator.NOT_EQUAL);
        }
        if (bounds.getFirst().comparator.upper() && bounds.getFirst().holds(version)) {
            return true;
        }
        if (bounds.getLast().comparator.lower() && bounds.getLast().holds(version)) {
            return true;
        }
        for (int i = 1; i < bounds.size(); i++) {
            if (bounds.get(i - 1).comparator.lower()
                    && bounds.get(i - 1).holds(version)
                    && bounds.get(i).holds(version)) {
                return true;
            }
        }
        return false;
    }
}
