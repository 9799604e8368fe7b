package io.kuramori.exchange.imports;

import java.util.List;

/// What became of the wish to undo an import.
public sealed interface Undo {

    record Done() implements Undo {}

    /// A day has passed, or it was undone before.
    record TooLate() implements Undo {}

    /// Records were changed since, by their codes; at most twenty named.
    record ChangedSince(List<String> records) implements Undo {}
}
