package io.kuramori.identity.oidc;

/// What a provider is asked for one person, once. All of it but the address stays with the browser that asked, sealed.
///
/// @param state comes back with the answer (RFC 6749 §10.12)
/// @param nonce comes back within the ID token
/// @param verifier shows that who redeems the code is who asked for it (RFC 7636)
/// @param redirectUri where the answer goes
/// @param again the person is to prove themselves anew, whatever session they have there
public record Question(String state, String nonce, String verifier, String redirectUri, boolean again) {

    @Override
    public String toString() {
        return "Question[…]";
    }
}
