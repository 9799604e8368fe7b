package io.kuramori.identity.signin;

import io.kuramori.identity.Allows;
import io.kuramori.identity.Caller;
import io.kuramori.identity.Right;
import io.kuramori.identity.StepUp;
import io.kuramori.identity.TooManyAttempts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// One's own password, authenticator app and recovery codes. Whatever proves the person anew ends every other session.
@Controller
@Allows(Right.BE_SIGNED_IN)
class OwnAccountController {

    private final OwnFactors factors;
    private final Enrolment enrolment;
    private final AccountRepository accounts;
    private final Sessions sessions;
    private final SessionContexts contexts;
    private final PasswordPolicy policy;

    OwnAccountController(
            OwnFactors factors,
            Enrolment enrolment,
            AccountRepository accounts,
            Sessions sessions,
            SessionContexts contexts,
            PasswordPolicy policy) {
        this.factors = factors;
        this.enrolment = enrolment;
        this.accounts = accounts;
        this.sessions = sessions;
        this.contexts = contexts;
        this.policy = policy;
    }

    @GetMapping("/account/password")
    String passwordPage(Model model) {
        return passwordPage(model, Map.of());
    }

    @PostMapping("/account/password")
    Object changePassword(
            Caller caller,
            @RequestParam String old,
            @RequestParam String password,
            @RequestParam String repeated,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var account = accounts.byId(caller.actor().id()).orElseThrow();
        var errors = new LinkedHashMap<String, String>();
        policy.flaw(password, account.email(), account.name())
                .ifPresent(flaw -> errors.put("password", flaw.messageKey()));
        if (errors.isEmpty() && !password.equals(repeated)) {
            errors.put("repeated", "identity.password.different");
        }
        try {
            if (errors.isEmpty() && !factors.changePassword(caller, old, password, Origin.of(request))) {
                errors.put("old", "identity.password.old.wrong");
            }
        } catch (TooManyAttempts e) {
            LoginController.throttled(response, e);
            return passwordPage(model, Map.of("old", "identity.login.throttled"));
        }
        if (!errors.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return passwordPage(model, errors);
        }

        renew(request, response, "PASSWORD_CHANGED");
        return AccountController.done("password-changed");
    }

    @StepUp.Needed
    @GetMapping("/account/app")
    String appPage(HttpServletRequest request, Model model) {
        return appPage(request, model, "");
    }

    @StepUp.Needed
    @PostMapping("/account/app")
    Object replaceApp(
            Caller caller,
            @RequestParam String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (!enrolment.replace(caller, session(request), code)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return appPage(request, model, "identity.code.wrong");
        }

        renew(request, response, "FACTOR_CHANGED");
        return AccountController.done("app-replaced");
    }

    @StepUp.Needed
    @PostMapping("/account/app/remove")
    Object removeApp(Caller caller, HttpServletRequest request, HttpServletResponse response) {
        if (!factors.removeAuthenticator(caller)) {
            return AccountController.refused("last-factor");
        }

        renew(request, response, "FACTOR_CHANGED");
        return AccountController.done("app-removed");
    }

    @StepUp.Needed
    @PostMapping("/account/recovery-codes")
    Object renewCodes(Caller caller, Model model) {
        model.addAttribute("codes", factors.renewRecoveryCodes(caller)).addAttribute("onward", "/account");

        return "identity/recovery";
    }

    private void renew(HttpServletRequest request, HttpServletResponse response, String reason) {
        SessionCookie.set(request, response, sessions.renew(session(request), reason, Origin.of(request)));
    }

    private static String passwordPage(Model model, Map<String, String> errors) {
        model.addAttribute("errors", errors);
        return "identity/password";
    }

    private String appPage(HttpServletRequest request, Model model, String error) {
        var offer = enrolment.offer(session(request));
        model.addAttribute("qr", offer.qr())
                .addAttribute("secret", offer.secret())
                .addAttribute("error", error);
        return "identity/app";
    }

    private Session session(HttpServletRequest request) {
        return contexts.session(request).orElseThrow();
    }
}
