package io.kuramori.organization.web.authority;

import io.kuramori.identity.Allows;
import io.kuramori.identity.Caller;
import io.kuramori.identity.Right;
import io.kuramori.organization.AuthorityTable;
import io.kuramori.organization.AuthorityTable.Rule;
import io.kuramori.organization.CommitteeId;
import io.kuramori.organization.Decider;
import io.kuramori.organization.PostId;
import io.kuramori.organization.internal.Authority;
import io.kuramori.organization.internal.Body;
import io.kuramori.organization.internal.Committees;
import io.kuramori.organization.internal.Structure;
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
import java.util.HashSet;
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

/// Rows of a draft edition: which matter, under which condition, is decided by whom, by which article.
@Controller
@Allows(Right.CHANGE_ORGANIZATION)
class RuleController {

    private final Authority authority;
    private final Structure structure;
    private final Committees committees;
    private final EditionPages pages;

    RuleController(Authority authority, Structure structure, Committees committees, EditionPages pages) {
        this.authority = authority;
        this.structure = structure;
        this.committees = committees;
        this.pages = pages;
    }

    @GetMapping("/organization/authority/{id}/rules/new")
    String blank(Caller caller, @PathVariable UUID id, Model model) {
        var form = form(caller, pages.draft(caller, id), null);
        return Answer.show(model, form, Values.version(0).all());
    }

    @PostMapping("/organization/authority/{id}/rules")
    String add(Caller caller, @PathVariable UUID id, @RequestParam Map<String, String> typed, Model model) {
        var draft = pages.draft(caller, id);
        return Answer.to(
                model,
                form(caller, draft, null),
                typed,
                () -> save(caller, draft, new Input(typed), null),
                () -> Map.of("version", "0"));
    }

    @GetMapping("/organization/rules/{id}/edit")
    String edit(Caller caller, @PathVariable UUID id, Model model) {
        var rule = stored(caller, id);
        var draft = pages.draft(caller, rule.table().value());
        return Answer.show(model, form(caller, draft, rule), values(rule));
    }

    @PostMapping("/organization/rules/{id}")
    String change(Caller caller, @PathVariable UUID id, @RequestParam Map<String, String> typed, Model model) {
        var before = stored(caller, id);
        var draft = pages.draft(caller, before.table().value());
        return Answer.to(
                model,
                form(caller, draft, before),
                typed,
                () -> save(caller, draft, new Input(typed), before),
                () -> values(stored(caller, id)));
    }

    @PostMapping("/organization/rules/{id}/remove")
    String remove(Caller caller, @PathVariable UUID id, @RequestParam int version, Model model) {
        var before = stored(caller, id);
        var draft = pages.draft(caller, before.table().value());
        LocalDate today = pages.place(caller, draft).today();
        var removed = new Rule(
                before.id(),
                before.institution(),
                version,
                before.table(),
                before.decision(),
                before.article(),
                before.condition(),
                before.decider(),
                today);
        var complaints = Answer.attempt(() -> authority.save(caller, "organization.rule.remove", removed));
        if (complaints.isEmpty()) {
            return back(draft);
        }
        model.addAttribute("view", pages.edition(caller, draft, complaints));
        return "organization/edition";
    }

    private String save(Caller caller, AuthorityTable draft, Input input, @Nullable Rule before) {
        var decision = input.required("decision");
        if (!decision.isEmpty() && !Matters.offers(authority.rules(caller, draft.id()), decision)) {
            input.complain("decision", "organization.error.choice");
        }
        var article = input.required("article");
        var condition = input.optional("condition");
        var decider = decider(caller, pages.place(caller, draft), input, before);
        var reason = input.reason(before == null ? "organization.rule.new" : "organization.rule.edit");
        input.raise();
        authority.save(
                caller,
                reason,
                new Rule(
                        before == null ? authority.newId() : before.id(),
                        draft.institution(),
                        before == null ? 0 : input.version(),
                        draft.id(),
                        decision,
                        article,
                        condition,
                        decider.orElseThrow(),
                        null));
        return back(draft);
    }

    /// Only what the form offers may be named, or what the row names already.
    private Optional<Decider> decider(Caller caller, Place place, Input input, @Nullable Rule before) {
        var id = input.id("decider");
        var offered = bodies(caller, place, before).stream()
                .filter(body -> body.id().equals(id))
                .findFirst();
        if (offered.isEmpty()) {
            input.complain(
                    "decider",
                    input.text("decider").isEmpty() ? "organization.error.required" : "organization.error.choice");
        }
        return offered.map(body -> body.committee()
                ? new Decider.ByCommittee(new CommitteeId(body.id()))
                : new Decider.ByPost(new PostId(body.id())));
    }

    /// Bodies in force: those in scope, the committees above, and the present one.
    private List<Body> bodies(Caller caller, Place place, @Nullable Rule before) {
        var retired = new HashSet<UUID>();
        structure.allPosts(caller).stream()
                .filter(post -> post.retiredOn() != null)
                .forEach(post -> retired.add(post.id().value()));
        committees.all(caller).stream()
                .filter(committee -> committee.retiredOn() != null)
                .forEach(committee -> retired.add(committee.id().value()));
        if (before != null) {
            retired.remove(id(before.decider()));
        }
        var own = new ArrayList<Body>();
        var others = new ArrayList<Body>();
        authority.bodies(caller).stream()
                .filter(body -> !retired.contains(body.id()))
                .forEach(body -> (body.institution().equals(place.id()) ? own : others).add(body));
        own.addAll(others);
        return own;
    }

    private Form form(Caller caller, AuthorityTable draft, @Nullable Rule rule) {
        var place = pages.place(caller, draft);
        var deciders = new ArrayList<Choice>();
        deciders.add(Choice.none("organization.choose"));
        bodies(caller, place, rule)
                .forEach(body -> deciders.add(
                        Choice.of(body.id(), body.name() + " (" + body.institutionName() + " " + body.code() + ")")));
        var page = "/organization/authority/" + draft.id().value();
        return new Form(
                place,
                Section.AUTHORITY,
                rule == null ? "organization.rule.new" : "organization.rule.edit",
                draft.title(),
                rule == null ? page + "/rules" : "/organization/rules/" + rule.id(),
                page,
                List.of(
                        Field.select(
                                        "decision",
                                        "organization.rule.decision",
                                        Matters.choices(authority.rules(caller, draft.id())))
                                .mandatory(),
                        Field.text("condition", "organization.rule.condition")
                                .hinting("organization.rule.condition.hint"),
                        Field.select("decider", "organization.rule.decider", deciders)
                                .mandatory()
                                .hinting("organization.rule.decider.hint"),
                        Field.text("article", "organization.rule.article")
                                .mandatory()
                                .hinting("organization.rule.article.hint")));
    }

    private static Map<String, String> values(Rule rule) {
        return Values.version(rule.version())
                .with("decision", rule.decision())
                .with("condition", rule.condition())
                .with("decider", id(rule.decider()))
                .with("article", rule.article())
                .all();
    }

    private static UUID id(Decider decider) {
        return switch (decider) {
            case Decider.ByPost(var post) -> post.value();
            case Decider.ByCommittee(var committee) -> committee.value();
        };
    }

    private Rule stored(Caller caller, UUID id) {
        return authority
                .rule(caller, id)
                .filter(rule -> rule.retiredOn() == null)
                .orElseThrow(Places::notFound);
    }

    private static String back(AuthorityTable draft) {
        return "redirect:/organization/authority/" + draft.id().value();
    }
}
