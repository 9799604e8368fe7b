package io.kuramori.identity;

/// What somebody is, in the subtree of institutions it was given for. What each role may do is one table, kept with the
/// check itself and printed in docs/security/rights.md.
public enum Role {
    /// Looks after the platform: accounts, roles, background work. Reads no case and no ledger.
    ADMINISTRATOR,
    /// Runs cybersecurity for the institutions it reaches.
    SECURITY_OFFICE,
    /// Answers for cybersecurity: reads all, decides, confirms who gets a role.
    CISO,
    /// Board and management: reads, decides.
    EXECUTIVE,
    /// Answers for systems: reads the ledgers, changes the records of the posts he holds.
    SYSTEM_OWNER,
    /// Watches and investigates.
    ANALYST,
    /// Second line of defence: reads and judges.
    RISK,
    /// Third line of defence (内部監査): reads all but restricted records, changes nothing but audits.
    AUDIT,
    /// Somebody of another company: what is asked of him, and nothing else.
    THIRD_PARTY,
    /// Of the authorities: reads for a limited time, on pages that carry his name.
    INSPECTOR,
    /// A program, with the narrow keys it was given.
    SERVICE
}
