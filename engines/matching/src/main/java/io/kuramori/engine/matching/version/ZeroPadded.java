package io.kuramori.engine.matching.version;

import java.util.List;

/// Writes segments that are compared place by place, a missing one counting as the number zero, as RubyGems does.
///
/// A run of zeros weighs only through what follows it, so it is written with its count: before a segment that stands
/// below zero it stands below the end, more zeros nearer to it; before one that stands above, above the end.
public final class ZeroPadded {

    private static final int BELOW = 1;
    private static final int ZEROS_THEN_BELOW = 2;
    private static final int END = 3;
    private static final int ZEROS_THEN_ABOVE = 4;
    private static final int ABOVE = 5;

    private ZeroPadded() {}

    public sealed interface Segment {}

    public record Numeric(String digits) implements Segment {}

    /// A word that stands below zero, by rank, then spelling.
    public record Below(int rank, String word) implements Segment {}

    /// A word that stands above zero and below one.
    public record Above(String word) implements Segment {}

    public static void write(List<Segment> segments, KeyWriter key) {
        int zeros = 0;
        for (Segment segment : segments) {
            if (segment instanceof Numeric(String digits) && digits.chars().allMatch(c -> c == '0')) {
                zeros++;
                continue;
            }
            boolean below = segment instanceof Below;
            if (zeros > 0) {
                // At most VersionOrder.MAX_LENGTH / 2 zeros, so that a count fits a byte.
                key.tag(below ? ZEROS_THEN_BELOW : ZEROS_THEN_ABOVE).tag(below ? zeros : 0xFF - zeros);
            }
            zeros = 0;
            switch (segment) {
                case Numeric(String digits) -> key.tag(ABOVE).tag(1).number(digits);
                case Above(String word) -> key.tag(ABOVE).tag(0).text(word);
                case Below(int rank, String word) -> key.tag(BELOW).tag(rank).text(word);
            }
        }
        key.tag(END);
    }
}
