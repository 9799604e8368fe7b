package io.kuramori.identity.administration;

import io.kuramori.identity.Allows;
import io.kuramori.identity.Caller;
import io.kuramori.identity.Right;
import io.kuramori.identity.StepUp;
import io.kuramori.identity.signin.AccountKeeping;
import io.kuramori.identity.signin.AccountKeeping.Invited;
import io.kuramori.identity.signin.AccountLine;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// Accounts. What changes one needs a fresh proof and a reason, and never concerns the administrator's own.
@Controller
@Allows(Right.ADMINISTER)
class AccountsController {

    private static final Pattern EMAIL = Pattern.compile("[^\\s@]{1,64}@[^\\s@]{1,190}");
    private static final int NAME_LENGTH = 100;
    private static final int REASON_LENGTH = 500;
    private static final Set<String> REPORTS = Set.of(
            "locked",
            "unlocked",
            "sessions-ended",
            "reset-requested",
            "reset-waits",
            "reset-refused",
            "own",
            "password-off",
            "password-on",
            "lock-stays",
            "password-stays");

    private final AccountKeeping accounts;
    private final FactorResets resets;

    AccountsController(AccountKeeping accounts, FactorResets resets) {
        this.accounts = accounts;
        this.resets = resets;
    }

    @GetMapping("/administration")
    String start() {
        return "redirect:/administration/accounts";
    }

    @GetMapping("/administration/accounts")
    String list(Caller caller, Model model) {
        model.addAttribute("accounts", accounts.all())
                .addAttribute("resets", resets.open())
                .addAttribute("self", caller.actor().id());
        return "identity/accounts";
    }

    @GetMapping("/administration/accounts/new")
    String form(Model model) {
        return form(model, "", "", "", Map.of());
    }

    @StepUp.Needed
    @PostMapping("/administration/accounts")
    String invite(
            Caller caller,
            @RequestParam String email,
            @RequestParam String name,
            @RequestParam String reason,
            HttpServletResponse response,
            Model model) {
        var errors = new LinkedHashMap<String, String>();
        if (name.isBlank() || name.strip().length() > NAME_LENGTH) {
            errors.put("name", "identity.setup.name.error");
        }
        if (!EMAIL.matcher(email.strip()).matches()) {
            errors.put("email", "identity.setup.email.error");
        }
        if (!reasonable(reason)) {
            errors.put("reason", "identity.administration.reason.error");
        }
        if (errors.isEmpty()) {
            var invited = accounts.invite(caller, email.strip(), name.strip(), reason.strip());
            if (invited.isPresent()) {
                return link(response, model, invited.get());
            }
            errors.put("email", "identity.accounts.email.taken");
        }

        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(model, email, name, reason, errors);
    }

    @GetMapping("/administration/accounts/{id}")
    String one(Caller caller, @PathVariable UUID id, @RequestParam(defaultValue = "") String report, Model model) {
        model.addAttribute("account", line(id))
                .addAttribute("self", caller.actor().id().equals(id))
                .addAttribute("mayPasswordOff", accounts.maySwitchPasswordOff(line(id)))
                .addAttribute(
                        "waits",
                        resets.open().stream().anyMatch(one -> one.account().equals(id)))
                .addAttribute("report", REPORTS.contains(report) ? "identity.accounts.report." + report : "");
        return "identity/account-administered";
    }

    @StepUp.Needed
    @PostMapping("/administration/accounts/{id}/invite")
    String inviteAgain(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam String reason,
            HttpServletResponse response,
            Model model) {
        var invited = accounts.inviteAgain(caller, line(id), required(reason));
        return link(response, model, invited.orElseThrow(() -> new ResponseStatusException(HttpStatus.CONFLICT)));
    }

    @StepUp.Needed
    @PostMapping("/administration/accounts/{id}/lock")
    String lock(Caller caller, @PathVariable UUID id, @RequestParam String reason) {
        if (caller.actor().id().equals(id)) {
            return back(id, "own");
        }
        return back(id, accounts.lock(caller, line(id), required(reason)) ? "locked" : "lock-stays");
    }

    @StepUp.Needed
    @PostMapping("/administration/accounts/{id}/unlock")
    String unlock(Caller caller, @PathVariable UUID id, @RequestParam String reason) {
        accounts.unlock(caller, line(id), required(reason));

        return back(id, "unlocked");
    }

    @StepUp.Needed
    @PostMapping("/administration/accounts/{id}/password-off")
    String passwordOff(Caller caller, @PathVariable UUID id, @RequestParam String reason) {
        if (caller.actor().id().equals(id)) {
            return back(id, "own");
        }
        return back(
                id, accounts.switchPasswordOff(caller, line(id), required(reason)) ? "password-off" : "password-stays");
    }

    @StepUp.Needed
    @PostMapping("/administration/accounts/{id}/password-on")
    String passwordOn(Caller caller, @PathVariable UUID id, @RequestParam String reason) {
        if (caller.actor().id().equals(id)) {
            return back(id, "own");
        }
        accounts.switchPasswordOn(caller, line(id), required(reason));

        return back(id, "password-on");
    }

    @StepUp.Needed
    @PostMapping("/administration/accounts/{id}/end-sessions")
    String endSessions(Caller caller, @PathVariable UUID id, @RequestParam String reason) {
        if (caller.actor().id().equals(id)) {
            return back(id, "own");
        }
        accounts.endSessions(caller, line(id), required(reason));

        return back(id, "sessions-ended");
    }

    @StepUp.Needed
    @PostMapping("/administration/accounts/{id}/reset")
    String requestReset(Caller caller, @PathVariable UUID id, @RequestParam String reason) {
        return back(id, resets.request(caller, line(id).id(), required(reason)) ? "reset-requested" : "reset-waits");
    }

    @StepUp.Needed
    @PostMapping("/administration/resets/{id}/consent")
    String consent(Caller caller, @PathVariable UUID id, HttpServletResponse response, Model model) {
        return link(
                response,
                model,
                resets.consent(caller, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN)));
    }

    @StepUp.Needed
    @PostMapping("/administration/resets/{id}/refuse")
    String refuse(Caller caller, @PathVariable UUID id) {
        if (!resets.refuse(caller, id) && !resets.withdraw(caller, id)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return "redirect:/administration/accounts";
    }

    private AccountLine line(UUID id) {
        return accounts.one(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static boolean reasonable(String reason) {
        return !reason.isBlank() && reason.strip().length() <= REASON_LENGTH;
    }

    /// The browser asks for it too; what comes without is no page of ours.
    private static String required(String reason) {
        if (!reasonable(reason)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return reason.strip();
    }

    private static String back(UUID id, String report) {
        return "redirect:/administration/accounts/" + id + "?report=" + report;
    }

    private String link(HttpServletResponse response, Model model, Invited invited) {
        // Shown once; not even the browser is to keep it.
        response.setHeader("Cache-Control", "no-store");
        model.addAttribute("account", line(invited.account()))
                .addAttribute("path", "/login/invitation?token=" + invited.token());
        return "identity/invitation-made";
    }

    private static String form(Model model, String email, String name, String reason, Map<String, String> errors) {
        model.addAttribute("email", email)
                .addAttribute("name", name)
                .addAttribute("reason", reason)
                .addAttribute("errors", errors);
        return "identity/account-new";
    }
}
