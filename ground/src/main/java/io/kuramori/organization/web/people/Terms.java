package io.kuramori.organization.web.people;

import io.kuramori.organization.Appointment;
import io.kuramori.organization.Appointment.Kind;
import io.kuramori.organization.AppointmentId;
import io.kuramori.organization.Person;
import io.kuramori.organization.Post;
import io.kuramori.organization.web.form.Input;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// How a post is held, as a form says it.
record Terms(
        Kind kind,
        @Nullable Integer line,
        LocalDate from,
        @Nullable LocalDate to,
        @Nullable String note) {

    static Terms of(Input input) {
        return new Terms(
                input.choice("kind", Kind.values()),
                input.number("line"),
                input.requiredDate("from"),
                input.date("to"),
                input.optional("note"));
    }

    static Terms of(Appointment appointment) {
        return new Terms(
                appointment.kind(), appointment.line(), appointment.from(), appointment.to(), appointment.note());
    }

    Terms until(@Nullable LocalDate end) {
        return new Terms(kind, line, from, end, note);
    }

    Appointment begin(AppointmentId id, Person person, Post post) {
        return new Appointment(id, post.institution(), 0, person.id(), post.id(), kind, line, from, to, note, null);
    }

    /// The next version of an appointment on these terms.
    Appointment change(Appointment before, int version, @Nullable LocalDate calledOff) {
        return new Appointment(
                before.id(),
                before.institution(),
                version,
                before.person(),
                before.post(),
                kind,
                line,
                from,
                to,
                note,
                calledOff);
    }
}
