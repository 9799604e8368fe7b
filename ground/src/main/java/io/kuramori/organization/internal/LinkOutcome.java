package io.kuramori.organization.internal;

import java.util.Locale;
import java.util.UUID;

/// What became of an act on a link.
public sealed interface LinkOutcome {

    record Done(UUID id) implements LinkOutcome {}

    record Refused(Rule rule) implements LinkOutcome {}

    /// Why not. Each has its sentence, `organization.link.rule.<name>`.
    enum Rule {
        /// No such account, or one that is closed.
        NO_ACCOUNT,
        /// No such person, or one who has left.
        NO_PERSON,
        /// The two are linked already, or a proposal to do so waits.
        ALREADY,
        /// A reason of ten letters or more, up to 500.
        REASON,
        /// Nobody confirms who he is himself, nor what he proposed, under whichever account.
        SECOND_PERSON,
        /// It does not stand as it was shown: decided, lapsed or ended meanwhile.
        NOT_WAITING;

        public String key() {
            return "organization.link.rule." + name().toLowerCase(Locale.ROOT);
        }
    }
}
