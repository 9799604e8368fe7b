package io.kuramori.identity.rights;

import io.kuramori.identity.InstitutionId;
import io.kuramori.identity.Role;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A role given, or to be given, to an account: from one instant up to, not including, another.
///
/// @param root the institution whose subtree it reaches; null for the whole group
/// @param until null has no end
/// @param requestedBy who asked for it; null when Kuramori gave it at set-up
/// @param lapsesAt when a request that nobody decided is void
public record Grant(
        UUID id,
        int version,
        UUID account,
        String accountName,
        Role role,
        @Nullable InstitutionId root,
        Instant from,
        @Nullable Instant until,
        State state,
        String reason,
        @Nullable UUID requestedBy,
        @Nullable String requesterName,
        @Nullable Instant requestedAt,
        @Nullable Instant lapsesAt,
        @Nullable String deciderName,
        @Nullable Instant endedAt) {

    public enum State {
        REQUESTED,
        IN_FORCE,
        REFUSED,
        REVOKED
    }

    /// How it stands at an instant, in a word: what the stored state and the clock together say.
    public Standing standing(Instant now) {
        return switch (state) {
            case REQUESTED -> lapsesAt != null && !now.isBefore(lapsesAt) ? Standing.LAPSED : Standing.WAITING;
            case REFUSED -> Standing.REFUSED;
            case REVOKED -> Standing.REVOKED;
            case IN_FORCE ->
                now.isBefore(from)
                        ? Standing.PLANNED
                        : until != null && !now.isBefore(until) ? Standing.ENDED : Standing.HELD;
        };
    }

    public enum Standing {
        HELD,
        PLANNED,
        WAITING,
        ENDED,
        REVOKED,
        REFUSED,
        LAPSED
    }
}
