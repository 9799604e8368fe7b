package io.kuramori.identity.signin;

import io.kuramori.identity.Allows;
import io.kuramori.identity.Right;
import io.kuramori.identity.TooManyAttempts;
import io.kuramori.identity.oidc.Providers;
import io.kuramori.journal.Actor.Strength;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.util.UriComponentsBuilder;

/// Signing in and out.
@Controller
@Allows(Right.ENTER)
class LoginController {

    private final SignIn signIn;
    private final Enrolment enrolment;
    private final Sessions sessions;
    private final SessionContexts contexts;
    private final Passkeys passkeys;
    private final Sites sites;
    private final Providers providers;

    LoginController(
            SignIn signIn,
            Enrolment enrolment,
            Sessions sessions,
            SessionContexts contexts,
            Passkeys passkeys,
            Sites sites,
            Providers providers) {
        this.signIn = signIn;
        this.enrolment = enrolment;
        this.sessions = sessions;
        this.contexts = contexts;
        this.passkeys = passkeys;
        this.sites = sites;
        this.providers = providers;
    }

    @GetMapping("/login")
    Object page(
            @RequestParam(defaultValue = "/") String next,
            @RequestParam(defaultValue = "") String out,
            HttpServletRequest request,
            Model model) {
        var session = contexts.session(request);
        if (session.filter(open -> open.strength() == Strength.MULTI_FACTOR).isPresent()) {
            return redirect(Next.safe(next));
        }
        model.addAttribute("out", providers.find(out).orElse(null));
        return login(request, model, "", next, "");
    }

    @PostMapping("/login")
    Object password(
            @RequestParam String email,
            @RequestParam String password,
            @RequestParam(defaultValue = "/") String next,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return proved(
                response,
                () -> signIn.password(email, password, Origin.of(request)),
                "identity.login.wrong",
                flaw -> login(request, model, email, next, flaw),
                token -> {
                    contexts.session(request).ifPresent(sessions::signOut);
                    SessionCookie.set(request, response, token);
                    return redirect(UriComponentsBuilder.fromPath("/login/code")
                            .queryParam("next", "{next}")
                            .encode()
                            .buildAndExpand(Next.safe(next))
                            .toUriString());
                });
    }

    @GetMapping("/login/code")
    Object codePage(@RequestParam(defaultValue = "/") String next, HttpServletRequest request, Model model) {
        var session = halfWay(request);
        if (session.isEmpty()) {
            return redirect("/login");
        }
        return enrolment.needed(session.get())
                ? redirect("/login/enrol")
                : code(request, session.get(), model, next, "");
    }

    @PostMapping("/login/code")
    Object code(
            @RequestParam String code,
            @RequestParam(defaultValue = "/") String next,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var session = halfWay(request);
        if (session.isEmpty()) {
            return redirect("/login");
        }
        return proved(
                response,
                () -> signIn.secondFactor(session.get(), code, Origin.of(request)),
                "identity.code.wrong",
                flaw -> code(request, session.get(), model, next, flaw),
                token -> inside(request, response, token, next));
    }

    @PostMapping("/login/passkey")
    Object passkey(
            @RequestParam String answer,
            @RequestParam(defaultValue = "/") String next,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return proved(
                response,
                () -> signIn.passkey(answer, sites.of(request), Origin.of(request)),
                "identity.passkey.refused",
                flaw -> login(request, model, "", next, flaw),
                token -> {
                    contexts.session(request).ifPresent(sessions::signOut);
                    return inside(request, response, token, next);
                });
    }

    @PostMapping("/login/code/passkey")
    Object secondPasskey(
            @RequestParam String answer,
            @RequestParam(defaultValue = "/") String next,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var session = halfWay(request);
        if (session.isEmpty()) {
            return redirect("/login");
        }
        return proved(
                response,
                () -> signIn.secondPasskey(session.get(), answer, sites.of(request), Origin.of(request)),
                "identity.passkey.refused",
                flaw -> code(request, session.get(), model, next, flaw),
                token -> inside(request, response, token, next));
    }

    @PostMapping("/logout")
    Object signOut(HttpServletRequest request, HttpServletResponse response) {
        var session = contexts.session(request);
        session.ifPresent(sessions::signOut);
        SessionCookie.clear(request, response);

        // Not straight on to the directory: a form of ours may not lead to another site.
        return redirect(session.map(Session::provider)
                .flatMap(providers::find)
                .map(provider -> "/login?out=" + provider.id())
                .orElse("/login"));
    }

    /// What follows a proof: the next page, or the same one again with what was wrong.
    ///
    /// @param wrong message key for a proof that is none
    /// @param again the page with a message
    /// @param right what follows, given the token of the new session
    private static Object proved(
            HttpServletResponse response,
            Supplier<Optional<String>> proof,
            String wrong,
            Function<String, Object> again,
            Function<String, Object> right) {
        Optional<String> token;
        try {
            token = proof.get();
        } catch (TooManyAttempts e) {
            throttled(response, e);
            return again.apply("identity.login.throttled");
        }
        if (token.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return again.apply(wrong);
        }
        return right.apply(token.get());
    }

    private static Object inside(HttpServletRequest request, HttpServletResponse response, String token, String next) {
        SessionCookie.set(request, response, token);
        return redirect(Next.safe(next));
    }

    private Optional<Session> halfWay(HttpServletRequest request) {
        return contexts.session(request).filter(session -> session.strength() == Strength.PASSWORD);
    }

    static void throttled(HttpServletResponse response, TooManyAttempts refused) {
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(
                HttpHeaders.RETRY_AFTER, Long.toString(refused.retryAfter().toSeconds()));
    }

    private String login(HttpServletRequest request, Model model, String email, String next, String error) {
        model.addAttribute("email", email)
                .addAttribute("next", Next.safe(next))
                .addAttribute("error", error)
                .addAttribute("providers", providers.all())
                .addAttribute("passkey", passkeys.askAnybody(sites.of(request)));
        return "identity/login";
    }

    private String code(HttpServletRequest request, Session halfWay, Model model, String next, String error) {
        boolean passkey = passkeys.has(halfWay.accountId());
        model.addAttribute("next", Next.safe(next))
                .addAttribute("error", error)
                .addAttribute("passkey", passkey ? passkeys.ask(halfWay.accountId(), sites.of(request), false) : "");
        return "identity/code";
    }

    /// See other, without what is in the model.
    static RedirectView redirect(String path) {
        var view = new RedirectView(path, true);
        view.setExposeModelAttributes(false);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        return view;
    }
}
