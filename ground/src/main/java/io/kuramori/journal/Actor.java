package io.kuramori.journal;

import java.util.UUID;

/// Who made a change, as every entry names it. The id outlives the name, so a person's name can be erased while the
/// entry stays whole.
///
/// @param id the account's id
/// @param kind person, service account, or Kuramori itself
/// @param strength how strongly the actor had proved who they are when the change was made
public record Actor(UUID id, Kind kind, Strength strength) {

    /// What kind of account acted.
    public enum Kind {
        PERSON,
        SERVICE,
        SYSTEM
    }

    /// How strongly the actor had proved who they are.
    public enum Strength {
        /// A key or the process itself; no person was present.
        MACHINE,
        PASSWORD,
        /// Password and a second factor, or a passkey.
        MULTI_FACTOR,
        /// A second factor given again for this very act.
        STEP_UP
    }

    /// Kuramori acting on its own account: migrations, sequencing, schedules.
    public static final Actor KURAMORI =
            new Actor(UUID.fromString("00000000-0000-7000-8000-000000000001"), Kind.SYSTEM, Strength.MACHINE);
}
