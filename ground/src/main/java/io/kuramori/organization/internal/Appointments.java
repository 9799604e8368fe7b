package io.kuramori.organization.internal;

import io.kuramori.identity.Caller;
import io.kuramori.identity.InstitutionId;
import io.kuramori.organization.Appointment;
import io.kuramori.organization.AppointmentId;
import io.kuramori.organization.Holder;
import io.kuramori.organization.PersonId;
import io.kuramori.organization.PostId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/// Appoints people to posts, ends appointments, and calls off what was planned (発令).
@Service
public class Appointments {

    private final AppointmentRepository appointments;
    private final PostRepository posts;
    private final PersonRepository people;
    private final Writes writes;

    Appointments(AppointmentRepository appointments, PostRepository posts, PersonRepository people, Writes writes) {
        this.appointments = appointments;
        this.posts = posts;
        this.people = people;
        this.writes = writes;
    }

    public AppointmentId newId() {
        return new AppointmentId(writes.newId());
    }

    public Optional<Appointment> find(Caller caller, AppointmentId id) {
        return writes.read(caller, () -> appointments.byId(id));
    }

    /// Everyone who holds a post of the institution on that day.
    public List<Holder> holders(Caller caller, InstitutionId institution, LocalDate day) {
        return writes.read(caller, () -> appointments.holders(institution, day));
    }

    public List<Holder> holders(Caller caller, PostId post, LocalDate day) {
        return writes.read(caller, () -> appointments.holders(post, day));
    }

    /// Who held, holds or will hold the post, newest first, at most 200.
    public List<Holder> everOf(Caller caller, PostId post) {
        return writes.read(caller, () -> appointments.everOf(post));
    }

    /// A person's appointments, newest first, called-off ones too.
    public List<Appointment> of(Caller caller, PersonId person) {
        return writes.read(caller, () -> appointments.of(person));
    }

    /// What begins or ends after a day (発令予定), soonest first, at most 500.
    public List<Appointment> planned(Caller caller, InstitutionId institution, LocalDate after) {
        return writes.read(caller, () -> appointments.planned(institution, after));
    }

    /// Names of those whom the planned appointments concern, seconded people too.
    public Map<PersonId, String> plannedNames(Caller caller, InstitutionId institution, LocalDate after) {
        return writes.read(caller, () -> appointments.plannedNames(institution, after));
    }

    /// Every appointment in scope that was not called off.
    public List<Appointment> all(Caller caller) {
        return writes.read(caller, appointments::all);
    }

    /// Stores a new appointment (version 0) or the next version of one; its person and post stay as they are.
    ///
    /// @throws io.kuramori.organization.Invalid when a person would have two principal posts on a day, or one twice
    public void save(Caller caller, String reason, Appointment appointment) {
        var to = appointment.to();
        var line = appointment.line();
        new Complaints()
                .when(to != null && !to.isAfter(appointment.from()), "to", "organization.error.period")
                .when(line != null && (line < 1 || line > 3), "line", "organization.error.line")
                .raise();
        writes.write(caller, reason, () -> {
            if (appointment.version() == 0) {
                checkInForce(appointment);
                appointments.insert(appointment);
            } else {
                Writes.expectOne(
                        appointments.update(appointment),
                        "appointment",
                        appointment.id().value());
            }
        });
    }

    /// Nobody is appointed to a post that is no more, nor one who has left.
    private void checkInForce(Appointment appointment) {
        var post = posts.byId(appointment.post());
        var person = people.byId(appointment.person());
        new Complaints()
                .when(post.isPresent() && post.get().retiredOn() != null, "post", "organization.error.post-retired")
                .when(
                        person.isPresent() && person.get().retiredOn() != null,
                        "person",
                        "organization.error.person-retired")
                .raise();
    }
}
