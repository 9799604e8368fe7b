package io.kuramori.identity.passkeys;

/// The browser's answer proves nothing: malformed, for another site, of another key, an old challenge, or a copied
/// authenticator.
public final class PasskeyRefused extends Exception {

    private static final long serialVersionUID = 1L;

    PasskeyRefused(String message) {
        super(message);
    }
}
