package io.kuramori.engine.matching.version.maven;

import java.math.BigInteger;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A Maven version as the nested list Maven compares: dots stay on a level, hyphens and changes between letters and
/// digits open a deeper one.
public record MavenVersion(Item.Level root) implements Comparable<MavenVersion> {

    @Override
    public int compareTo(MavenVersion other) {
        return Item.compare(root, other.root);
    }

    /// One part of a version. `null` stands for a part the other side has and this side lacks.
    public sealed interface Item {

        record Digits(BigInteger value) implements Item {}

        record Qualifier(String word) implements Item {}

        /// A word with the digits that follow it: `rc1`, `rc-1`.
        record Combined(Qualifier word, BigInteger digits) implements Item {}

        record Level(List<Item> items) implements Item {
            public Level {
                items = List.copyOf(items);
            }
        }

        static int compare(Item left, @Nullable Item right) {
            return switch (left) {
                case Digits number -> compareNumber(number, right);
                case Qualifier word -> compareWord(word, right);
                case Combined combined -> compareCombined(combined, right);
                case Level level -> compareLevel(level, right);
            };
        }

        private static int compareNumber(Digits left, @Nullable Item right) {
            return switch (right) {
                case null -> left.value.signum();
                case Digits(BigInteger value) -> left.value.compareTo(value);
                case Qualifier ignored -> 1;
                case Combined ignored -> 1;
                case Level ignored -> 1;
            };
        }

        private static int compareWord(Qualifier left, @Nullable Item right) {
            return switch (right) {
                case null -> Words.compare(left.word, "");
                case Qualifier(String word) -> Words.compare(left.word, word);
                case Combined(Qualifier word, BigInteger ignored) -> {
                    int order = Words.compare(left.word, word.word);
                    yield order != 0 ? order : -1;
                }
                case Digits ignored -> -1;
                case Level ignored -> -1;
            };
        }

        private static int compareCombined(Combined left, @Nullable Item right) {
            return switch (right) {
                case null -> compareWord(left.word, null);
                case Qualifier(String word) -> {
                    int order = Words.compare(left.word.word, word);
                    yield order != 0 ? order : 1;
                }
                case Combined(Qualifier word, BigInteger digits) -> {
                    int order = Words.compare(left.word.word, word.word);
                    yield order != 0 ? order : left.digits.compareTo(digits);
                }
                case Digits ignored -> -1;
                case Level ignored -> -1;
            };
        }

        private static int compareLevel(Level left, @Nullable Item right) {
            return switch (right) {
                case null ->
                    left.items.stream()
                            .mapToInt(item -> compare(item, null))
                            .filter(order -> order != 0)
                            .findFirst()
                            .orElse(0);
                case Digits ignored -> -1;
                case Qualifier ignored -> 1;
                case Combined ignored -> 1;
                case Level(List<Item> items) -> compareItems(left.items, items);
            };
        }

        private static int compareItems(List<Item> left, List<Item> right) {
            Iterator<Item> lefts = left.iterator();
            Iterator<Item> rights = right.iterator();
            while (lefts.hasNext() || rights.hasNext()) {
                int order;
                if (lefts.hasNext()) {
                    order = compare(lefts.next(), rights.hasNext() ? rights.next() : null);
                } else {
                    order = -compare(rights.next(), null);
                }
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        }
    }

    /// The order of the words: the known ones by rank, others after them by spelling.
    static final class Words {

        private static final Map<String, Integer> RANKS = Map.of(
                "alpha",
                0,
                "beta",
                1,
                "milestone",
                2,
                "rc",
                3,
                "snapshot",
                4,
                "",
                5,
                "ga",
                5,
                "final",
                5,
                "release",
                5,
                "sp",
                6);
        private static final int UNKNOWN = 7;

        private Words() {}

        static int compare(String left, String right) {
            int leftRank = RANKS.getOrDefault(left, UNKNOWN);
            int rightRank = RANKS.getOrDefault(right, UNKNOWN);
            return leftRank == UNKNOWN && rightRank == UNKNOWN
                    ? left.compareTo(right)
                    : Integer.compare(leftRank, rightRank);
        }
    }
}
