package io.kuramori.identity;

/// One thing that somebody may do. Every endpoint names the one it asks for ([Allows]); which role has which is one
/// table.
public enum Right {
    /// The way in: open to everybody, also before signing in.
    ENTER,
    /// One's own account, 「今日」 and the search field: everybody who is signed in.
    BE_SIGNED_IN,
    READ_ORGANIZATION,
    CHANGE_ORGANIZATION,
    /// Systems and releases.
    READ_LEDGERS,
    CHANGE_LEDGERS,
    /// Attach a bill of materials to a release.
    ATTACH_SBOM,
    /// Let a program enter releases that wait for an owner. Roles have [#CHANGE_LEDGERS] instead.
    ADD_RELEASES,
    /// Findings and advisories.
    READ_VULNERABILITIES,
    IMPORT_ADVISORIES,
    /// Plan a finding, claim it fixed, say that it is not affected, hand it to a post.
    TREAT_FINDINGS,
    /// Keep views of lists under a name.
    KEEP_VIEWS,
    /// Take lists and ledgers out as files.
    EXPORT,
    /// Bring ledgers in from spreadsheets.
    IMPORT,
    /// Entries of every record kind.
    READ_JOURNAL,
    /// See and stop background work.
    STEER_WORK,
    /// Incidents and what else is told to few.
    READ_CASES,
    /// Grant what others have asked for.
    DECIDE,
    /// Requests for decisions, what was decided, and the register of what is alive.
    READ_APPROVALS,
    /// Ask for a decision.
    ASK_APPROVAL,
    /// Decide, where the authority table names one; enter and check decisions made elsewhere, name deputies.
    TAKE_PART,
    READ_ACTIONS,
    /// Remedial actions: draw up, complete, verify, extend.
    CHANGE_ACTIONS,
    /// Evidence, its files and who handled them.
    READ_EVIDENCE,
    /// Enter evidence, say who handled it, attach it to records.
    CHANGE_EVIDENCE,
    /// Keep a file in which individual or card numbers were found, or that could not be looked into to its end.
    KEEP_NUMBERS,
    /// Accounts, programs and their keys, the ways to sign in.
    ADMINISTER,
    /// Who holds which role.
    READ_RIGHTS,
    /// Ask for roles for others, give those that need no second person, take roles away.
    GRANT_ROLES,
    /// Confirm or refuse roles that somebody else asked for.
    CONFIRM_ROLES,
    /// Take further rights for a few hours in an emergency.
    BREAK_GLASS
}
