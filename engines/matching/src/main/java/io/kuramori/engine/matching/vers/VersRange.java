package io.kuramori.engine.matching.vers;

import io.kuramori.engine.matching.version.Parse;
import io.kuramori.engine.matching.version.VersionOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A version range in the VERS notation (vers-spec), such as `vers:npm/>=1.0.0|<2.0.0`.
///
/// @param scheme the versioning scheme, lower case
/// @param constraints sorted by version where the scheme's order is known and reads them all
public record VersRange(String scheme, List<Constraint> constraints) {

    /// Longer texts are refused before any work is done on them.
    public static final int MAX_LENGTH = 8192;
    /// More constraints are refused.
    public static final int MAX_CONSTRAINTS = 512;

    public VersRange {
        constraints = List.copyOf(constraints);
    }

    /// What reading gave.
    public sealed interface Result {}

    public record Read(VersRange range) implements Result {}

    public record Malformed(String reason) implements Result {}

    /// Whether a version lies in a range.
    public enum Holds {
        YES,
        NO,
        /// The scheme's order is not known, or a version is not one in it.
        UNKNOWN
    }

    /// An interval of a range in words of its versions.
    ///
    /// @param low null when it has no beginning
    /// @param high null when it has no end
    public record Interval(
            @Nullable String low,
            boolean lowIncluded,
            @Nullable String high,
            boolean highIncluded) {}

    /// Reads a range, canonical or not: spaces and empty constraints are dropped, constraints sorted.
    public static Result parse(String text) {
        return VersText.lenient(text);
    }

    /// Reads a range only if it is written canonically.
    public static Result parseCanonical(String text) {
        return VersText.strict(text);
    }

    /// Reads a range in the notation of the scheme's own ecosystem.
    public static Result ofNative(String scheme, String range) {
        return NativeRanges.read(scheme, range);
    }

    /// The range in the notation of the scheme's own ecosystem; empty when that cannot say it, or is not known here.
    public Optional<String> toNative() {
        return intervals().flatMap(intervals -> NativeText.write(scheme, intervals));
    }

    public Holds holds(String version) {
        return switch (scheme) {
            case "all" -> Holds.YES;
            case "none" -> Holds.NO;
            default -> Schemes.order(scheme).map(order -> holds(version, order)).orElse(Holds.UNKNOWN);
        };
    }

    /// The intervals, lowest first, none touching the next; empty when they cannot be known.
    public Optional<List<Interval>> intervals() {
        return Schemes.order(scheme).flatMap(this::intervals);
    }

    /// The canonical form.
    @Override
    public String toString() {
        return constraints.stream()
                .map(Constraint::toString)
                .collect(Collectors.joining("|", "vers:" + scheme + "/", ""));
    }

    private <K extends Comparable<K>> Holds holds(String version, VersionOrder<K> order) {
        Optional<Spans<K>> spans = Spans.of(constraints, order);
        return spans.isPresent() && order.parse(version) instanceof Parse.Parsed<K>(K key)
                ? spans.get().holds(key) ? Holds.YES : Holds.NO
                : Holds.UNKNOWN;
    }

    private <K extends Comparable<K>> Optional<List<Interval>> intervals(VersionOrder<K> order) {
        return Spans.of(constraints, order).map(spans -> {
            List<Interval> intervals = new ArrayList<>();
            for (Span<K> span : spans.spans()) {
                Span.Edge<K> low = span.low();
                Span.Edge<K> high = span.high();
                intervals.add(new Interval(
                        low == null ? null : low.text(),
                        low != null && low.included(),
                        high == null ? null : high.text(),
                        high != null && high.included()));
            }
            return List.copyOf(intervals);
        });
    }
}
