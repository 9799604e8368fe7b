package io.kuramori.organization.internal;

import io.kuramori.identity.Caller;
import io.kuramori.journal.StaleRecord;
import io.kuramori.organization.Appointment;
import io.kuramori.organization.AppointmentId;
import io.kuramori.organization.Held;
import io.kuramori.organization.Holder;
import io.kuramori.organization.Holdings;
import io.kuramori.organization.PersonId;
import io.kuramori.organization.Post;
import io.kuramori.organization.PostId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/// 異動: what a person's posts hold, and who takes each post over on an effective date, in one transaction.
@Service
public class Transfers {

    private final AppointmentRepository appointments;
    private final PostRepository posts;
    private final ObjectProvider<Holdings> rooms;
    private final Writes writes;

    Transfers(AppointmentRepository appointments, PostRepository posts, ObjectProvider<Holdings> rooms, Writes writes) {
        this.appointments = appointments;
        this.posts = posts;
        this.rooms = rooms;
        this.writes = writes;
    }

    /// A post that the person holds on the day before the effective date or on it, and everything it holds. Records
    /// stay
    /// with the post; only the person changes.
    ///
    /// @param version of the appointment, for the change to be based on
    public record Load(Holder holder, int version, Post post, List<Held> holds) {

        public Load {
            holds = List.copyOf(holds);
        }
    }

    /// One post passes on.
    ///
    /// @param ending the appointment that ends on the effective date
    /// @param version the version of it that was looked at
    /// @param successor null leaves the post vacant (空席)
    public record Handover(
            AppointmentId ending,
            int version,
            @Nullable PersonId successor,
            Appointment.Kind kind,
            @Nullable Integer line) {}

    /// A new post for the person who leaves.
    public record NextPost(
            PersonId person,
            PostId post,
            Appointment.Kind kind,
            @Nullable Integer line) {}

    /// What changes hands if the person leaves on `effective`: the posts held on the day before.
    public List<Load> loads(Caller caller, PersonId person, LocalDate effective) {
        return writes.read(
                caller,
                () -> appointments.heldBy(person, effective.minusDays(1)).stream()
                        .map(this::load)
                        .toList());
    }

    /// What one post holds.
    public List<Held> holds(Caller caller, PostId post) {
        return writes.read(caller, () -> holds(post));
    }

    /// Carries out all handovers, and gives the person the next post, or changes nothing.
    ///
    /// @throws io.kuramori.organization.Invalid when an appointment had not begun before the date,
    ///     or when somebody would have two principal posts
    public void transfer(
            Caller caller, String reason, LocalDate effective, List<Handover> handovers, @Nullable NextPost next) {
        new Complaints()
                .when(handovers.isEmpty() && next == null, "", "organization.error.nothing-to-transfer")
                .raise();
        writes.write(caller, reason, () -> {
            // All posts are given up before any is taken: two people may change places.
            var ended =
                    handovers.stream().map(handover -> end(handover, effective)).toList();
            for (int i = 0; i < handovers.size(); i++) {
                succeed(handovers.get(i), ended.get(i), effective);
            }
            if (next != null) {
                begin(next, effective);
            }
        });
    }

    private Load load(Holder holder) {
        var appointment = appointments.byId(holder.appointment()).orElseThrow();
        var post = posts.byId(holder.post()).orElseThrow();
        return new Load(holder, appointment.version(), post, holds(holder.post()));
    }

    private List<Held> holds(PostId post) {
        return rooms.orderedStream().flatMap(room -> room.heldBy(post).stream()).toList();
    }

    private Appointment end(Handover handover, LocalDate effective) {
        var appointment = appointments
                .byId(handover.ending())
                .orElseThrow(
                        () -> new StaleRecord("appointment", handover.ending().value()));
        new Complaints()
                .when(!appointment.from().isBefore(effective), "effective", "organization.error.not-begun")
                .when(
                        appointment.person().equals(handover.successor()),
                        "successor",
                        "organization.error.own-successor")
                .raise();
        int rows = appointments.update(new Appointment(
                appointment.id(),
                appointment.institution(),
                handover.version(),
                appointment.person(),
                appointment.post(),
                appointment.kind(),
                appointment.line(),
                appointment.from(),
                effective,
                appointment.note(),
                null));
        Writes.expectOne(rows, "appointment", appointment.id().value());
        return appointment;
    }

    private void succeed(Handover handover, Appointment before, LocalDate effective) {
        var successor = handover.successor();
        if (successor == null) {
            return;
        }
        appointments.insert(new Appointment(
                new AppointmentId(writes.newId()),
                before.institution(),
                0,
                successor,
                before.post(),
                handover.kind(),
                handover.line(),
                effective,
                null,
                null,
                null));
    }

    private void begin(NextPost next, LocalDate effective) {
        var post = posts.byId(next.post()).orElseThrow();
        appointments.insert(new Appointment(
                new AppointmentId(writes.newId()),
                post.institution(),
                0,
                next.person(),
                post.id(),
                next.kind(),
                next.line(),
                effective,
                null,
                null,
                null));
    }
}
