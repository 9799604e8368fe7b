package io.kuramori.identity.rights;

import io.kuramori.identity.Allows;
import io.kuramori.identity.Caller;
import io.kuramori.identity.Right;
import io.kuramori.identity.Role;
import io.kuramori.identity.StepUp;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Emergencies: seen by everybody whom they concern, opened by those who may.
@Controller
class EmergencyController {

    private static final String LIST = "/emergencies";
    private static final String RESTRICTED = "RESTRICTED";

    private final Emergencies emergencies;
    private final GrantViews views;
    private final Clock clock;

    EmergencyController(Emergencies emergencies, GrantViews views, Clock clock) {
        this.emergencies = emergencies;
        this.views = views;
        this.clock = clock;
    }

    @Allows(Right.BE_SIGNED_IN)
    @GetMapping(LIST)
    String list(Caller caller, Model model) {
        return list(caller, "", model);
    }

    @Allows(Right.BREAK_GLASS)
    @GetMapping(LIST + "/new")
    String blank(Caller caller, Model model) {
        return form(caller, Map.of(), "", model);
    }

    @Allows(Right.BREAK_GLASS)
    @StepUp.Needed
    @PostMapping(LIST)
    String open(Caller caller, @RequestParam Map<String, String> typed, Model model) {
        try {
            var what = typed.getOrDefault("what", "");
            var outcome = emergencies.open(
                    caller,
                    what.equals(RESTRICTED) ? null : Role.valueOf(what),
                    GrantForm.institution(typed.getOrDefault("root", "")),
                    typed.getOrDefault("reason", ""),
                    Integer.parseInt(typed.getOrDefault("hours", "0")));
            return switch (outcome) {
                case Outcome.Done _ -> "redirect:" + LIST;
                case Outcome.Refused(var rule) -> form(caller, typed, rule.key(), model);
            };
        } catch (IllegalArgumentException e) {
            return form(caller, typed, "identity.rights.rule.incomplete", model);
        }
    }

    @Allows(Right.BE_SIGNED_IN)
    @PostMapping(LIST + "/{id}/end")
    String end(Caller caller, @PathVariable UUID id, @RequestParam int version, Model model) {
        return switch (emergencies.end(caller, id, version)) {
            case Outcome.Done _ -> "redirect:" + LIST;
            case Outcome.Refused(var rule) -> list(caller, rule.key(), model);
        };
    }

    private String list(Caller caller, String error, Model model) {
        model.addAttribute("error", error);
        model.addAttribute("now", clock.instant());
        model.addAttribute("me", caller.actor().id());
        model.addAttribute("emergencies", emergencies.seenBy(caller));
        return "identity/emergencies";
    }

    private String form(Caller caller, Map<String, String> typed, String error, Model model) {
        model.addAttribute("typed", typed);
        model.addAttribute("error", error);
        model.addAttribute("hours", emergencies.mostHours());
        model.addAttribute("roles", Emergencies.ROLES);
        model.addAttribute("institutions", views.choices(caller, Right.BREAK_GLASS));
        model.addAttribute("group", Grants.covers(caller, Right.BREAK_GLASS, null));
        return "identity/emergency-form";
    }
}
