package io.kuramori.organization;

import io.kuramori.identity.InstitutionId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A person holds a post (発令) on every day from `from` up to, not including, `to`.
///
/// @param institution the post's; a seconded person may belong to another
/// @param version 0 for one that is not stored yet
/// @param line line of defence, 1 to 3; null where lines do not apply
/// @param to the day of 解除, the first day without it; null while open
/// @param retiredOn the day the appointment was called off (発令取消); it then counts on no day
public record Appointment(
        AppointmentId id,
        InstitutionId institution,
        int version,
        PersonId person,
        PostId post,
        Kind kind,
        @Nullable Integer line,
        LocalDate from,
        @Nullable LocalDate to,
        @Nullable String note,
        @Nullable LocalDate retiredOn) {

    /// Whether the person holds the post on `day`.
    public boolean on(LocalDate day) {
        return retiredOn == null && !from.isAfter(day) && (to == null || to.isAfter(day));
    }

    /// How a post is held.
    public enum Kind {
        /// 本務: one a day
        PRINCIPAL,
        /// 兼務
        CONCURRENT,
        /// 出向
        SECONDED
    }
}
