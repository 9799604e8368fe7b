package io.kuramori.identity.signin;

import io.kuramori.identity.passkeys.Credential;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A passkey of an account.
///
/// @param name what its owner calls it
/// @param lastUsedAt null until it is used
public record Passkey(
        UUID id,
        int version,
        UUID accountId,
        String name,
        Credential credential,
        Instant createdAt,
        @Nullable Instant lastUsedAt) {}
