package io.kuramori.identity.administration;

import java.time.Instant;
import java.util.UUID;

/// A request to take somebody's second factors away, waiting for another administrator.
public record FactorReset(
        UUID id,
        int version,
        UUID account,
        String accountName,
        UUID requestedBy,
        String requesterName,
        String reason,
        Instant requestedAt) {}
