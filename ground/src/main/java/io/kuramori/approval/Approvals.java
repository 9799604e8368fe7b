package io.kuramori.approval;

import io.kuramori.identity.Caller;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/// Decisions about records of the rooms. Every method runs inside the caller's open transaction.
public interface Approvals {

    /// Asks for a decision about a record.
    ///
    /// @param kind of an [Approvable]
    /// @throws io.kuramori.organization.Invalid when something is missing, or nobody is named to decide
    ApprovalId ask(Caller caller, String kind, UUID record, Content content);

    /// The approval that holds for a record on a day: its newest one that is in force and has not lapsed.
    Optional<InForce> inForce(String kind, UUID record, LocalDate day);

    /// The record may have changed: what was asked or decided about something else becomes void.
    void changed(Caller caller, String kind, UUID record);

    /// @param provisional decided in an emergency and still to be confirmed
    record InForce(ApprovalId id, String code, LocalDate from, LocalDate until, Proof proof, boolean provisional) {}
}
