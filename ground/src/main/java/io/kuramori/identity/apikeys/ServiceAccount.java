package io.kuramori.identity.apikeys;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A program that calls Kuramori.
///
/// @param purpose what it is for and who answers for it
/// @param retiredAt since when none of its keys opens anything; null while it is in use
/// @param liveKeys keys that neither expired nor were revoked
public record ServiceAccount(
        UUID id,
        int version,
        String name,
        String purpose,
        Instant createdAt,
        @Nullable Instant retiredAt,
        int liveKeys) {}
