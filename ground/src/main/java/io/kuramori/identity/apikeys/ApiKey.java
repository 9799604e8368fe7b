package io.kuramori.identity.apikeys;

import io.kuramori.identity.ApiPermission;
import io.kuramori.identity.InstitutionId;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A key, without what opens anything.
///
/// @param root the institution whose subtree it reaches; null reaches the whole group
/// @param hint its head, to recognise it by
public record ApiKey(
        UUID id,
        int version,
        UUID serviceAccount,
        @Nullable InstitutionId root,
        String name,
        String hint,
        Set<ApiPermission> permissions,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant revokedAt,
        @Nullable Instant lastUsedAt,
        @Nullable String lastAddress) {

    public ApiKey {
        permissions = Set.copyOf(permissions);
    }

    /// Whether it opens what it may at that instant.
    public boolean live(Instant at) {
        return revokedAt == null && at.isBefore(expiresAt);
    }
}
