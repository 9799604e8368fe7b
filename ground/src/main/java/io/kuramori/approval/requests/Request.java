package io.kuramori.approval.requests;

import io.kuramori.approval.Content;
import io.kuramori.approval.Proof;
import io.kuramori.approval.rules.State;
import io.kuramori.identity.InstitutionId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A request as it is stored.
///
/// @param version 0 for one that is not stored yet
/// @param hash of exactly what is asked, as [Fingerprint] makes it
public record Request(
        UUID id,
        InstitutionId institution,
        int version,
        String code,
        @Nullable Subject subject,
        String facts,
        Content content,
        String hash,
        Asking asking,
        Standing standing,
        @Nullable UUID agendaItem) {

    /// The record that it is about.
    public record Subject(String kind, UUID id, int version, String href) {}

    /// Who asks since when.
    ///
    /// @param by who wants it; the original clock runs from `first`
    /// @param enteredBy who filled the form; another than `by` when a deputy did
    /// @param submitted when it was last submitted
    /// @param round 1, and one more for each resubmission
    /// @param renews the request whose approval this one prolongs
    /// @param renewals how many renewals led here
    public record Asking(
            UUID by,
            UUID enteredBy,
            Instant first,
            Instant submitted,
            int round,
            @Nullable UUID renews,
            int renewals) {

        /// Entered again, by the original clock.
        Asking again(Instant now) {
            return new Asking(by, enteredBy, first, now, round + 1, renews, renewals);
        }
    }

    /// Where it is.
    ///
    /// @param comment why it was sent back
    public record Standing(
            State state,
            @Nullable Emergency emergency,
            @Nullable String comment,
            @Nullable Decided decided,
            @Nullable Force force) {

        static final Standing NEW = new Standing(new State.Waiting(), null, null, null, null);
    }

    /// Who decided in an emergency, and whose power that was.
    public record Emergency(UUID by, UUID principal) {}

    /// @param by null for an outside decision
    /// @param article the authority by which it was decided
    /// @param table the edition in which the article stands; null for an outside decision
    public record Decided(
            @Nullable UUID by,
            Instant at,
            @Nullable String article,
            @Nullable UUID table) {}

    /// From when an approval holds.
    ///
    /// @param original from when the first of its renewals held
    public record Force(Proof proof, LocalDate from, LocalDate original) {}

    /// An approval that ended by itself.
    public boolean lapsed(LocalDate today) {
        return standing.state().inForce() && content.until().isBefore(today);
    }

    public boolean inForce(LocalDate today) {
        return standing.state().inForce() && !content.until().isBefore(today);
    }

    /// An emergency decision that was not confirmed in time.
    public boolean unconfirmed(LocalDate today) {
        return standing.state() instanceof State.Provisional(var by) && by.isBefore(today);
    }

    public boolean mine(UUID account) {
        return asking.by().equals(account) || asking.enteredBy().equals(account);
    }

    /// The word of its state: `waiting`, and `lapsed` for what ended by itself.
    public String status(LocalDate today) {
        return lapsed(today) ? "lapsed" : States.word(standing.state());
    }

    Request with(Standing next) {
        return new Request(id, institution, version, code, subject, facts, content, hash, asking, next, agendaItem);
    }

    Request on(@Nullable UUID item) {
        return new Request(id, institution, version, code, subject, facts, content, hash, asking, standing, item);
    }
}
