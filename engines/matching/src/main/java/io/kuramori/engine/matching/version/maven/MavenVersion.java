package io.kuramori.engine.matching.version.maven;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A Maven version as the nested list Maven compares: dots stay on a level, hyphens and changes between letters and
/// digits open a deeper one.
public record MavenVersion(Level root) implements Comparable<MavenVersion> {

    private static final Map<String, Integer> RANKS =
            Map.of("alpha", 0, "beta", 1, "milestone", 2, "rc", 3, "snapshot", 4, "", 5, "sp", 6);
    private static final int UNKNOWN = 7;
    private static final Level NOTHING = new Level(List.of());

    /// One part of a version.
    public sealed interface Item {}

    record Digits(BigInteger value) implements Item {}

    /// @param word aliases resolved; empty for a release
    record Word(String word) implements Item {}

    public record Level(List<Item> items) implements Item {
        public Level {
            items = List.copyOf(items);
        }
    }

    @Override
    public int compareTo(MavenVersion other) {
        return compareLevels(root, other.root);
    }

    /// @param right null for a part the other side lacks
    private static int compare(Item left, @Nullable Item right) {
        return switch (left) {
            case Digits(BigInteger value) -> {
                if (right instanceof Digits(BigInteger other)) {
                    yield value.compareTo(other);
                }
                yield right == null ? value.signum() : 1;
            }
            case Word(String word) -> {
                if (right instanceof Word(String other)) {
                    yield compareWords(word, other);
                }
                yield right == null ? compareWords(word, "") : -1;
            }
            case Level level ->
                switch (right) {
                    case null -> compareLevels(level, NOTHING);
                    case Level other -> compareLevels(level, other);
                    case Digits ignored -> -1;
                    case Word ignored -> 1;
                };
        };
    }

    private static int compareLevels(Level left, Level right) {
        int shared = Math.min(left.items.size(), right.items.size());
        for (int i = 0; i < Math.max(left.items.size(), right.items.size()); i++) {
            int order;
            if (i < shared) {
                order = compare(left.items.get(i), right.items.get(i));
            } else if (i < left.items.size()) {
                order = compare(left.items.get(i), null);
            } else {
                order = -compare(right.items.get(i), null);
            }
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /// The known words by rank, others after them by spelling.
    private static int compareWords(String left, String right) {
        int leftRank = RANKS.getOrDefault(left, UNKNOWN);
        int rightRank = RANKS.getOrDefault(right, UNKNOWN);
        return leftRank == UNKNOWN && rightRank == UNKNOWN
                ? left.compareTo(right)
                : Integer.compare(leftRank, rightRank);
    }
}
