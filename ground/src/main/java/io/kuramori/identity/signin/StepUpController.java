package io.kuramori.identity.signin;

import io.kuramori.identity.Allows;
import io.kuramori.identity.Caller;
import io.kuramori.identity.Right;
import io.kuramori.identity.StepUp;
import io.kuramori.identity.TooManyAttempts;
import io.kuramori.identity.oidc.Provider;
import io.kuramori.identity.oidc.Providers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// The page that asks for a fresh proof, and the one that sends on the form that waited for it.
@Controller
@Allows(Right.BE_SIGNED_IN)
class StepUpController {

    private final ProvingAgain proving;
    private final StepUp stepUp;
    private final HeldForms forms;
    private final AccountRepository accounts;
    private final SessionContexts contexts;
    private final Passkeys passkeys;
    private final Sites sites;
    private final Providers providers;

    StepUpController(
            ProvingAgain proving,
            StepUp stepUp,
            HeldForms forms,
            AccountRepository accounts,
            SessionContexts contexts,
            Passkeys passkeys,
            Sites sites,
            Providers providers) {
        this.proving = proving;
        this.stepUp = stepUp;
        this.forms = forms;
        this.accounts = accounts;
        this.contexts = contexts;
        this.passkeys = passkeys;
        this.sites = sites;
        this.providers = providers;
    }

    @GetMapping("/step-up")
    Object page(Caller caller, @RequestParam(defaultValue = "/") String next, HttpServletRequest request, Model model) {
        return stepUp.fresh(caller) ? LoginController.redirect(Next.safe(next)) : page(request, model, next, "", "");
    }

    @PostMapping("/step-up")
    Object code(
            @RequestParam String code,
            @RequestParam(defaultValue = "/") String next,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return answer(
                () -> proving.byCode(session(request), code, Origin.of(request)),
                "code",
                next,
                request,
                response,
                model);
    }

    @PostMapping("/step-up/recovery")
    Object recovery(
            @RequestParam String password,
            @RequestParam String recovery,
            @RequestParam(defaultValue = "/") String next,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return answer(
                () -> proving.byRecoveryCode(session(request), password, recovery, Origin.of(request)),
                "recovery",
                next,
                request,
                response,
                model);
    }

    @PostMapping("/step-up/passkey")
    Object passkey(
            @RequestParam String answer,
            @RequestParam(defaultValue = "/") String next,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return answer(
                () -> proving.byPasskey(session(request), answer, sites.of(request), Origin.of(request)),
                "passkey",
                next,
                request,
                response,
                model);
    }

    @GetMapping("/step-up/form/{id}")
    Object held(Caller caller, @PathVariable UUID id, Model model) {
        var form = forms.find(id, caller.actor().id())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!stepUp.fresh(caller)) {
            return LoginController.redirect("/step-up?next=" + HeldForms.path(id));
        }

        model.addAttribute("form", form);
        return "identity/held-form";
    }

    private Object answer(
            Supplier<Optional<String>> proof,
            String field,
            String next,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<String> token;
        try {
            token = proof.get();
        } catch (TooManyAttempts e) {
            LoginController.throttled(response, e);
            return page(request, model, next, field, "identity.login.throttled");
        }
        if (token.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(request, model, next, field, "identity.step-up." + field + ".wrong");
        }

        SessionCookie.set(request, response, token.get());
        return LoginController.redirect(Next.safe(next));
    }

    private String page(HttpServletRequest request, Model model, String next, String field, String error) {
        var session = session(request);
        var account = accounts.byId(session.accountId()).orElseThrow();
        var provider = Optional.ofNullable(session.provider())
                .flatMap(providers::find)
                .filter(Provider::provesTwoFactors)
                .orElse(null);
        boolean passkey = passkeys.has(account.id());
        model.addAttribute("next", Next.safe(next))
                .addAttribute("passkey", passkey ? passkeys.ask(account.id(), sites.of(request), true) : "")
                .addAttribute("app", account.totpSecret() != null)
                .addAttribute("provider", provider)
                .addAttribute("recovery", !account.passwordOff())
                .addAttribute("field", field)
                .addAttribute("error", error);
        return "identity/step-up";
    }

    private Session session(HttpServletRequest request) {
        return contexts.session(request).orElseThrow();
    }
}
