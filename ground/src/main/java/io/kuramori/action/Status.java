package io.kuramori.action;

/// Where an action is.
public enum Status {
    OPEN,
    /// Said to be done; somebody else is to look.
    DONE,
    VERIFIED,
    /// Not to be done after all.
    CANCELLED
}
