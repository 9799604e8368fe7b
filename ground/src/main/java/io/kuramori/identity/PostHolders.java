package io.kuramori.identity;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/// Who holds which posts, as far as rights need it. Declared here and implemented by `organization`, which owns the
/// appointments.
public interface PostHolders {

    /// The posts held at `now` by the person to whom the account is linked, each by the day of its institution.
    /// Answered
    /// without a scope: somebody of elsewhere may be appointed here (出向).
    Set<UUID> heldBy(UUID account, Instant now);
}
