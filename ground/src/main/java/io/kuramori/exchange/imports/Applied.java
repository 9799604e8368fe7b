package io.kuramori.exchange.imports;

import java.util.UUID;

/// What became of the wish to import.
public sealed interface Applied {

    record Done(UUID importId) implements Applied {}

    /// File, mapping or ledger are no longer what the preview showed, or something in it is at fault.
    record LookAgain() implements Applied {}
}
