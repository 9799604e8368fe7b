package io.kuramori.organization.web.people;

import io.kuramori.identity.Allows;
import io.kuramori.identity.Caller;
import io.kuramori.identity.Right;
import io.kuramori.organization.Appointment;
import io.kuramori.organization.Invalid.Complaint;
import io.kuramori.organization.Person;
import io.kuramori.organization.PersonId;
import io.kuramori.organization.PostId;
import io.kuramori.organization.Trails;
import io.kuramori.organization.internal.Appointments;
import io.kuramori.organization.internal.People;
import io.kuramori.organization.internal.Structure;
import io.kuramori.organization.web.form.Answer;
import io.kuramori.organization.web.form.Field;
import io.kuramori.organization.web.form.Form;
import io.kuramori.organization.web.form.Input;
import io.kuramori.organization.web.form.Values;
import io.kuramori.organization.web.frame.Place;
import io.kuramori.organization.web.frame.Places;
import io.kuramori.organization.web.frame.Section;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A person: page with all appointments, form, leaving.
@Controller
class PersonController {

    private final Places places;
    private final People people;
    private final Structure structure;
    private final Appointments appointments;
    private final Trails trails;

    PersonController(Places places, People people, Structure structure, Appointments appointments, Trails trails) {
        this.places = places;
        this.people = people;
        this.structure = structure;
        this.appointments = appointments;
        this.trails = trails;
    }

    @Allows(Right.READ_ORGANIZATION)
    @GetMapping("/organization/people/{id}")
    String page(Caller caller, @PathVariable UUID id, Model model) {
        return page(caller, stored(caller, id), List.of(), model);
    }

    @Allows(Right.CHANGE_ORGANIZATION)
    @GetMapping("/organization/people/new")
    String blank(Caller caller, @RequestParam(defaultValue = "") String institution, Model model) {
        return Answer.show(
                model,
                form(places.of(caller, institution), null),
                Values.version(0).all());
    }

    @Allows(Right.CHANGE_ORGANIZATION)
    @GetMapping("/organization/people/{id}/edit")
    String edit(Caller caller, @PathVariable UUID id, Model model) {
        var person = stored(caller, id);
        return Answer.show(model, form(places.of(caller, person.institution()), person), values(person));
    }

    @Allows(Right.CHANGE_ORGANIZATION)
    @PostMapping("/organization/people")
    String add(
            Caller caller,
            @RequestParam(defaultValue = "") String institution,
            @RequestParam Map<String, String> typed,
            Model model) {
        var place = places.of(caller, institution);
        return Answer.to(
                model,
                form(place, null),
                typed,
                () -> save(caller, place, new Input(typed), null),
                () -> Map.of("version", "0"));
    }

    @Allows(Right.CHANGE_ORGANIZATION)
    @PostMapping("/organization/people/{id}")
    String change(Caller caller, @PathVariable UUID id, @RequestParam Map<String, String> typed, Model model) {
        var before = stored(caller, id);
        var place = places.of(caller, before.institution());
        return Answer.to(
                model,
                form(place, before),
                typed,
                () -> save(caller, place, new Input(typed), before),
                () -> values(stored(caller, id)));
    }

    @Allows(Right.CHANGE_ORGANIZATION)
    @PostMapping("/organization/people/{id}/retire")
    String retire(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam boolean retired,
            @RequestParam Map<String, String> typed,
            Model model) {
        var person = stored(caller, id);
        var today = places.of(caller, person.institution()).today();
        var input = new Input(typed);
        var reason = input.reason(retired ? "organization.act.retire" : "organization.act.revive");
        var complaints = Answer.attempt(() -> {
            input.raise();
            people.retire(caller, reason, person.id(), version, retired ? today : null);
        });
        return complaints.isEmpty() ? back(person.id()) : page(caller, stored(caller, id), complaints, model);
    }

    private String save(Caller caller, Place place, Input input, @Nullable Person before) {
        var person = new Person(
                before == null ? people.newId() : before.id(),
                place.id(),
                before == null ? 0 : input.version(),
                input.required("code"),
                input.required("name"),
                input.required("reading"),
                input.optional("email"),
                before == null ? null : before.confirmedOn(),
                before == null ? null : before.retiredOn());
        var reason = input.reason(before == null ? "organization.person.new" : "organization.person.edit");
        input.raise();
        people.save(caller, reason, person);
        return back(person.id());
    }

    private String page(Caller caller, Person person, List<Complaint> complaints, Model model) {
        var all = appointments.of(caller, person.id());
        var posts = new HashMap<PostId, String>();
        all.stream()
                .map(Appointment::post)
                .distinct()
                .flatMap(id -> structure.post(caller, id).stream())
                .forEach(post -> posts.put(post.id(), post.name()));
        model.addAttribute(
                "view",
                new PersonView(
                        places.of(caller, person.institution()),
                        person,
                        all,
                        posts,
                        trails.of(caller, "person", person.id().value()),
                        complaints));
        return "organization/person";
    }

    private static Form form(Place place, @Nullable Person person) {
        var path = person == null
                ? place.href(Section.PEOPLE)
                : "/organization/people/" + person.id().value();
        return new Form(
                place,
                Section.PEOPLE,
                person == null ? "organization.person.new" : "organization.person.edit",
                person == null ? "" : person.name(),
                path,
                path,
                List.of(
                        Field.text("code", "organization.person.code").mandatory(),
                        Field.text("name", "organization.person.name").mandatory(),
                        Field.text("reading", "organization.reading")
                                .mandatory()
                                .hinting("organization.reading.hint"),
                        Field.text("email", "organization.person.email")));
    }

    private static Map<String, String> values(Person person) {
        return Values.version(person.version())
                .with("code", person.code())
                .with("name", person.name())
                .with("reading", person.reading())
                .with("email", person.email())
                .all();
    }

    private Person stored(Caller caller, UUID id) {
        return people.find(caller, new PersonId(id)).orElseThrow(Places::notFound);
    }

    private static String back(PersonId id) {
        return "redirect:/organization/people/" + id.value();
    }
}
