package io.kuramori.identity.signin;

import io.kuramori.journal.Actor.Strength;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One browser that somebody signed in with.
///
/// @param createdAt when the person signed in; kept when the token changes
/// @param steppedUpAt when they last proved themselves again in it
/// @param provider the directory that it came from; null for Kuramori's own ways in
/// @param pendingTotp a second factor being enrolled, sealed
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Session(
        UUID id,
        UUID accountId,
        Strength strength,
        Instant createdAt,
        Instant lastSeenAt,
        @Nullable Instant steppedUpAt,
        String address,
        String agent,
        @Nullable String provider,
        byte @Nullable [] pendingTotp) {

    /// The browser in two words.
    public String device() {
        return Device.of(agent);
    }

    @Override
    public String toString() {
        return "Session[" + id + "]";
    }
}
