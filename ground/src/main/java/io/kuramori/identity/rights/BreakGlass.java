package io.kuramori.identity.rights;

import io.kuramori.identity.InstitutionId;
import io.kuramori.identity.Role;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Rights that somebody took for himself in an emergency: seen by everybody there, over by itself.
///
/// @param role null when it opens the restricted records (限定公開)
/// @param root the institution whose subtree it opens; null for the whole group
/// @param until first instant without it
/// @param endedAt when somebody ended it before
public record BreakGlass(
        UUID id,
        int version,
        UUID account,
        String accountName,
        @Nullable Role role,
        @Nullable InstitutionId root,
        String reason,
        Instant openedAt,
        Instant until,
        @Nullable Instant endedAt) {

    public boolean open(Instant now) {
        return endedAt == null && !now.isBefore(openedAt) && now.isBefore(until);
    }
}
