package io.kuramori.benchmarks;

import java.util.Arrays;
import java.util.Locale;

/// Times of one kind of request.
final class Figures {

    private final String kind;
    private final double[] millis;

    /// @param nanos one time for each request
    Figures(String kind, long[] nanos) {
        this.kind = kind;
        this.millis =
                Arrays.stream(nanos).mapToDouble(nano -> nano / 1e6).sorted().toArray();
    }

    /// Nearest-rank percentile, milliseconds.
    double percentile(int percent) {
        return millis[(int) Math.ceil(percent / 100.0 * millis.length) - 1];
    }

    /// Median and highest, for few times.
    static String milliseconds(long[] nanos) {
        var figures = new Figures("", nanos);
        return String.format(
                Locale.ROOT, "p50 %,.0f ms, highest %,.0f ms", figures.percentile(50), figures.percentile(100));
    }

    static String head() {
        return "| %-46s | %6s | %6s | %6s |%n| %s | -----: | -----: | -----: |"
                .formatted("Request", "p50", "p95", "p99", "-".repeat(46));
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "| %-46s | %6.1f | %6.1f | %6.1f |", kind, percentile(50), percentile(95), percentile(99));
    }
}
