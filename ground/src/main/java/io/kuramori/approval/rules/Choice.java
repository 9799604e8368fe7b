package io.kuramori.approval.rules;

/// What somebody says to a request.
public enum Choice {
    APPROVE,
    REFUSE,
    /// Counts as present, and for neither side. A post that decides alone cannot abstain.
    ABSTAIN
}
