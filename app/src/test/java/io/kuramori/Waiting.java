package io.kuramori;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Waits on a condition.
public final class Waiting {

    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final int MOST = 2_400;

    private Waiting() {}

    /// What the condition gives once it gives something.
    public static <T> T until(Supplier<@Nullable T> condition) {
        for (int i = 0; i < MOST; i++) {
            var value = condition.get();
            if (value != null) {
                return value;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        throw new AssertionError("waited in vain");
    }
}
