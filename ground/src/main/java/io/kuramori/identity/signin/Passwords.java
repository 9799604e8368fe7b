package io.kuramori.identity.signin;

import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/// Argon2id with 19 MiB, two passes, one lane (OWASP's floor). Each hashing takes its memory, so only so many run at
/// a time; the others wait.
@Component
final class Passwords {

    private static final int AT_A_TIME = 4;

    private final Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
    private final Semaphore permits = new Semaphore(AT_A_TIME, true);
    private final String nobody = hash(Secrets.token());

    String hash(String password) {
        return bounded(() -> Objects.requireNonNull(argon2.encode(password)));
    }

    /// Whether the password is right; takes as long when there is no account, so that the time tells nothing.
    boolean matches(String password, @Nullable String hash) {
        boolean matches = bounded(() -> argon2.matches(password, hash == null ? nobody : hash));

        return matches && hash != null;
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
