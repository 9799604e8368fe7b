package io.kuramori.identity.rights;

import java.util.UUID;

/// What became of an act on roles or emergencies.
sealed interface Outcome {

    /// Done, or asked for and waiting for the second person.
    record Done(UUID id) implements Outcome {}

    /// Not done: a rule stands against it.
    record Refused(Rule rule) implements Outcome {}

    /// Why not. Each has its sentence, `identity.rights.rule.<name>`.
    enum Rule {
        /// Nobody gives, or confirms, himself a role.
        ONESELF,
        /// The second person is another than the first.
        SECOND_PERSON,
        /// The right does not reach that institution.
        OUT_OF_REACH,
        /// No such account, or one that is closed.
        NO_ACCOUNT,
        /// The end is not after the beginning, or already past.
        PERIOD,
        /// An inspector's time ends, within three months.
        INSPECTION,
        /// A reason of ten letters or more.
        REASON,
        /// It does not stand as it was shown: decided, lapsed or ended meanwhile.
        NOT_WAITING,
        /// Without the last administrator nobody could give roles any more.
        LAST_ADMINISTRATOR,
        /// Longer than an emergency may last.
        TOO_LONG;

        String key() {
            return "identity.rights.rule." + name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    static Outcome refused(Rule rule) {
        return new Refused(rule);
    }
}
