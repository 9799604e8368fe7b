package io.kuramori.identity.signin;

import io.kuramori.identity.Caller;
import io.kuramori.identity.StepUp;
import io.kuramori.identity.TooManyAttempts;
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
class StepUpController {

    private final ProvingAgain proving;
    private final StepUp stepUp;
    private final HeldForms forms;
    private final AccountRepository accounts;
    private final SessionContexts contexts;

    StepUpController(
            ProvingAgain proving,
            StepUp stepUp,
            HeldForms forms,
            AccountRepository accounts,
            SessionContexts contexts) {
        this.proving = proving;
        this.stepUp = stepUp;
        this.forms = forms;
        this.accounts = accounts;
        this.contexts = contexts;
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
        var account = accounts.byId(session(request).accountId()).orElseThrow();
        model.addAttribute("next", Next.safe(next))
                .addAttribute("app", account.totpSecret() != null)
                .addAttribute("field", field)
                .addAttribute("error", error);
        return "identity/step-up";
    }

    private Session session(HttpServletRequest request) {
        return contexts.session(request).orElseThrow();
    }
}
