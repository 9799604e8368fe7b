package io.kuramori.identity.signin;

import io.kuramori.identity.TooManyAttempts;
import io.kuramori.journal.Actor.Strength;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
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
class LoginController {

    private final SignIn signIn;
    private final Enrolment enrolment;
    private final Sessions sessions;
    private final SessionContexts contexts;

    LoginController(SignIn signIn, Enrolment enrolment, Sessions sessions, SessionContexts contexts) {
        this.signIn = signIn;
        this.enrolment = enrolment;
        this.sessions = sessions;
        this.contexts = contexts;
    }

    @GetMapping("/login")
    Object page(@RequestParam(defaultValue = "/") String next, HttpServletRequest request, Model model) {
        var session = contexts.session(request);
        if (session.filter(open -> open.strength() == Strength.MULTI_FACTOR).isPresent()) {
            return redirect(Next.safe(next));
        }
        return login(model, "", next, "");
    }

    @PostMapping("/login")
    Object password(
            @RequestParam String email,
            @RequestParam String password,
            @RequestParam(defaultValue = "/") String next,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<String> token;
        try {
            token = signIn.password(email, password, Origin.of(request));
        } catch (TooManyAttempts e) {
            throttled(response, e);
            return login(model, email, next, "identity.login.throttled");
        }
        if (token.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return login(model, email, next, "identity.login.wrong");
        }

        contexts.session(request).ifPresent(sessions::signOut);
        SessionCookie.set(request, response, token.get());
        return redirect(UriComponentsBuilder.fromPath("/login/code")
                .queryParam("next", "{next}")
                .encode()
                .buildAndExpand(Next.safe(next))
                .toUriString());
    }

    @GetMapping("/login/code")
    Object codePage(@RequestParam(defaultValue = "/") String next, HttpServletRequest request, Model model) {
        var session = halfWay(request);
        if (session.isEmpty()) {
            return redirect("/login");
        }
        return enrolment.needed(session.get()) ? redirect("/login/enrol") : code(model, next, "");
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
        Optional<String> token;
        try {
            token = signIn.secondFactor(session.get(), code, Origin.of(request));
        } catch (TooManyAttempts e) {
            throttled(response, e);
            return code(model, next, "identity.login.throttled");
        }
        if (token.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return code(model, next, "identity.code.wrong");
        }

        SessionCookie.set(request, response, token.get());
        return redirect(Next.safe(next));
    }

    @PostMapping("/logout")
    Object signOut(HttpServletRequest request, HttpServletResponse response) {
        contexts.session(request).ifPresent(sessions::signOut);
        SessionCookie.clear(request, response);

        return redirect("/login");
    }

    private Optional<Session> halfWay(HttpServletRequest request) {
        return contexts.session(request).filter(session -> session.strength() == Strength.PASSWORD);
    }

    static void throttled(HttpServletResponse response, TooManyAttempts refused) {
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(
                HttpHeaders.RETRY_AFTER, Long.toString(refused.retryAfter().toSeconds()));
    }

    private static String login(Model model, String email, String next, String error) {
        model.addAttribute("email", email).addAttribute("next", Next.safe(next)).addAttribute("error", error);
        return "identity/login";
    }

    private static String code(Model model, String next, String error) {
        model.addAttribute("next", Next.safe(next)).addAttribute("error", error);
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
