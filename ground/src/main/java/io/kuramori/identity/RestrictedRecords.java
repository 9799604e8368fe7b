package io.kuramori.identity;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Records that only named people may see (限定公開): row, history, entries, counts and search hits do not exist for
/// anybody else, and the database sees to it. A room whose records may be restricted says so in its migration
/// (`call journal.restrict(…)`, also for parts of a record), gives such records no code that people choose or could
/// count, and lets its indexed searches ask `kuramori.visible(institution_id, id)`.
///
/// All methods but [#noteRead] run inside the caller's open transaction.
public interface RestrictedRecords {

    /// Hides the record from everybody but the readers; the caller is always one of them.
    ///
    /// @param kind the record's kind in the journal
    /// @param readers accounts
    void restrict(Caller caller, String kind, InstitutionId institution, UUID record, Set<UUID> readers);

    /// Names other readers. Only a reader may; somebody always stays.
    void name(Caller caller, UUID record, Set<UUID> readers);

    /// Everybody whose scope reaches it sees the record again, with its history.
    void lift(UUID record);

    /// The named readers; empty when the record is not restricted, or hidden.
    Set<UUID> readers(UUID record);

    /// Called by a room when it shows a restricted record: keeps that it was read through an emergency, for its readers
    /// to see. A reader's own reading is not kept.
    void noteRead(Caller caller, InstitutionId institution, UUID record);

    /// Who read it through an emergency, the newest first; seen by its readers alone.
    List<GlassRead> glassReads(UUID record);

    record GlassRead(UUID account, Instant at) {}
}
