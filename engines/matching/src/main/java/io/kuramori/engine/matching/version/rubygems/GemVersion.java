package io.kuramori.engine.matching.version.rubygems;

import java.math.BigInteger;
import java.util.List;

/// A gem version by its canonical segments.
public record GemVersion(List<Segment> segments) implements Comparable<GemVersion> {

    private static final Segment ZERO = new Numeric(BigInteger.ZERO);

    public GemVersion {
        segments = List.copyOf(segments);
    }

    /// A run of digits or of letters.
    public sealed interface Segment {}

    public record Numeric(BigInteger value) implements Segment {}

    /// Letters make a pre-release and stand before any number.
    public record Letters(String value) implements Segment {}

    @Override
    public int compareTo(GemVersion other) {
        for (int i = 0; i < Math.max(segments.size(), other.segments.size()); i++) {
            int order = compare(at(segments, i), at(other.segments, i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static Segment at(List<Segment> segments, int i) {
        return i < segments.size() ? segments.get(i) : ZERO;
    }

    private static int compare(Segment left, Segment right) {
        return switch (left) {
            case Numeric(BigInteger value) -> right instanceof Numeric(BigInteger other) ? value.compareTo(other) : 1;
            case Letters(String value) -> right instanceof Letters(String other) ? value.compareTo(other) : -1;
        };
    }
}
