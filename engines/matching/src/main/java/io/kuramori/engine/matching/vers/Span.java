package io.kuramori.engine.matching.vers;

import org.jspecify.annotations.Nullable;

/// A stretch of versions.
///
/// @param low null when it has no beginning
/// @param high null when it has no end
record Span<K extends Comparable<K>>(
        @Nullable Edge<K> low, @Nullable Edge<K> high) {

    /// @param text the version as given
    record Edge<K extends Comparable<K>>(K key, String text, boolean included) {}

    static <K extends Comparable<K>> Span<K> everything() {
        return new Span<>(null, null);
    }

    boolean holds(K version) {
        return !beginsAfter(version) && !endsBefore(version);
    }

    private boolean beginsAfter(K version) {
        if (low == null) {
            return false;
        }
        int order = version.compareTo(low.key);
        return order < 0 || (order == 0 && !low.included);
    }

    private boolean endsBefore(K version) {
        if (high == null) {
            return false;
        }
        int order = version.compareTo(high.key);
        return order > 0 || (order == 0 && !high.included);
    }

    boolean isEmpty() {
        if (low == null || high == null) {
            return false;
        }
        int order = low.key.compareTo(high.key);
        return order > 0 || (order == 0 && !(low.included && high.included));
    }

    Span<K> intersect(Span<K> other) {
        return new Span<>(
                compareLows(low, other.low) >= 0 ? low : other.low,
                compareHighs(high, other.high) <= 0 ? high : other.high);
    }

    /// Whether nothing lies between this span and one that begins no earlier.
    boolean reaches(Span<K> later) {
        if (high == null || later.low == null) {
            return true;
        }
        int order = high.key.compareTo(later.low.key);
        return order > 0 || (order == 0 && (high.included || later.low.included));
    }

    boolean same(Span<K> other) {
        return compareLows(low, other.low) == 0 && compareHighs(high, other.high) == 0;
    }

    /// No beginning first; at one version the included before the excluded.
    static <K extends Comparable<K>> int compareLows(@Nullable Edge<K> left, @Nullable Edge<K> right) {
        if (left == null || right == null) {
            return Boolean.compare(left != null, right != null);
        }
        int order = left.key.compareTo(right.key);
        return order != 0 ? order : Boolean.compare(right.included, left.included);
    }

    /// No end last; at one version the excluded before the included.
    static <K extends Comparable<K>> int compareHighs(@Nullable Edge<K> left, @Nullable Edge<K> right) {
        if (left == null || right == null) {
            return Boolean.compare(left == null, right == null);
        }
        int order = left.key.compareTo(right.key);
        return order != 0 ? order : Boolean.compare(left.included, right.included);
    }
}
