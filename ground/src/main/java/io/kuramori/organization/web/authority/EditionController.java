package io.kuramori.organization.web.authority;

import io.kuramori.identity.Allows;
import io.kuramori.identity.Caller;
import io.kuramori.identity.Right;
import io.kuramori.organization.AuthorityTable;
import io.kuramori.organization.AuthorityTable.Adoption;
import io.kuramori.organization.AuthorityTableId;
import io.kuramori.organization.internal.Authority;
import io.kuramori.organization.web.form.Answer;
import io.kuramori.organization.web.form.Choice;
import io.kuramori.organization.web.form.Field;
import io.kuramori.organization.web.form.Form;
import io.kuramori.organization.web.form.Input;
import io.kuramori.organization.web.form.Values;
import io.kuramori.organization.web.frame.Place;
import io.kuramori.organization.web.frame.Places;
import io.kuramori.organization.web.frame.Section;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Editions of the authority table: drawn up, changed while drafts, adopted, withdrawn, compared.
@Controller
class EditionController {

    private final Places places;
    private final Authority authority;
    private final EditionPages pages;

    EditionController(Places places, Authority authority, EditionPages pages) {
        this.places = places;
        this.authority = authority;
        this.pages = pages;
    }

    @Allows(Right.READ_ORGANIZATION)
    @GetMapping("/organization/authority")
    String list(Caller caller, @RequestParam(defaultValue = "") String institution, Model model) {
        model.addAttribute("view", pages.listing(caller, places.of(caller, institution)));
        return "organization/authority";
    }

    @Allows(Right.READ_ORGANIZATION)
    @GetMapping("/organization/authority/{id}")
    String page(Caller caller, @PathVariable UUID id, Model model) {
        model.addAttribute("view", pages.edition(caller, pages.stored(caller, id), List.of()));
        return "organization/edition";
    }

    @Allows(Right.READ_ORGANIZATION)
    @GetMapping("/organization/authority/{id}/compare")
    String compare(Caller caller, @PathVariable UUID id, @RequestParam UUID with, Model model) {
        var one = pages.stored(caller, id);
        var other = pages.stored(caller, with);
        if (!one.institution().equals(other.institution())) {
            throw Places.notFound();
        }
        model.addAttribute("view", pages.comparison(caller, one, other));
        return "organization/compare";
    }

    @Allows(Right.CHANGE_ORGANIZATION)
    @GetMapping("/organization/authority/new")
    String blank(
            Caller caller,
            @RequestParam(defaultValue = "") String institution,
            @RequestParam(required = false) @Nullable UUID from,
            Model model) {
        var place = places.of(caller, institution);
        var inForce = authority.inForce(caller, place.id(), place.today()).map(AuthorityTable::id);
        var start = from == null ? inForce.map(AuthorityTableId::value).orElse(null) : from;
        return Answer.show(
                model,
                draftForm(caller, place),
                Values.version(0).with("from", start).all());
    }

    @Allows(Right.CHANGE_ORGANIZATION)
    @PostMapping("/organization/authority")
    String draw(
            Caller caller,
            @RequestParam(defaultValue = "") String institution,
            @RequestParam Map<String, String> typed,
            Model model) {
        var place = places.of(caller, institution);
        return Answer.to(
                model,
                draftForm(caller, place),
                typed,
                () -> draw(caller, place, new Input(typed)),
                () -> Map.of("version", "0"));
    }

    @Allows(Right.CHANGE_ORGANIZATION)
    @GetMapping("/organization/authority/{id}/edit")
    String edit(Caller caller, @PathVariable UUID id, Model model) {
        var draft = pages.draft(caller, id);
        return Answer.show(model, changeForm(pages.place(caller, draft), draft), values(draft));
    }

    @Allows(Right.CHANGE_ORGANIZATION)
    @PostMapping("/organization/authority/{id}/edit")
    String change(Caller caller, @PathVariable UUID id, @RequestParam Map<String, String> typed, Model model) {
        var before = pages.draft(caller, id);
        return Answer.to(
                model,
                changeForm(pages.place(caller, before), before),
                typed,
                () -> {
                    var input = new Input(typed);
                    var title = input.required("title");
                    var day = input.requiredDate("effectiveFrom");
                    var reason = input.reason("organization.edition.edit");
                    input.raise();
                    authority.save(caller, reason, with(before, input.version(), title, day, null));
                    return back(before.id());
                },
                () -> values(pages.stored(caller, id)));
    }

    @Allows(Right.CHANGE_ORGANIZATION)
    @GetMapping("/organization/authority/{id}/adopt")
    String askAdoption(Caller caller, @PathVariable UUID id, Model model) {
        var draft = pages.draft(caller, id);
        var place = pages.place(caller, draft);
        var values = Values.version(draft.version()).with("adoptedOn", place.today());
        return Answer.show(model, adoptionForm(place, draft), values.all());
    }

    @Allows(Right.CHANGE_ORGANIZATION)
    @PostMapping("/organization/authority/{id}/adopt")
    String adopt(Caller caller, @PathVariable UUID id, @RequestParam Map<String, String> typed, Model model) {
        var draft = pages.draft(caller, id);
        var place = pages.place(caller, draft);
        return Answer.to(
                model,
                adoptionForm(place, draft),
                typed,
                () -> adopt(caller, place, draft, new Input(typed)),
                () -> Map.of(
                        "version", Integer.toString(pages.stored(caller, id).version())));
    }

    @Allows(Right.CHANGE_ORGANIZATION)
    @PostMapping("/organization/authority/{id}/withdraw")
    String withdraw(Caller caller, @PathVariable UUID id, @RequestParam int version, Model model) {
        var draft = pages.draft(caller, id);
        var place = pages.place(caller, draft);
        var withdrawn = with(draft, version, draft.title(), draft.effectiveFrom(), place.today());
        var complaints = Answer.attempt(() -> authority.save(caller, "organization.edition.withdraw", withdrawn));
        if (complaints.isEmpty()) {
            return "redirect:" + place.href(Section.AUTHORITY);
        }
        model.addAttribute("view", pages.edition(caller, pages.stored(caller, id), complaints));
        return "organization/edition";
    }

    private String draw(Caller caller, Place place, Input input) {
        var title = input.required("title");
        var day = input.requiredDate("effectiveFrom");
        var from = Optional.ofNullable(input.id("from"))
                .map(AuthorityTableId::new)
                .flatMap(id -> authority.edition(caller, id))
                .filter(table -> table.institution().equals(place.id()));
        var reason = input.reason("organization.edition.new");
        input.raise();
        return back(authority.draft(caller, reason, place.id(), title, day, from.map(AuthorityTable::id)));
    }

    private String adopt(Caller caller, Place place, AuthorityTable draft, Input input) {
        var on = input.requiredDate("adoptedOn");
        var by = input.required("adoptedBy");
        var reference = input.optional("reference");
        if (on.isAfter(place.today())) {
            input.complain("adoptedOn", "organization.error.adopted-later");
        }
        if (authority.rules(caller, draft.id()).isEmpty()) {
            input.complain("", "organization.error.edition-empty");
        }
        var reason = input.reason("organization.edition.adopt");
        input.raise();
        authority.adopt(caller, reason, draft.id(), input.version(), new Adoption(on, by, reference));
        return back(draft.id());
    }

    private Form draftForm(Caller caller, Place place) {
        var editions = new ArrayList<Choice>();
        editions.add(Choice.none("organization.edition.from.none"));
        authority
                .editions(caller, place.id())
                .forEach(each -> editions.add(Choice.of(each.id().value(), each.edition() + " " + each.title())));
        var path = place.href(Section.AUTHORITY);
        var fields = new ArrayList<>(titleAndDay());
        fields.add(
                Field.select("from", "organization.edition.from", editions).hinting("organization.edition.from.hint"));
        return new Form(place, Section.AUTHORITY, "organization.edition.new", "", path, path, fields)
                .doing("organization.edition.new", "organization.edition.new.consequence");
    }

    private static Form changeForm(Place place, AuthorityTable draft) {
        var page = page(draft.id());
        return new Form(
                place,
                Section.AUTHORITY,
                "organization.edition.edit",
                draft.title(),
                page + "/edit",
                page,
                titleAndDay());
    }

    private static Form adoptionForm(Place place, AuthorityTable draft) {
        var page = page(draft.id());
        return new Form(
                        place,
                        Section.AUTHORITY,
                        "organization.edition.adopt",
                        draft.title(),
                        page + "/adopt",
                        page,
                        List.of(
                                Field.date("adoptedOn", "organization.edition.adopted-on")
                                        .mandatory(),
                                Field.text("adoptedBy", "organization.edition.adopted-by")
                                        .mandatory()
                                        .hinting("organization.edition.adopted-by.hint"),
                                Field.text("reference", "organization.edition.reference")
                                        .hinting("organization.edition.reference.hint")))
                .doing("organization.edition.adopt", "organization.edition.adopt.consequence");
    }

    private static List<Field> titleAndDay() {
        return List.of(
                Field.text("title", "organization.edition.title").mandatory(),
                Field.date("effectiveFrom", "organization.edition.effective-from")
                        .mandatory()
                        .hinting("organization.edition.effective-from.hint"));
    }

    private static Map<String, String> values(AuthorityTable table) {
        return Values.version(table.version())
                .with("title", table.title())
                .with("effectiveFrom", table.effectiveFrom())
                .all();
    }

    private static AuthorityTable with(
            AuthorityTable draft, int version, String title, LocalDate day, @Nullable LocalDate withdrawn) {
        return new AuthorityTable(
                draft.id(), draft.institution(), version, draft.edition(), title, day, null, withdrawn);
    }

    private static String page(AuthorityTableId id) {
        return "/organization/authority/" + id.value();
    }

    private static String back(AuthorityTableId id) {
        return "redirect:" + page(id);
    }
}
