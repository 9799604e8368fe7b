package io.kuramori.journal;

import java.util.UUID;

/// A change was based on a version of the record that is no longer the newest (optimistic locking).
public final class StaleRecord extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String kind;
    private final UUID id;

    public StaleRecord(String kind, UUID id) {
        super(kind + " " + id + " was changed by someone else");
        this.kind = kind;
        this.id = id;
    }

    /// The record kind, as `journal.track` registered it.
    public String kind() {
        return kind;
    }

    public UUID id() {
        return id;
    }
}
