package io.kuramori.identity.signin;

import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/// Argon2id with 19 MiB, two passes, one lane (OWASP's floor). Each hashing takes its memory, so only so many run at
/// a time; the others wait.
@Component
final class Passwords {

    /// In the place of a hash: no password opens it.
    static final String NONE = "!";

    private static final int AT_A_TIME = 4;

    private final Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
    private final Semaphore permits = new Semaphore(AT_A_TIME, true);
    private final AtomicLong evaluations = new AtomicLong();
    private final String nobody = hash(Secrets.token());

    String hash(String password) {
        return bounded(() -> Objects.requireNonNull(argon2.encode(password)));
    }

    /// Whether the password is right; the same work is done when there is no account or no password, so that the time
    /// tells nothing.
    boolean matches(String password, @Nullable String hash) {
        boolean known = hash != null && !hash.equals(NONE);
        evaluations.incrementAndGet();
        boolean matches = bounded(() -> argon2.matches(password, known ? hash : nobody));

        return matches && known;
    }

    /// How many passwords were looked at since the start: one for each try, whoever it was for.
    long evaluations() {
        return evaluations.get();
    }

    private <T> T bounded(Supplier<T> work) {
        permits.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            permits.release();
        }
    }
}
