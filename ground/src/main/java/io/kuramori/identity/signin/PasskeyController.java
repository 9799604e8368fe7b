package io.kuramori.identity.signin;

import io.kuramori.identity.Allows;
import io.kuramori.identity.Caller;
import io.kuramori.identity.Right;
import io.kuramori.identity.StepUp;
import io.kuramori.identity.passkeys.PasskeyRefused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// One's own passkeys. Adding and removing one needs a fresh proof; what is removed ends every other session.
@Controller
@Allows(Right.BE_SIGNED_IN)
class PasskeyController {

    private static final int NAME_LENGTH = 100;

    private final OwnFactors factors;
    private final Passkeys passkeys;
    private final AccountRepository accounts;
    private final Sessions sessions;
    private final SessionContexts contexts;
    private final Sites sites;

    PasskeyController(
            OwnFactors factors,
            Passkeys passkeys,
            AccountRepository accounts,
            Sessions sessions,
            SessionContexts contexts,
            Sites sites) {
        this.factors = factors;
        this.passkeys = passkeys;
        this.accounts = accounts;
        this.sessions = sessions;
        this.contexts = contexts;
        this.sites = sites;
    }

    /// The message key of what is wrong with a name; empty when nothing is.
    static String flaw(String name) {
        return name.isBlank() || name.strip().length() > NAME_LENGTH ? "identity.passkey.name.error" : "";
    }

    @StepUp.Needed
    @GetMapping("/account/passkeys/new")
    String page(Caller caller, HttpServletRequest request, Model model) {
        return page(caller, request, model, "", "");
    }

    @StepUp.Needed
    @PostMapping("/account/passkeys")
    Object add(
            Caller caller,
            @RequestParam String answer,
            @RequestParam String name,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var flaw = flaw(name);
        try {
            if (flaw.isEmpty()) {
                var credential = passkeys.created(caller.actor().id(), answer, sites.of(request));
                flaw = factors.addPasskey(caller, credential, name.strip()) ? "" : "identity.passkey.many";
            }
        } catch (PasskeyRefused e) {
            flaw = "identity.passkey.refused";
        }
        if (!flaw.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(caller, request, model, name, flaw);
        }

        SessionCookie.set(request, response, sessions.renewOnly(session(request), Origin.of(request)));
        return AccountController.done("passkey-added");
    }

    @PostMapping("/account/passkeys/{id}/name")
    Object rename(Caller caller, @PathVariable UUID id, @RequestParam String name) {
        if (!flaw(name).isEmpty()) {
            return AccountController.refused("passkey-name");
        }

        return factors.renamePasskey(caller, id, name.strip())
                ? AccountController.done("passkey-renamed")
                : AccountController.refused("passkey-gone");
    }

    @StepUp.Needed
    @PostMapping("/account/passkeys/{id}/remove")
    Object remove(Caller caller, @PathVariable UUID id, HttpServletRequest request, HttpServletResponse response) {
        if (!factors.removePasskey(caller, id)) {
            return AccountController.refused("last-factor");
        }

        SessionCookie.set(request, response, sessions.renew(session(request), "FACTOR_CHANGED", Origin.of(request)));
        return AccountController.done("passkey-removed");
    }

    private String page(Caller caller, HttpServletRequest request, Model model, String name, String error) {
        var account = accounts.byId(caller.actor().id()).orElseThrow();
        model.addAttribute("name", name)
                .addAttribute("error", error)
                .addAttribute("passkey", passkeys.askForNew(account, sites.of(request)));
        return "identity/passkey-new";
    }

    private Session session(HttpServletRequest request) {
        return contexts.session(request).orElseThrow();
    }
}
