package io.kuramori.identity.rights;

import io.kuramori.identity.Allows;
import io.kuramori.identity.Caller;
import io.kuramori.identity.Right;
import io.kuramori.identity.Role;
import io.kuramori.identity.StepUp;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// Administration → roles: who holds what where until when, what waits for a second person, and giving one.
@Controller
class RolesController {

    private static final String LIST = "/administration/roles";

    private final Grants grants;
    private final GrantViews views;
    private final Clock clock;
    private final ZoneId zone;

    RolesController(Grants grants, GrantViews views, Clock clock, @Value("${kuramori.zone:Asia/Tokyo}") ZoneId zone) {
        this.grants = grants;
        this.views = views;
        this.clock = clock;
        this.zone = zone;
    }

    @Allows(Right.READ_RIGHTS)
    @GetMapping(LIST)
    String list(Caller caller, Model model) {
        var all = views.all(caller);
        model.addAttribute("waiting", standing(all, Grant.Standing.WAITING));
        model.addAttribute("held", standing(all, Grant.Standing.HELD, Grant.Standing.PLANNED));
        model.addAttribute(
                "over",
                standing(
                        all,
                        Grant.Standing.ENDED,
                        Grant.Standing.REVOKED,
                        Grant.Standing.REFUSED,
                        Grant.Standing.LAPSED));
        return "identity/roles";
    }

    @Allows(Right.GRANT_ROLES)
    @GetMapping(LIST + "/new")
    String blank(Caller caller, @RequestParam(defaultValue = "") String account, Model model) {
        var today = LocalDate.now(clock.withZone(zone)).toString();
        return form(caller, new GrantForm(account, "", "", today, "", ""), "", model);
    }

    /// Says what would follow, before it is done.
    @Allows(Right.GRANT_ROLES)
    @PostMapping(LIST + "/check")
    String check(Caller caller, @RequestParam Map<String, String> typed, HttpServletResponse response, Model model) {
        var form = GrantForm.of(typed);
        var order = form.order(zone).orElse(null);
        if (order == null) {
            return wrong(caller, form, "identity.rights.rule.incomplete", response, model);
        }
        var rule = grants.against(caller, order);
        if (rule != null) {
            return wrong(caller, form, rule.key(), response, model);
        }
        model.addAttribute("form", form);
        model.addAttribute("order", order);
        model.addAttribute("place", views.place(caller, order.root()));
        model.addAttribute("waits", grants.waits(caller, order.role()));
        model.addAttribute(
                "name",
                grants.people(caller).stream()
                        .filter(person -> person.id().equals(order.account()))
                        .map(AccountChoice::name)
                        .findFirst()
                        .orElse(""));
        return "identity/roles-check";
    }

    @Allows(Right.GRANT_ROLES)
    @StepUp.Needed
    @PostMapping(LIST)
    String give(Caller caller, @RequestParam Map<String, String> typed, HttpServletResponse response, Model model) {
        var form = GrantForm.of(typed);
        var order = form.order(zone).orElse(null);
        if (order == null) {
            return wrong(caller, form, "identity.rights.rule.incomplete", response, model);
        }
        return switch (grants.request(caller, order)) {
            case Outcome.Done(var id) -> "redirect:" + LIST + "/" + id;
            case Outcome.Refused(var rule) -> wrong(caller, form, rule.key(), response, model);
        };
    }

    @Allows(Right.READ_RIGHTS)
    @GetMapping(LIST + "/{id}")
    String one(Caller caller, @PathVariable UUID id, Model model) {
        return page(caller, id, "", model);
    }

    @Allows(Right.CONFIRM_ROLES)
    @StepUp.Needed
    @PostMapping(LIST + "/{id}/confirm")
    String confirm(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam int version,
            HttpServletResponse response,
            Model model) {
        return after(caller, id, grants.confirm(caller, id, version), response, model);
    }

    @Allows(Right.CONFIRM_ROLES)
    @PostMapping(LIST + "/{id}/refuse")
    String refuse(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam int version,
            HttpServletResponse response,
            Model model) {
        return after(caller, id, grants.refuse(caller, id, version), response, model);
    }

    @Allows(Right.GRANT_ROLES)
    @PostMapping(LIST + "/{id}/withdraw")
    String withdraw(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam int version,
            HttpServletResponse response,
            Model model) {
        return after(caller, id, grants.refuse(caller, id, version), response, model);
    }

    @Allows(Right.GRANT_ROLES)
    @StepUp.Needed
    @PostMapping(LIST + "/{id}/end")
    String end(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam int version,
            HttpServletResponse response,
            Model model) {
        return after(caller, id, grants.end(caller, id, version), response, model);
    }

    private String after(Caller caller, UUID id, Outcome outcome, HttpServletResponse response, Model model) {
        return switch (outcome) {
            case Outcome.Done _ -> "redirect:" + LIST + "/" + id;
            case Outcome.Refused(var rule) -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                yield page(caller, id, rule.key(), model);
            }
        };
    }

    private String page(Caller caller, UUID id, String error, Model model) {
        model.addAttribute(
                "view", views.one(caller, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        model.addAttribute("error", error);
        return "identity/role";
    }

    private String wrong(Caller caller, GrantForm form, String error, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(caller, form, error, model);
    }

    private String form(Caller caller, GrantForm form, String error, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("error", error);
        model.addAttribute("roles", Role.values());
        model.addAttribute(
                "people",
                grants.people(caller).stream()
                        .filter(person -> !person.id().equals(caller.actor().id()))
                        .toList());
        model.addAttribute("institutions", views.choices(caller, Right.GRANT_ROLES));
        model.addAttribute("group", Grants.covers(caller, Right.GRANT_ROLES, null));
        return "identity/roles-form";
    }

    private static List<GrantView> standing(List<GrantView> all, Grant.Standing... wanted) {
        return all.stream()
                .filter(view -> List.of(wanted).contains(view.standing()))
                .toList();
    }
}
