package io.kuramori.organization.web.people;

import io.kuramori.organization.Appointment;
import java.time.LocalDate;

/// How an appointment stands on a day; each has its word.
public enum Standing {
    NOW,
    PLANNED,
    OVER,
    CALLED_OFF;

    static Standing of(Appointment appointment, LocalDate day) {
        if (appointment.retiredOn() != null) {
            return CALLED_OFF;
        }
        if (appointment.on(day)) {
            return NOW;
        }
        return appointment.from().isAfter(day) ? PLANNED : OVER;
    }
}
