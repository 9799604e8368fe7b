package io.kuramori.identity;

import java.util.function.Supplier;

/// The one way into the database for everything that acts for somebody. Sets scope, actor, strength, reason and
/// request id as transaction-local settings, which the row triggers and the row-level policies read.
///
/// Joins the transaction that is already open on this thread, if its caller is the same; refuses otherwise.
public interface Transactions {

    /// Runs `work` in a read-only transaction that sees the caller's institutions.
    <T> T read(Caller caller, Supplier<T> work);

    /// Runs `work` in a read-write transaction; every change of a record is journalled with `reason`.
    ///
    /// @param reason why, in the caller's words or the name of the act; never blank
    <T> T write(Caller caller, String reason, Supplier<T> work);
}
