package io.kuramori.work;

import java.time.Duration;

/// How often a failing job is tried again. Every attempt counts, also one whose process died.
///
/// @param attempts largest number of attempts, the first one included; 1 to 20
/// @param firstDelay wait before the second attempt; it doubles after each further one, up to one hour
public record RetryPolicy(int attempts, Duration firstDelay) {

    /// Tried once; a failure is final.
    public static final RetryPolicy NEVER = new RetryPolicy(1, Duration.ZERO);

    private static final Duration LONGEST = Duration.ofHours(1);

    public RetryPolicy {
        if (attempts < 1 || attempts > 20) {
            throw new IllegalArgumentException("attempts must be 1 to 20, not " + attempts);
        }
        if (firstDelay.isNegative()) {
            throw new IllegalArgumentException("firstDelay must not be negative: " + firstDelay);
        }
    }

    /// The wait after the attempt with this number (from 1) has failed.
    public Duration delayAfter(int attempt) {
        Duration delay = firstDelay.multipliedBy(1L << Math.min(attempt - 1, 20));
        return delay.compareTo(LONGEST) > 0 ? LONGEST : delay;
    }
}
