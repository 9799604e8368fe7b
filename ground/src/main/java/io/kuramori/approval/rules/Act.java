package io.kuramori.approval.rules;

import java.time.LocalDate;
import java.util.UUID;

/// What somebody does to a request.
public sealed interface Act {

    /// Says yes or no.
    record Vote(Power power, Choice choice) implements Act {}

    /// 差戻し.
    record SendBack(Power power) implements Act {}

    /// The chair ends the vote with those who took part.
    record Close(Power power) implements Act {}

    /// Decides at once, by a post that the authority table names for emergencies.
    record DecideInEmergency(Power power, LocalDate confirmBy) implements Act {}

    /// Takes an approval back.
    record TakeBack(Power power) implements Act {}

    /// 後閲: the principal looks at what his deputy decided.
    ///
    /// @param decision the power that the deputy used
    record Review(UUID by, Power decision, boolean agrees) implements Act {}

    /// An outside decision was entered by one and is now checked by another.
    record CheckOutside(UUID enteredBy, UUID checkedBy, boolean approved) implements Act {}

    record Resubmit(UUID by) implements Act {}

    record Withdraw(UUID by) implements Act {}

    /// The subject is no longer what was asked about.
    record SubjectChanged() implements Act {}
}
