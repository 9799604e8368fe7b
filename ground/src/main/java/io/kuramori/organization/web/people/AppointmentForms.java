package io.kuramori.organization.web.people;

import io.kuramori.identity.Caller;
import io.kuramori.organization.Appointment;
import io.kuramori.organization.Appointment.Kind;
import io.kuramori.organization.Person;
import io.kuramori.organization.web.form.Choice;
import io.kuramori.organization.web.form.Field;
import io.kuramori.organization.web.form.Form;
import io.kuramori.organization.web.form.PostChoices;
import io.kuramori.organization.web.form.Values;
import io.kuramori.organization.web.frame.Place;
import io.kuramori.organization.web.frame.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// The forms of 発令: a new appointment, a correction, a release.
@Component
class AppointmentForms {

    private final PostChoices posts;

    AppointmentForms(PostChoices posts) {
        this.posts = posts;
    }

    Form appoint(Caller caller, Place place, Person person) {
        var fields = new ArrayList<Field>();
        fields.add(Field.select("post", "organization.post", posts.of(caller, place))
                .mandatory());
        fields.addAll(terms());
        var page = "/organization/people/" + person.id().value();
        return new Form(place, Section.PEOPLE, "organization.appoint", person.name(), page + "/appoint", page, fields)
                .doing("organization.appoint.do", "organization.appoint.consequence");
    }

    static Form correct(Place place, Appointment appointment, String subject) {
        var page = page(appointment);
        return new Form(place, Section.PEOPLE, "organization.appointment.edit", subject, page + "/edit", page, terms());
    }

    static Form release(Place place, Appointment appointment, String subject) {
        var page = page(appointment);
        return new Form(
                        place,
                        Section.PEOPLE,
                        "organization.release",
                        subject,
                        page + "/release",
                        page,
                        List.of(Field.date("to", "organization.appointment.to")
                                .mandatory()
                                .hinting("organization.appointment.to.hint")))
                .doing("organization.release.do", "organization.release.consequence");
    }

    static Map<String, String> values(Appointment appointment) {
        return Values.version(appointment.version())
                .with("kind", appointment.kind())
                .with("line", appointment.line())
                .with("from", appointment.from())
                .with("to", appointment.to())
                .with("note", appointment.note())
                .all();
    }

    private static List<Field> terms() {
        var lines = new ArrayList<Choice>();
        lines.add(Choice.none("organization.line.none"));
        for (var line : List.of("1", "2", "3")) {
            lines.add(new Choice(line, "organization.line." + line, true));
        }
        return List.of(
                Field.select("kind", "organization.kind", Choice.of(Kind.values(), "organization.kind."))
                        .mandatory(),
                Field.date("from", "organization.appointment.from")
                        .mandatory()
                        .hinting("organization.appointment.from.hint"),
                Field.date("to", "organization.appointment.to").hinting("organization.appointment.to.hint"),
                Field.select("line", "organization.line", lines).hinting("organization.line.hint"),
                Field.text("note", "organization.note"));
    }

    private static String page(Appointment appointment) {
        return "/organization/appointments/" + appointment.id().value();
    }
}
