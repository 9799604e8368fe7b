package io.kuramori.approval.requests;

import io.kuramori.identity.InstitutionId;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What an approval hangs on, tracked until somebody else than the requester says that it is met.
///
/// @param due the last day
public record Condition(
        UUID id,
        InstitutionId institution,
        int version,
        UUID request,
        String words,
        LocalDate due,
        UUID setBy,
        @Nullable Met met) {

    /// @param evidence what shows it
    public record Met(LocalDate on, UUID by, String evidence) {}

    public boolean overdue(LocalDate today) {
        return met == null && due.isBefore(today);
    }
}
