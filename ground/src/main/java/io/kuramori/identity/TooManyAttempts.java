package io.kuramori.identity;

import java.time.Duration;

/// Too many tries to sign in failed, for this account or from this address; further ones are not looked at for a
/// while.
public final class TooManyAttempts extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    public TooManyAttempts(Duration retryAfter) {
        super("too many tries to sign in");
        this.retryAfter = retryAfter;
    }

    /// How long to wait at most.
    public Duration retryAfter() {
        return retryAfter;
    }
}
