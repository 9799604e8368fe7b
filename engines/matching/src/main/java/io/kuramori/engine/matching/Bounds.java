package io.kuramori.engine.matching;

import org.jspecify.annotations.Nullable;

/// A stretch of versions.
///
/// @param start where it begins, null for before every version
/// @param startIncluded whether the first version is part of it
/// @param end where it ends, null for never
/// @param endIncluded whether the last version is part of it
public record Bounds(
        @Nullable String start,
        boolean startIncluded,
        @Nullable String end,
        boolean endIncluded) {

    public static final Bounds ALL = new Bounds(null, true, null, false);

    public static Bounds before(String end) {
        return new Bounds(null, true, end, false);
    }

    public static Bounds upTo(String end) {
        return new Bounds(null, true, end, true);
    }

    public static Bounds from(String start) {
        return new Bounds(start, true, null, false);
    }

    public boolean everything() {
        return start == null && end == null;
    }
}
