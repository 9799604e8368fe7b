package io.kuramori.identity.signin;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An account as administrators see it, without what proves it.
///
/// @param invited waits for its invitation: has no password yet
/// @param roles names of today's roles
/// @param sessions that are open
/// @param passwordOff the password opens nothing
/// @param directories identities in directories that are this account
public record AccountLine(
        UUID id,
        int version,
        String email,
        String name,
        boolean invited,
        @Nullable Instant lockedAt,
        boolean app,
        int passkeys,
        int recoveryCodes,
        List<String> roles,
        int sessions,
        @Nullable Instant lastSeenAt,
        boolean passwordOff,
        int directories) {

    public AccountLine {
        roles = List.copyOf(roles);
    }
}
