package io.kuramori.identity.signin;

import java.time.Instant;
import java.util.UUID;

/// Somebody who proved themselves to a directory and is nobody here yet.
///
/// @param name as the directory calls them; so the address
public record ExternalArrival(UUID id, String issuer, String subject, String name, String email, Instant lastSeenAt) {

    /// What the person can tell the administrator, and finds on both pages.
    public String number() {
        var text = id.toString();

        return text.substring(text.length() - 8);
    }
}
