package io.kuramori.identity.passkeys;

/// What is kept of a passkey to check its answers.
///
/// @param id as the authenticator gave it
/// @param data authenticator model, id and COSE public key (WebAuthn §6.5.1)
/// @param backupEligible whether it may be copied to another device
/// @param signCount answers counted by the authenticator; 0 when it does not count
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Credential(byte[] id, byte[] data, boolean backupEligible, long signCount) {

    @Override
    public String toString() {
        return "Credential[…]";
    }
}
