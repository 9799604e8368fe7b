package io.kuramori.shell.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An entry on the journal's page.
///
/// @param entry its id, the key for paging
/// @param index place in the log; null until the sequencer has passed
/// @param actor name of the account; its id when the account is not known here
/// @param fields names and new values, as JSON text
public record JournalLine(
        long entry,
        @Nullable Long index,
        Instant at,
        String kind,
        String record,
        int version,
        String action,
        String actor,
        String strength,
        String reason,
        String fields) {}
