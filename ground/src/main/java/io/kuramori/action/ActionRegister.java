package io.kuramori.action;

import io.kuramori.identity.Caller;
import io.kuramori.identity.InstitutionId;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All actions as a list. Inside the caller's open transaction.
public interface ActionRegister {

    /// By due day, or by code; at most `size` lines after the given one.
    List<Line> page(Caller caller, Filter filter, boolean byCode, boolean descending, @Nullable String after, int size);

    /// Every line, in the same order; the caller closes the stream.
    Stream<Line> all(Caller caller, Filter filter, boolean byCode, boolean descending);

    long count(Caller caller, Filter filter);

    /// @param words a part of code, title or details; blank for all
    /// @param mine only those of posts that the caller holds on `today`
    record Filter(
            String words,
            @Nullable InstitutionId institution,
            @Nullable View view,
            boolean mine,
            LocalDate today) {}

    /// What the list can be narrowed to.
    enum View {
        OPEN,
        OVERDUE,
        /// Done, and not by the caller: to be verified.
        TO_VERIFY,
        EXTENDED,
        VERIFIED
    }

    record Line(
            UUID id,
            String code,
            String title,
            String institution,
            String owner,
            LocalDate due,
            LocalDate original,
            int extensions,
            int reopened,
            Status status,
            @Nullable String source,
            String token) {

        public boolean overdue(LocalDate today) {
            return status == Status.OPEN && due.isBefore(today);
        }
    }
}
