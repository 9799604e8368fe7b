package io.kuramori.identity.signin;

import io.kuramori.journal.Actor.Strength;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One browser that somebody signed in with.
///
/// @param pendingTotp a second factor being enrolled, sealed
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Session(
        UUID id,
        UUID accountId,
        Strength strength,
        Instant createdAt,
        Instant lastSeenAt,
        String address,
        String agent,
        byte @Nullable [] pendingTotp) {

    @Override
    public String toString() {
        return "Session[" + id + "]";
    }
}
