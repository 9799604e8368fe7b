package io.kuramori.organization;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Who holds a post on a day.
///
/// @param line line of defence, 1 to 3
/// @param to first day on which the post is no longer held, when that is known already
public record Holder(
        AppointmentId appointment,
        PostId post,
        PersonId person,
        String name,
        Appointment.Kind kind,
        @Nullable Integer line,
        LocalDate from,
        @Nullable LocalDate to) {}
