package io.kuramori.journal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// One entry of a record's history, as a person reads it.
///
/// @param index place in the log; empty for the moment until the sequencer has passed
/// @param action `insert`, `update`, `delete` or `batch`
/// @param fields what changed, in the order of the field names; everything that was set, for a new record
public record Change(
        Optional<Long> index,
        UUID record,
        int version,
        String action,
        Actor actor,
        String reason,
        Instant at,
        List<FieldChange> fields) {

    public Change {
        fields = List.copyOf(fields);
    }

    /// Before and after of one field, as text; empty when there was no value.
    public record FieldChange(String field, Optional<String> before, Optional<String> after) {}
}
