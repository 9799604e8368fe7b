package io.kuramori.approval.rules;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/// Who stands behind a request.
///
/// @param accounts who asked and who entered it for him, with every account of the same people
/// @param since the day of the first submission
public record Parties(Set<UUID> accounts, LocalDate since) {

    public Parties {
        accounts = Set.copyOf(accounts);
        if (accounts.isEmpty()) {
            throw new IllegalArgumentException("somebody asks");
        }
    }
}
