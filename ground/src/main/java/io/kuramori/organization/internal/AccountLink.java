package io.kuramori.organization.internal;

import io.kuramori.identity.InstitutionId;
import io.kuramori.organization.PersonId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// That an account is a person of the ledger: from one instant up to, not including, another.
///
/// @param institution the person's
/// @param askedBy who proposed it; null when Kuramori took it over from equal addresses
/// @param askedByName "" when Kuramori did
/// @param lapsesAt when a proposal that nobody decided is void
/// @param from when it came into force; null while it has not
/// @param decidedByName who confirmed or refused it; null while nobody did
public record AccountLink(
        UUID id,
        InstitutionId institution,
        int version,
        UUID account,
        String accountName,
        String accountEmail,
        PersonId person,
        String personCode,
        String personName,
        @Nullable String personEmail,
        String institutionName,
        Basis basis,
        State state,
        String reason,
        @Nullable UUID askedBy,
        String askedByName,
        Instant askedAt,
        @Nullable Instant lapsesAt,
        @Nullable Instant from,
        @Nullable String decidedByName,
        @Nullable Instant decidedAt,
        @Nullable String endedByName,
        @Nullable Instant endedAt) {

    /// On what it rests.
    public enum Basis {
        /// On two persons: one proposed it, another confirmed it.
        PROPOSED,
        /// On the first administrator, for himself, while there was nobody to confirm.
        FIRST,
        /// On equal addresses, as they were before there were links.
        MIGRATED
    }

    enum State {
        PROPOSED,
        IN_FORCE,
        REFUSED,
        ENDED
    }

    /// How it stands at an instant, in a word.
    public enum Standing {
        WAITING,
        /// In force, and nobody has looked yet whether it is right.
        UNCONFIRMED,
        HELD,
        ENDED,
        REFUSED,
        LAPSED
    }

    public Standing standing(Instant now) {
        return switch (state) {
            case PROPOSED -> lapsesAt != null && !now.isBefore(lapsesAt) ? Standing.LAPSED : Standing.WAITING;
            case IN_FORCE -> decidedByName == null && basis == Basis.MIGRATED ? Standing.UNCONFIRMED : Standing.HELD;
            case REFUSED -> Standing.REFUSED;
            case ENDED -> Standing.ENDED;
        };
    }

    /// Whether the addresses still say the same. Only for the eye: nothing follows from it.
    public boolean sameAddress() {
        return personEmail != null && personEmail.equalsIgnoreCase(accountEmail);
    }
}
