package io.kuramori.organization.internal;

import io.kuramori.organization.Appointment;
import io.kuramori.organization.AppointmentId;
import io.kuramori.organization.Invalid;
import io.kuramori.organization.PersonId;
import io.kuramori.organization.Post;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Carries out 発令 inside the transaction of an import.
@Component
class AppointmentOrders {

    private final AppointmentRepository appointments;
    private final Writes writes;
    private final Clock clock;

    AppointmentOrders(AppointmentRepository appointments, Writes writes, Clock clock) {
        this.appointments = appointments;
        this.writes = writes;
        this.clock = clock;
    }

    /// @throws Invalid when there is nothing to release on that day
    void add(AppointmentSheet.Draft order, PersonId person, Post post) {
        if (order.appoints()) {
            appointments.insert(new Appointment(
                    new AppointmentId(writes.newId()),
                    post.institution(),
                    0,
                    person,
                    post.id(),
                    order.kind(),
                    order.line(),
                    order.day(),
                    null,
                    null,
                    null));
            return;
        }

        var held = appointments.of(person).stream()
                .filter(each ->
                        each.post().equals(post.id()) && each.on(order.day().minusDays(1)))
                .findFirst()
                .orElseThrow(() -> new Invalid("post", "organization.error.nothing-to-release"));
        update(held, held.version(), held.kind(), held.line(), order.day(), null);
    }

    /// Kind and line as the row says; its dates, person and post are its key.
    void correct(Appointment subject, int version, AppointmentSheet.Draft order) {
        update(subject, version, order.kind(), order.line(), subject.to(), null);
    }

    void callOff(Appointment subject, int version) {
        var today = LocalDate.now(clock.withZone(Directory.ZONE));
        update(subject, version, subject.kind(), subject.line(), subject.to(), today);
    }

    void reopen(Appointment subject, int version) {
        update(subject, version, subject.kind(), subject.line(), null, null);
    }

    private void update(
            Appointment before,
            int version,
            Appointment.Kind kind,
            @Nullable Integer line,
            @Nullable LocalDate to,
            @Nullable LocalDate retired) {
        int rows = appointments.update(new Appointment(
                before.id(),
                before.institution(),
                version,
                before.person(),
                before.post(),
                kind,
                line,
                before.from(),
                to,
                before.note(),
                retired));
        Writes.expectOne(rows, "appointment", before.id().value());
    }
}
