package io.kuramori.identity.oidc;

/// The provider's answer proves nothing, or there is none. The message is for the log: it names no secret and no token.
public final class OidcRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean unreachable;

    OidcRefused(String message) {
        this(message, false);
    }

    private OidcRefused(String message, boolean unreachable) {
        super(message);
        this.unreachable = unreachable;
    }

    static OidcRefused unreachable(String message) {
        return new OidcRefused(message, true);
    }

    /// Whether the provider did not answer at all, as against answered wrongly.
    public boolean unreachable() {
        return unreachable;
    }
}
