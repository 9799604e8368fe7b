package io.kuramori.approval.rules;

import io.kuramori.approval.Proof;
import java.time.LocalDate;

/// Where a request is in its life. That an approval has lapsed is no state: it follows from its end date, so that it
/// ends by itself whatever runs or does not run on that day.
public sealed interface State {

    /// Somebody must decide.
    record Waiting() implements State {}

    /// 差戻し: back with the requester, whose original clock goes on.
    record Returned() implements State {}

    /// Decided in an emergency; in force, and to be confirmed (追認) by whoever decides ordinarily.
    ///
    /// @param confirmBy the last day for it; afterwards it is flagged until it is confirmed or revoked
    record Provisional(LocalDate confirmBy) implements State {}

    /// In force until its end date.
    record Approved(Proof proof) implements State {}

    record Refused() implements State {}

    record Withdrawn() implements State {}

    /// What was asked changed materially, so the decision, or the wish for one, is about nothing.
    record Voided() implements State {}

    /// Was in force and is no longer: not confirmed, or objected to in 後閲, or taken back.
    record Revoked() implements State {}

    /// Whether somebody may still decide.
    default boolean open() {
        return switch (this) {
            case Waiting _, Provisional _ -> true;
            case Returned _, Approved _, Refused _, Withdrawn _, Voided _, Revoked _ -> false;
        };
    }

    /// Whether what was asked may be done, its end date apart.
    default boolean inForce() {
        return switch (this) {
            case Provisional _, Approved _ -> true;
            case Waiting _, Returned _, Refused _, Withdrawn _, Voided _, Revoked _ -> false;
        };
    }
}
