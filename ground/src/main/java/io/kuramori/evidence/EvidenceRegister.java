package io.kuramori.evidence;

import io.kuramori.identity.Caller;
import io.kuramori.identity.InstitutionId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All evidence as a list. Inside the caller's open transaction.
public interface EvidenceRegister {

    /// At most `size` lines after the given one.
    List<Line> page(Filter filter, Sort sort, boolean descending, @Nullable String after, int size);

    /// Every line, in the same order; the caller closes the stream.
    Stream<Line> all(Filter filter, Sort sort, boolean descending);

    long count(Filter filter);

    /// What the list can be narrowed to.
    enum View {
        IN_FORCE,
        RETIRED,
        /// Its format is not looked into.
        NOT_READ,
        /// Kept in spite of what was found in it.
        ACCEPTED,
        /// Its bytes are of another type than its name says.
        OTHER_TYPE
    }

    enum Sort {
        CODE,
        RECEIVED,
        COLLECTED
    }

    /// @param words what stands in code, title, what it shows, file name, document number; blank for all
    /// @param covering only what speaks of that day
    /// @param mine only those of posts that the caller holds on `today`
    record Filter(
            String words,
            @Nullable InstitutionId institution,
            @Nullable ItemKind kind,
            @Nullable View view,
            @Nullable LocalDate covering,
            @Nullable Caller mine,
            LocalDate today) {}

    /// @param name of the file, or number of the document
    /// @param size of the file in bytes
    record Line(
            UUID id,
            String code,
            String title,
            String institution,
            String owner,
            ItemKind kind,
            LocalDate from,
            LocalDate to,
            LocalDate collected,
            Instant received,
            String name,
            @Nullable Long size,
            boolean accepted,
            @Nullable LocalDate retiredOn,
            String token) {}
}
