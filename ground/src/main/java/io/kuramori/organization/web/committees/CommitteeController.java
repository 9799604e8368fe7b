package io.kuramori.organization.web.committees;

import io.kuramori.identity.Allows;
import io.kuramori.identity.Caller;
import io.kuramori.identity.Right;
import io.kuramori.organization.Committee;
import io.kuramori.organization.CommitteeId;
import io.kuramori.organization.Level;
import io.kuramori.organization.internal.Committees;
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
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The committees of an institution: list, page with seats and calendar, form, retirement.
@Controller
class CommitteeController {

    private final Places places;
    private final Committees committees;
    private final CommitteePages pages;

    CommitteeController(Places places, Committees committees, CommitteePages pages) {
        this.places = places;
        this.committees = committees;
        this.pages = pages;
    }

    @Allows(Right.READ_ORGANIZATION)
    @GetMapping("/organization/committees")
    String list(Caller caller, @RequestParam(defaultValue = "") String institution, Model model) {
        var place = places.of(caller, institution);
        var retired = committees.all(caller).stream()
                .filter(each -> each.institution().equals(place.id()) && each.retiredOn() != null)
                .toList();
        model.addAttribute(
                "view",
                new CommitteeViews.Listing(
                        place,
                        committees.of(caller, place.id()),
                        retired,
                        committees.nextMeetings(caller, place.id(), place.today())));
        return "organization/committees";
    }

    @Allows(Right.READ_ORGANIZATION)
    @GetMapping("/organization/committees/{id}")
    String page(
            Caller caller, @PathVariable UUID id, @RequestParam(required = false) @Nullable Integer year, Model model) {
        var shown = year == null || year < 1900 || year > 2999 ? null : Year.of(year);
        model.addAttribute("view", pages.of(caller, stored(caller, id), shown, List.of()));
        return "organization/committee";
    }

    @Allows(Right.CHANGE_ORGANIZATION)
    @GetMapping("/organization/committees/new")
    String blank(Caller caller, @RequestParam(defaultValue = "") String institution, Model model) {
        var values = Values.version(0).with("level", Level.MANAGEMENT);
        return Answer.show(model, form(places.of(caller, institution), null), values.all());
    }

    @Allows(Right.CHANGE_ORGANIZATION)
    @GetMapping("/organization/committees/{id}/edit")
    String edit(Caller caller, @PathVariable UUID id, Model model) {
        var committee = stored(caller, id);
        return Answer.show(model, form(places.of(caller, committee.institution()), committee), values(committee));
    }

    @Allows(Right.CHANGE_ORGANIZATION)
    @PostMapping("/organization/committees")
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
    @PostMapping("/organization/committees/{id}")
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
    @PostMapping("/organization/committees/{id}/retire")
    String retire(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam boolean retired,
            @RequestParam Map<String, String> typed,
            Model model) {
        var committee = stored(caller, id);
        var today = places.of(caller, committee.institution()).today();
        var input = new Input(typed);
        var reason = input.reason(retired ? "organization.act.retire" : "organization.act.revive");
        var complaints = Answer.attempt(() -> {
            input.raise();
            committees.retire(caller, reason, committee.id(), version, retired ? today : null);
        });
        if (complaints.isEmpty()) {
            return back(committee.id());
        }
        model.addAttribute("view", pages.of(caller, stored(caller, id), null, complaints));
        return "organization/committee";
    }

    private String save(Caller caller, Place place, Input input, @Nullable Committee before) {
        var quorum = input.number("quorum");
        if (quorum == null && input.text("quorum").isEmpty()) {
            input.complain("quorum", "organization.error.required");
        }
        var committee = new Committee(
                before == null ? new CommitteeId(committees.newId()) : before.id(),
                place.id(),
                before == null ? 0 : input.version(),
                input.required("code"),
                input.required("name"),
                input.optional("reading"),
                input.choice("level", Level.values()),
                Objects.requireNonNullElse(quorum, 0),
                before == null ? null : before.confirmedOn(),
                before == null ? null : before.retiredOn());
        var reason = input.reason(before == null ? "organization.committee.new" : "organization.committee.edit");
        input.raise();
        committees.save(caller, reason, committee);
        return back(committee.id());
    }

    private static Form form(Place place, @Nullable Committee committee) {
        var path = committee == null
                ? place.href(Section.COMMITTEES)
                : "/organization/committees/" + committee.id().value();
        return new Form(
                place,
                Section.COMMITTEES,
                committee == null ? "organization.committee.new" : "organization.committee.edit",
                committee == null ? "" : committee.name(),
                path,
                path,
                List.of(
                        Field.text("code", "organization.code").mandatory(),
                        Field.text("name", "organization.committee.name").mandatory(),
                        Field.text("reading", "organization.reading").hinting("organization.reading.hint"),
                        Field.select("level", "organization.level", Choice.of(Level.values(), "organization.level."))
                                .mandatory()
                                .hinting("organization.level.hint"),
                        Field.number("quorum", "organization.quorum")
                                .mandatory()
                                .hinting("organization.quorum.hint")));
    }

    private static Map<String, String> values(Committee committee) {
        return Values.version(committee.version())
                .with("code", committee.code())
                .with("name", committee.name())
                .with("reading", committee.reading())
                .with("level", committee.level())
                .with("quorum", committee.quorum())
                .all();
    }

    private Committee stored(Caller caller, UUID id) {
        return committees.find(caller, new CommitteeId(id)).orElseThrow(Places::notFound);
    }

    private static String back(CommitteeId id) {
        return "redirect:/organization/committees/" + id.value();
    }
}
