package io.kuramori.approval;

import io.kuramori.identity.Caller;
import io.kuramori.identity.InstitutionId;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The register of decisions: everything asked, granted and ended, with its end date. Every method runs inside the
/// caller's open transaction, except [#waiting(Caller)], which opens its own.
public interface Register {

    /// How many things wait for the caller: to decide, to review, to check.
    int waiting(Caller caller);

    /// One page, at most `size` lines after the given one.
    List<Line> page(Filter filter, Sort sort, boolean descending, @Nullable String after, int size);

    /// Every line, in the same order; the caller closes the stream.
    Stream<Line> all(Filter filter, Sort sort, boolean descending);

    long count(Filter filter);

    /// @param words a part of code, title, or what is asked; blank for all
    /// @param today by which lapsed and lapsing are told
    record Filter(
            String words,
            @Nullable InstitutionId institution,
            @Nullable Status status,
            @Nullable String matter,
            LocalDate today) {}

    /// What the register can be narrowed to.
    enum Status {
        /// In force today.
        ALIVE,
        /// In force, and no longer in thirty days.
        LAPSING,
        /// Waits for somebody.
        OPEN,
        /// Ended by itself.
        LAPSED,
        /// An emergency decision whose confirmation is overdue.
        UNCONFIRMED,
        /// In force with a condition that is not met.
        UNMET,
        /// Known by an outside decision.
        OUTSIDE
    }

    enum Sort {
        CODE,
        UNTIL,
        SUBMITTED
    }

    /// @param status its word; `lapsed` for what ended by itself
    /// @param original from when the first of its renewals held
    /// @param unmet how many of its conditions are not met
    /// @param token its place, for the page after it
    record Line(
            UUID id,
            String code,
            String title,
            String institution,
            String matter,
            @Nullable String condition,
            String status,
            @Nullable Proof proof,
            @Nullable String article,
            String requester,
            LocalDate submitted,
            @Nullable LocalDate from,
            LocalDate until,
            @Nullable LocalDate original,
            int renewals,
            int unmet,
            @Nullable LocalDate confirmBy,
            String token) {}
}
