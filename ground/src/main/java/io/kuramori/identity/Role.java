package io.kuramori.identity;

/// What somebody may do, in the subtree of institutions it was given for.
public enum Role {
    /// Looks after the platform: accounts, keys, feeds.
    ADMINISTRATOR,
    /// Runs cybersecurity for the institutions it reaches.
    SECURITY_OFFICE,
    /// Answers for systems.
    SYSTEM_OWNER
}
