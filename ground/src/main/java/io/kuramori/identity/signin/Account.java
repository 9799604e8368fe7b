package io.kuramori.identity.signin;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who may sign in, with what proves it.
///
/// @param passwordOff the password opens nothing, right or wrong
/// @param totpSecret sealed; null until a second factor is enrolled
@SuppressWarnings("ArrayRecordComponent") // never compared
record Account(
        UUID id,
        int version,
        String email,
        String name,
        String passwordHash,
        byte @Nullable [] totpSecret,
        int recoveryCodesLeft,
        boolean passwordOff) {

    /// What a password is compared with; null when none opens it.
    @Nullable
    String usableHash() {
        return passwordOff ? null : passwordHash;
    }

    /// Without the secrets.
    @Override
    public String toString() {
        return "Account[" + id + "]";
    }
}
