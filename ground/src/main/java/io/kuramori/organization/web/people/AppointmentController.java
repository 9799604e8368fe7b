package io.kuramori.organization.web.people;

import io.kuramori.identity.Allows;
import io.kuramori.identity.Caller;
import io.kuramori.identity.Right;
import io.kuramori.organization.Appointment;
import io.kuramori.organization.Appointment.Kind;
import io.kuramori.organization.AppointmentId;
import io.kuramori.organization.Holder;
import io.kuramori.organization.Invalid.Complaint;
import io.kuramori.organization.Person;
import io.kuramori.organization.PersonId;
import io.kuramori.organization.Post;
import io.kuramori.organization.PostId;
import io.kuramori.organization.Trails;
import io.kuramori.organization.internal.Appointments;
import io.kuramori.organization.internal.People;
import io.kuramori.organization.internal.Structure;
import io.kuramori.organization.web.form.Answer;
import io.kuramori.organization.web.form.Input;
import io.kuramori.organization.web.form.Values;
import io.kuramori.organization.web.frame.Places;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// 発令 on screen: appoint, correct, release, call off; dates may lie in the future.
@Controller
class AppointmentController {

    private final Places places;
    private final People people;
    private final Structure structure;
    private final Appointments appointments;
    private final AppointmentForms forms;
    private final Trails trails;

    AppointmentController(
            Places places,
            People people,
            Structure structure,
            Appointments appointments,
            AppointmentForms forms,
            Trails trails) {
        this.places = places;
        this.people = people;
        this.structure = structure;
        this.appointments = appointments;
        this.forms = forms;
        this.trails = trails;
    }

    @Allows(Right.CHANGE_ORGANIZATION)
    @GetMapping("/organization/people/{id}/appoint")
    String blank(Caller caller, @PathVariable UUID id, @RequestParam(defaultValue = "") String post, Model model) {
        var person = person(caller, id);
        var place = places.of(caller, person.institution());
        var values = Values.version(0)
                .with("post", post)
                .with("kind", Kind.PRINCIPAL)
                .with("from", place.today());
        return Answer.show(model, forms.appoint(caller, place, person), values.all());
    }

    @Allows(Right.CHANGE_ORGANIZATION)
    @PostMapping("/organization/people/{id}/appoint")
    String appoint(Caller caller, @PathVariable UUID id, @RequestParam Map<String, String> typed, Model model) {
        var person = person(caller, id);
        var form = forms.appoint(caller, places.of(caller, person.institution()), person);
        return Answer.to(
                model,
                form,
                typed,
                () -> {
                    appoint(caller, person, new Input(typed));
                    return "redirect:/organization/people/" + id;
                },
                () -> Map.of("version", "0"));
    }

    @Allows(Right.READ_ORGANIZATION)
    @GetMapping("/organization/appointments/{id}")
    String page(Caller caller, @PathVariable UUID id, Model model) {
        return page(caller, stored(caller, id), List.of(), model);
    }

    @Allows(Right.CHANGE_ORGANIZATION)
    @GetMapping("/organization/appointments/{id}/edit")
    String edit(Caller caller, @PathVariable UUID id, Model model) {
        var appointment = stored(caller, id);
        var form = AppointmentForms.correct(
                places.of(caller, appointment.institution()), appointment, subject(caller, appointment));
        return Answer.show(model, form, AppointmentForms.values(appointment));
    }

    @Allows(Right.CHANGE_ORGANIZATION)
    @PostMapping("/organization/appointments/{id}/edit")
    String correct(Caller caller, @PathVariable UUID id, @RequestParam Map<String, String> typed, Model model) {
        var before = stored(caller, id);
        var form = AppointmentForms.correct(places.of(caller, before.institution()), before, subject(caller, before));
        return Answer.to(
                model,
                form,
                typed,
                () -> {
                    var input = new Input(typed);
                    var terms = Terms.of(input);
                    var reason = input.reason("organization.appointment.edit");
                    input.raise();
                    appointments.save(caller, reason, terms.change(before, input.version(), before.retiredOn()));
                    return back(before.id());
                },
                () -> AppointmentForms.values(stored(caller, id)));
    }

    @Allows(Right.CHANGE_ORGANIZATION)
    @GetMapping("/organization/appointments/{id}/release")
    String askRelease(Caller caller, @PathVariable UUID id, Model model) {
        var appointment = stored(caller, id);
        var form = AppointmentForms.release(
                places.of(caller, appointment.institution()), appointment, subject(caller, appointment));
        return Answer.show(model, form, AppointmentForms.values(appointment));
    }

    @Allows(Right.CHANGE_ORGANIZATION)
    @PostMapping("/organization/appointments/{id}/release")
    String release(Caller caller, @PathVariable UUID id, @RequestParam Map<String, String> typed, Model model) {
        var before = stored(caller, id);
        var form = AppointmentForms.release(places.of(caller, before.institution()), before, subject(caller, before));
        return Answer.to(
                model,
                form,
                typed,
                () -> {
                    var input = new Input(typed);
                    var to = input.requiredDate("to");
                    var reason = input.reason("organization.release");
                    input.raise();
                    var terms = Terms.of(before).until(to);
                    appointments.save(caller, reason, terms.change(before, input.version(), before.retiredOn()));
                    return back(before.id());
                },
                () -> AppointmentForms.values(stored(caller, id)));
    }

    @Allows(Right.CHANGE_ORGANIZATION)
    @PostMapping("/organization/appointments/{id}/retire")
    String callOff(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam boolean retired,
            @RequestParam Map<String, String> typed,
            Model model) {
        var before = stored(caller, id);
        var today = places.of(caller, before.institution()).today();
        var input = new Input(typed);
        var reason = input.reason(retired ? "organization.act.call-off" : "organization.act.revive");
        var complaints = Answer.attempt(() -> {
            input.raise();
            appointments.save(caller, reason, Terms.of(before).change(before, version, retired ? today : null));
        });
        return complaints.isEmpty() ? back(before.id()) : page(caller, stored(caller, id), complaints, model);
    }

    private void appoint(Caller caller, Person person, Input input) {
        var chosen = input.requiredId("post");
        var post = structure.post(caller, new PostId(chosen));
        if (post.isEmpty() && !input.text("post").isEmpty()) {
            input.complain("post", "organization.error.choice");
        }
        var terms = Terms.of(input);
        var reason = input.reason("organization.appoint");
        input.raise();
        appointments.save(caller, reason, terms.begin(appointments.newId(), person, post.orElseThrow()));
    }

    private String page(Caller caller, Appointment appointment, List<Complaint> complaints, Model model) {
        var place = places.of(caller, appointment.institution());
        model.addAttribute(
                "view",
                new AppointmentView(
                        place,
                        appointment,
                        structure.post(caller, appointment.post()).orElseThrow(Places::notFound),
                        name(caller, appointment),
                        people.find(caller, appointment.person()).isPresent(),
                        trails.of(caller, "appointment", appointment.id().value()),
                        complaints));
        return "organization/appointment";
    }

    /// A person seconded from out of sight is known by name alone.
    private String name(Caller caller, Appointment appointment) {
        return appointments.everOf(caller, appointment.post()).stream()
                .filter(holder -> holder.person().equals(appointment.person()))
                .map(Holder::name)
                .findFirst()
                .or(() -> people.find(caller, appointment.person()).map(Person::name))
                .orElse("");
    }

    private String subject(Caller caller, Appointment appointment) {
        var post = structure.post(caller, appointment.post()).map(Post::name).orElse("");
        return name(caller, appointment) + " " + post;
    }

    private Person person(Caller caller, UUID id) {
        return people.find(caller, new PersonId(id)).orElseThrow(Places::notFound);
    }

    private Appointment stored(Caller caller, UUID id) {
        return appointments.find(caller, new AppointmentId(id)).orElseThrow(Places::notFound);
    }

    private static String back(AppointmentId id) {
        return "redirect:/organization/appointments/" + id.value();
    }
}
