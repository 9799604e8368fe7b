package io.kuramori.engine.matching.vex;

import java.util.List;

/// What the statements say of one vulnerability in one component.
public sealed interface VexAnswer {

    /// Nobody speaks of it.
    record Unstated() implements VexAnswer {}

    /// All who speak of it agree.
    ///
    /// @param statement the newest
    /// @param agreeing others of the same status
    /// @param superseded older ones of another status, each by an author who has changed their mind
    record Stated(Statement statement, List<Statement> agreeing, List<Statement> superseded) implements VexAnswer {
        public Stated {
            agreeing = List.copyOf(agreeing);
            superseded = List.copyOf(superseded);
        }
    }

    /// They cannot be followed without a decision by a person.
    ///
    /// @param statements all that stand against each other, or whose product is uncertain
    record Ambiguous(List<Statement> statements, Why why) implements VexAnswer {
        public Ambiguous {
            statements = List.copyOf(statements);
        }
    }

    enum Why {
        /// Different authors differ, or one does without a time that says which is newer.
        CONFLICT,
        /// The product is known by its name only, which identifies nothing for sure.
        NAME_ONLY
    }
}
