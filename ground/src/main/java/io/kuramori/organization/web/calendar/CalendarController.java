package io.kuramori.organization.web.calendar;

import io.kuramori.identity.Allows;
import io.kuramori.identity.Caller;
import io.kuramori.identity.Right;
import io.kuramori.organization.Invalid.Complaint;
import io.kuramori.organization.SpecialDay;
import io.kuramori.organization.internal.Institutions;
import io.kuramori.organization.web.form.Answer;
import io.kuramori.organization.web.form.Choice;
import io.kuramori.organization.web.form.Field;
import io.kuramori.organization.web.form.Form;
import io.kuramori.organization.web.form.Input;
import io.kuramori.organization.web.form.Values;
import io.kuramori.organization.web.frame.Place;
import io.kuramori.organization.web.frame.Places;
import io.kuramori.organization.web.frame.Section;
import java.time.Year;
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

/// The calendar of an institution: its business year, the country's holidays, and its own days over them.
@Controller
class CalendarController {

    /// The years for which holidays are known; others show the present business year.
    private static final int FIRST = 2007;

    private static final int LAST = 2098;

    private final Places places;
    private final Institutions institutions;

    CalendarController(Places places, Institutions institutions) {
        this.places = places;
        this.institutions = institutions;
    }

    @Allows(Right.READ_ORGANIZATION)
    @GetMapping("/organization/calendar")
    String calendar(
            Caller caller,
            @RequestParam(defaultValue = "") String institution,
            @RequestParam(required = false) @Nullable Integer year,
            Model model) {
        return show(caller, places.of(caller, institution), year, List.of(), model);
    }

    @Allows(Right.CHANGE_ORGANIZATION)
    @GetMapping("/organization/calendar/new")
    String blank(Caller caller, @RequestParam(defaultValue = "") String institution, Model model) {
        var values = Values.version(0).with("kind", Kind.CLOSED);
        return Answer.show(model, form(places.of(caller, institution)), values.all());
    }

    @Allows(Right.CHANGE_ORGANIZATION)
    @PostMapping("/organization/calendar")
    String add(
            Caller caller,
            @RequestParam(defaultValue = "") String institution,
            @RequestParam Map<String, String> typed,
            Model model) {
        var place = places.of(caller, institution);
        return Answer.to(
                model,
                form(place),
                typed,
                () -> {
                    var input = new Input(typed);
                    var day = new SpecialDay(
                            institutions.newDayId(),
                            place.id(),
                            0,
                            input.requiredDate("day"),
                            input.choice("kind", Kind.values()) == Kind.OPEN,
                            input.required("name"),
                            null);
                    var reason = input.reason("organization.day.new");
                    input.raise();
                    institutions.save(caller, reason, day);
                    return "redirect:" + place.href(Section.CALENDAR);
                },
                () -> Map.of("version", "0"));
    }

    @Allows(Right.CHANGE_ORGANIZATION)
    @PostMapping("/organization/calendar/{id}/remove")
    String remove(Caller caller, @PathVariable UUID id, @RequestParam int version, Model model) {
        var day = institutions
                .day(caller, id)
                .filter(each -> each.retiredOn() == null)
                .orElseThrow(Places::notFound);
        var place = places.of(caller, day.institution());
        var removed = new SpecialDay(id, place.id(), version, day.day(), day.open(), day.name(), place.today());
        var complaints = Answer.attempt(() -> institutions.save(caller, "organization.day.remove", removed));
        return complaints.isEmpty()
                ? "redirect:" + place.href(Section.CALENDAR)
                : show(caller, place, null, complaints, model);
    }

    /// What an own day is.
    private enum Kind {
        CLOSED,
        OPEN
    }

    private String show(Caller caller, Place place, @Nullable Integer year, List<Complaint> complaints, Model model) {
        var calendar = institutions.calendar(caller, place.selected());
        var start = year == null || year < FIRST || year > LAST
                ? calendar.businessYearStart(place.today())
                : Year.of(year).atMonth(place.selected().businessYearStart()).atDay(1);
        model.addAttribute(
                "view",
                new CalendarView(
                        place,
                        start,
                        institutions.holidays(place.selected(), start, start.plusYears(1)),
                        institutions.days(caller, place.id()),
                        calendar,
                        complaints));
        return "organization/calendar";
    }

    private static Form form(Place place) {
        var path = place.href(Section.CALENDAR);
        return new Form(
                place,
                Section.CALENDAR,
                "organization.day.new",
                "",
                path,
                path,
                List.of(
                        Field.date("day", "organization.day").mandatory(),
                        Field.select("kind", "organization.day.kind", Choice.of(Kind.values(), "organization.day."))
                                .mandatory(),
                        Field.text("name", "organization.day.name").mandatory().hinting("organization.day.name.hint")));
    }
}
