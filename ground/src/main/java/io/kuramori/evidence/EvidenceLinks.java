package io.kuramori.evidence;

import io.kuramori.identity.Caller;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What evidence there is for a record. Evidence that the caller may not see does not exist here.
public interface EvidenceLinks {

    /// The newest first, 200 at most. Inside the caller's open transaction.
    ///
    /// @param kind the record kind, as its migration registered it
    List<Attached> of(String kind, UUID record);

    /// Attaches an item to a record. Inside the caller's write transaction; asks that he may change the item and sees
    /// the record.
    ///
    /// @throws io.kuramori.organization.Invalid when it is attached already, or there is no such record
    void attach(Caller caller, UUID item, String kind, UUID record);

    /// @param link the attachment
    /// @param retiredOn null while the item is in force
    record Attached(
            UUID link,
            UUID item,
            String code,
            String title,
            ItemKind kind,
            LocalDate collectedOn,
            @Nullable LocalDate retiredOn) {}
}
