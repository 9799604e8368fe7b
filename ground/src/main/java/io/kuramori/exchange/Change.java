package io.kuramori.exchange;

import java.util.UUID;

/// What an import (or its undoing) asks of a ledger.
public sealed interface Change<R> {

    record Add<R>(R record) implements Change<R> {}

    /// Sets every field that the sheet has a column for; others stay. A retired record comes back.
    ///
    /// @param version the version the preview was made from; the ledger throws
    ///     {@link io.kuramori.journal.StaleRecord} when it is no longer the newest
    record Update<R>(UUID id, int version, R record) implements Change<R> {}

    /// Retires a record that an import had added.
    record Retire<R>(UUID id, int version) implements Change<R> {}
}
