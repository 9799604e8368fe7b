package io.kuramori.identity.signin;

import io.kuramori.identity.Allows;
import io.kuramori.identity.Right;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// One's own account: ways in, and the places where one is signed in.
@Controller
@Allows(Right.BE_SIGNED_IN)
class AccountController {

    /// What a page may report after a redirect; anything else is not said.
    private static final Set<String> REPORTS = Set.of(
            "password-changed",
            "app-replaced",
            "app-removed",
            "passkey-added",
            "passkey-renamed",
            "passkey-removed",
            "passkey-name",
            "passkey-gone",
            "last-factor",
            "others-ended");

    private final AccountRepository accounts;
    private final PasskeyRepository passkeys;
    private final Sessions sessions;
    private final SessionContexts contexts;

    AccountController(
            AccountRepository accounts, PasskeyRepository passkeys, Sessions sessions, SessionContexts contexts) {
        this.accounts = accounts;
        this.passkeys = passkeys;
        this.sessions = sessions;
        this.contexts = contexts;
    }

    /// Back to the account page, which says what was done.
    static Object done(String report) {
        return LoginController.redirect("/account?done=" + report);
    }

    /// Back to the account page, which says why not.
    static Object refused(String report) {
        return LoginController.redirect("/account?refused=" + report);
    }

    @GetMapping("/account")
    String page(
            @RequestParam(defaultValue = "") String done,
            @RequestParam(defaultValue = "") String refused,
            HttpServletRequest request,
            Model model) {
        var current = current(request);
        var account = accounts.byId(current.accountId()).orElseThrow();
        var own = passkeys.of(account.id());
        model.addAttribute("name", account.name())
                .addAttribute("email", account.email())
                .addAttribute("app", account.totpSecret() != null)
                .addAttribute("recoveryCodesLeft", account.recoveryCodesLeft())
                .addAttribute("passkeys", own)
                .addAttribute("onlyFactor", own.size() + (account.totpSecret() == null ? 0 : 1) <= 1)
                .addAttribute("passwordOff", account.passwordOff())
                .addAttribute("sessions", sessions.of(account.id()))
                .addAttribute("current", current.id())
                .addAttribute("report", report(done.isEmpty() ? refused : done))
                .addAttribute("alarm", done.isEmpty());

        return "identity/account";
    }

    @PostMapping("/account/sessions/{id}/end")
    Object end(@PathVariable UUID id, HttpServletRequest request) {
        if (!sessions.endOwn(id, current(request).accountId())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return LoginController.redirect("/account");
    }

    @PostMapping("/account/sessions/end-others")
    Object endOthers(HttpServletRequest request) {
        sessions.endOthers(current(request));

        return done("others-ended");
    }

    private static String report(String asked) {
        return REPORTS.contains(asked) ? "identity.account.report." + asked : "";
    }

    private Session current(HttpServletRequest request) {
        return contexts.session(request).orElseThrow();
    }
}
