package io.kuramori.approval.rules;

/// What comes of an act.
public sealed interface Verdict {

    /// The request is in another state, or begins its state anew.
    record Moves(State to) implements Verdict {}

    /// The act counts, and the request stays where it is: a vote among others, a 後閲 without objection.
    record Stays() implements Verdict {}

    record Denied(Reason reason) implements Verdict {}

    /// Why an act is denied.
    enum Reason {
        /// The state does not allow it.
        NOT_NOW,
        /// The authority table names somebody else, or the power is not the actor's today.
        NOT_NAMED,
        OWN_REQUEST,
        DELEGATE_OF_REQUESTER,
        PRINCIPAL_BARRED,
        /// The seat, the person or his principal has voted.
        VOTED,
        /// A post that decides alone says yes or no.
        CANNOT_ABSTAIN,
        /// An emergency decision is confirmed by somebody else.
        CONFIRMS_OWN,
        /// An outside decision is checked by somebody else than who entered it.
        CHECKS_OWN,
        NO_QUORUM,
        /// Only the requester may.
        NOT_REQUESTER
    }
}
