package io.kuramori.engine.matching.fuzz;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/// Runs a target and tells how long it took, in time of this thread on a processor: other programs and the collector do
/// not count. An input is slow when it is so three times over, once the code is warm.
final class Timed {

    static final long SLOW_NANOS = 100_000_000;
    private static final int WARM_AFTER = 2_000;
    private static final int REPEATS = 3;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final FuzzTarget target;
    private long runs;
    private long slowestNanos;
    private byte[] slowest = {};

    Timed(FuzzTarget target) {
        this.target = target;
    }

    /// An input that takes too long; it is a finding as any other.
    static final class Slow extends RuntimeException {

        Slow(long nanos) {
            super("took %d ms of processor time, at most %d allowed"
                    .formatted(nanos / 1_000_000, SLOW_NANOS / 1_000_000));
        }
    }

    void run(byte[] input) throws Exception {
        long took = once(input);
        if (++runs < WARM_AFTER) {
            return;
        }
        if (took > SLOW_NANOS) {
            for (int i = 1; i < REPEATS; i++) {
                took = Math.min(took, once(input));
            }
        }
        if (took > slowestNanos) {
            slowestNanos = took;
            slowest = input.clone();
        }
        if (took > SLOW_NANOS) {
            throw new Slow(took);
        }
    }

    /// The longest that an input took, in nanoseconds, since the code is warm.
    long slowestNanos() {
        return slowestNanos;
    }

    byte[] slowest() {
        return slowest.clone();
    }

    private long once(byte[] input) throws Exception {
        long before = THREADS.getCurrentThreadCpuTime();
        target.body().run(input);
        return THREADS.getCurrentThreadCpuTime() - before;
    }
}
