package io.kuramori.approval;

import java.time.LocalDate;

/// What became of a request.
public sealed interface Outcome {

    /// It may be done, through `until`.
    ///
    /// @param provisional decided in an emergency and still to be confirmed
    record Granted(LocalDate until, Proof proof, boolean provisional) implements Outcome {}

    /// It may not be done: refused or withdrawn.
    record Denied() implements Outcome {}

    /// What was granted holds no longer: revoked, or void because the record changed.
    record Ended() implements Outcome {}

    /// 差戻し: the requester is to revise it.
    record Returned() implements Outcome {}
}
