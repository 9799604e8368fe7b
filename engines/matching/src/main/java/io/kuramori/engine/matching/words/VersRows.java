package io.kuramori.engine.matching.words;

import io.kuramori.engine.matching.Bounds;
import io.kuramori.engine.matching.VersionSet;
import io.kuramori.engine.matching.vers.Comparator;
import io.kuramori.engine.matching.vers.Constraint;
import io.kuramori.engine.matching.vers.VersRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A range in the VERS notation (`vers:npm/>=1.0|<2.0`) as rows of an advisory hold it.
///
/// @param scheme by which the versions compare
public record VersRows(String scheme, List<VersionSet> versions) {

    public VersRows {
        versions = List.copyOf(versions);
    }

    /// Empty when the text is no range in VERS, or one that no version can lie in.
    public static Optional<VersRows> read(String text) {
        if (!(VersRange.parse(text.strip()) instanceof VersRange.Read(VersRange range))
                || range.scheme().equals("none")) {
            return Optional.empty();
        }
        List<VersionSet> versions = range.intervals()
                .map(intervals -> intervals.stream().map(VersRows::set).toList())
                .orElseGet(() -> asWritten(range.constraints()));
        return versions.isEmpty() ? Optional.empty() : Optional.of(new VersRows(range.scheme(), versions));
    }

    private static VersionSet set(VersRange.Interval interval) {
        String low = interval.low();
        if (low == null && interval.high() == null) {
            return new VersionSet.Every();
        }
        return low != null && interval.lowIncluded() && interval.highIncluded() && low.equals(interval.high())
                ? new VersionSet.Exactly(low)
                : new VersionSet.Between(new Bounds(
                        low, low == null || interval.lowIncluded(), interval.high(), interval.highIncluded()));
    }

    /// Of a scheme whose order is not known: each lower bound with the upper one after it, as VERS asks constraints
    /// to be sorted. Nothing when they do not pair.
    private static List<VersionSet> asWritten(List<Constraint> constraints) {
        List<VersionSet> sets = new ArrayList<>();
        Constraint open = null;
        for (Constraint constraint : constraints) {
            switch (constraint.comparator()) {
                case ANY -> sets.add(new VersionSet.Every());
                case EQUAL -> sets.add(new VersionSet.Exactly(constraint.version()));
                case NOT_EQUAL -> {
                    return List.of();
                }
                case AT_LEAST, GREATER -> {
                    if (open != null) {
                        return List.of();
                    }
                    open = constraint;
                }
                case LESS, AT_MOST -> {
                    if (open == null && !sets.isEmpty()) {
                        return List.of();
                    }
                    sets.add(between(open, constraint));
                    open = null;
                }
            }
        }
        if (open != null) {
            sets.add(between(open, null));
        }
        return sets;
    }

    private static VersionSet between(@Nullable Constraint start, @Nullable Constraint end) {
        return new VersionSet.Between(new Bounds(
                start == null ? null : start.version(),
                start == null || start.comparator() == Comparator.AT_LEAST,
                end == null ? null : end.version(),
                end != null && end.comparator() == Comparator.AT_MOST));
    }
}
