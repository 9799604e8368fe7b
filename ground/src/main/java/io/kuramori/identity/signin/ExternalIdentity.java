package io.kuramori.identity.signin;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody in a directory who is an account here.
///
/// @param name as the directory called them when the link was made; so the address
public record ExternalIdentity(
        UUID id,
        int version,
        UUID account,
        String accountName,
        String issuer,
        String subject,
        String name,
        String email,
        Instant linkedAt,
        @Nullable Instant unlinkedAt) {}
