package io.kuramori.organization;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Which person of the ledger an account is: the one to whom a link in force ties it, which two administrators made.
/// Addresses say nothing. Read inside the caller's open transaction.
public interface Accounts {

    /// The account's records in the ledger of people; empty when it is linked to nobody.
    Set<PersonId> peopleOf(UUID account);

    /// Every account of the same person, the given one, retired ones, and those linked to that person earlier too.
    Set<UUID> ofSamePerson(UUID account);

    /// Accounts of whoever holds the post on that day, whatever the scope.
    Set<UUID> holding(PostId post, LocalDate day);

    /// Accounts of people who belong to the scope or hold a post in it, by reading.
    List<Known> inScope();

    /// @param code employee number
    record Known(UUID account, PersonId person, String name, String code) {}
}
