package io.kuramori.approval.web;

import io.kuramori.approval.Content;
import io.kuramori.approval.requests.Deputies;
import io.kuramori.approval.requests.Request;
import io.kuramori.approval.requests.Requests;
import io.kuramori.approval.rules.State;
import io.kuramori.approval.web.Places.Place;
import io.kuramori.approval.web.RequestForm.Matter;
import io.kuramori.identity.Allows;
import io.kuramori.identity.Caller;
import io.kuramori.identity.Right;
import io.kuramori.organization.Accounts;
import io.kuramori.organization.AuthorityTable.Rule;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// 決裁の申請: a new one, one that was sent back, one that prolongs an approval.
@Controller
@Allows(Right.ASK_APPROVAL)
class RequestFormController {

    private final Requests requests;
    private final Deputies deputies;
    private final Accounts accounts;
    private final Places places;

    RequestFormController(Requests requests, Deputies deputies, Accounts accounts, Places places) {
        this.requests = requests;
        this.deputies = deputies;
        this.accounts = accounts;
        this.places = places;
    }

    @GetMapping("/approvals/new")
    String blank(
            Caller caller,
            @RequestParam(defaultValue = "") String institution,
            @RequestParam(required = false) Optional<UUID> renews,
            Model model) {
        var renewed = renews.map(id -> stored(caller, id));
        var place = renewed.map(request -> place(caller, request)).or(() -> places.find(caller, institution));
        if (place.isEmpty()) {
            return "approval/nothing";
        }
        var filled = renewed.map(request -> filled(place.get(), request).with("until", ""))
                .orElse(Filled.EMPTY);
        return show(caller, model, place.get(), Optional.empty(), renewed, filled);
    }

    @PostMapping("/approvals")
    String submit(
            Caller caller,
            @RequestParam String institution,
            @RequestParam(required = false) Optional<UUID> renews,
            @RequestParam Map<String, String> typed,
            Model model) {
        var place = places.find(caller, institution).orElseThrow(Places::notFound);
        var renewed = renews.map(id -> stored(caller, id));
        var made = new UUID[1];
        var refused = Filled.attempt(typed, () -> {
            var input = new Typed(typed);
            var behalf = input.idOrNull("behalf");
            var content = content(place, input);
            made[0] = requests.submit(caller, place.institution().id(), content, behalf, renews.orElse(null));
        });
        return refused.map(filled -> show(caller, model, place, Optional.empty(), renewed, filled))
                .orElseGet(() -> "redirect:/approvals/" + made[0]);
    }

    @GetMapping("/approvals/{id}/edit")
    String edit(Caller caller, @PathVariable UUID id, Model model) {
        var request = stored(caller, id);
        if (!(request.standing().state() instanceof State.Returned)
                || !request.mine(caller.actor().id())) {
            return "redirect:/approvals/" + id;
        }
        var place = place(caller, request);
        return show(caller, model, place, Optional.of(request), Optional.empty(), filled(place, request));
    }

    @PostMapping("/approvals/{id}")
    String resubmit(Caller caller, @PathVariable UUID id, @RequestParam Map<String, String> typed, Model model) {
        var request = stored(caller, id);
        var place = place(caller, request);
        var refused = Filled.attempt(typed, () -> {
            var input = new Typed(typed);
            requests.resubmit(caller, id, input.version(), content(place, input));
        });
        return refused.map(filled -> show(caller, model, place, Optional.of(request), Optional.empty(), filled))
                .orElseGet(() -> "redirect:/approvals/" + id);
    }

    private Content content(Place place, Typed input) {
        var rule = place.rule(input.id("authority"));
        if (rule.isEmpty()) {
            input.complain("authority", "approval.error.choice");
        }
        var title = input.requiredLine("title");
        var asked = input.requiredText("asked");
        var risk = input.requiredText("risk");
        var compensating = input.text("compensating");
        var reference = input.lineOrNull("reference");
        var until = input.day("until");
        input.raise();
        var chosen = rule.orElseThrow();
        return new Content(title, asked, risk, compensating, reference, until, chosen.decision(), chosen.condition());
    }

    private String show(
            Caller caller,
            Model model,
            Place place,
            Optional<Request> revised,
            Optional<Request> renewed,
            Filled filled) {
        // The matter is fixed with the first submission: another matter is another request.
        var matters = place.rules().stream()
                .filter(rule -> revised.map(
                                request -> request.content().matter().equals(rule.decision()))
                        .orElse(true))
                .map(rule -> new Matter(
                        rule.id().toString(), rule.decision(), rule.condition(), place.decider(rule), rule.article()))
                .toList();
        model.addAttribute(
                "form",
                new RequestForm(
                        place.institution(),
                        place.institutions(),
                        place.today(),
                        revised,
                        renewed,
                        matters,
                        revised.isPresent() ? Map.of() : principals(caller, place),
                        filled));
        return "approval/form";
    }

    /// For whom the caller may ask as a deputy today.
    private Map<String, String> principals(Caller caller, Place place) {
        var me = caller.actor().id();
        var names = new HashMap<UUID, String>();
        places.read(caller, accounts::inScope).forEach(known -> names.put(known.account(), known.name()));
        var principals = new LinkedHashMap<String, String>();
        deputies.of(caller).stream()
                .map(deputy -> deputy.delegation())
                .filter(each -> each.deputy().equals(me) && each.on(place.today()))
                .forEach(each -> principals.put(
                        each.principal().toString(),
                        names.getOrDefault(each.principal(), each.principal().toString())));
        return principals;
    }

    private static Filled filled(Place place, Request request) {
        var content = request.content();
        var values = new HashMap<String, String>();
        values.put("title", content.title());
        values.put("asked", content.asked());
        values.put("risk", content.risk());
        values.put("compensating", content.compensating());
        values.put("reference", Objects.requireNonNullElse(content.reference(), ""));
        values.put("until", content.until().toString());
        values.put("version", String.valueOf(request.version()));
        place.rules().stream()
                .filter(rule -> matches(rule, content))
                .findFirst()
                .ifPresent(rule -> values.put("authority", rule.id().toString()));
        return new Filled(values, List.of());
    }

    private static boolean matches(Rule rule, Content content) {
        return rule.decision().equals(content.matter()) && Objects.equals(rule.condition(), content.condition());
    }

    private Place place(Caller caller, Request request) {
        return places.of(caller, request.institution());
    }

    private Request stored(Caller caller, UUID id) {
        return requests.find(caller, id).orElseThrow(Places::notFound);
    }
}
