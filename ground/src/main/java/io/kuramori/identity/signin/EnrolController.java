package io.kuramori.identity.signin;

import io.kuramori.identity.Allows;
import io.kuramori.identity.InstitutionTree;
import io.kuramori.identity.Right;
import io.kuramori.identity.passkeys.PasskeyRefused;
import io.kuramori.journal.Actor.Strength;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Enrolling the second factor, between the password and the first full session.
@Controller
@Allows(Right.ENTER)
class EnrolController {

    private final Enrolment enrolment;
    private final SessionContexts contexts;
    private final Passkeys passkeys;
    private final AccountRepository accounts;
    private final Sites sites;
    private final ObjectProvider<InstitutionTree> tree;

    EnrolController(
            Enrolment enrolment,
            SessionContexts contexts,
            Passkeys passkeys,
            AccountRepository accounts,
            Sites sites,
            ObjectProvider<InstitutionTree> tree) {
        this.enrolment = enrolment;
        this.contexts = contexts;
        this.passkeys = passkeys;
        this.accounts = accounts;
        this.sites = sites;
        this.tree = tree;
    }

    @GetMapping("/login/enrol")
    Object page(HttpServletRequest request, Model model) {
        var session = enrolling(request);

        return session.isEmpty() ? LoginController.redirect("/login") : page(request, session.get(), model, "");
    }

    @PostMapping("/login/enrol")
    Object confirm(@RequestParam String code, HttpServletRequest request, HttpServletResponse response, Model model) {
        var session = enrolling(request);
        if (session.isEmpty()) {
            return LoginController.redirect("/login");
        }
        var enrolled = enrolment.confirm(session.get(), code, Origin.of(request));
        if (enrolled.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(request, session.get(), model, "identity.code.wrong");
        }

        return done(enrolled.get(), request, response, model);
    }

    /// A passkey instead of the app.
    @PostMapping("/login/enrol/passkey")
    Object passkey(
            @RequestParam String answer,
            @RequestParam String name,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var session = enrolling(request);
        if (session.isEmpty()) {
            return LoginController.redirect("/login");
        }
        var flaw = PasskeyController.flaw(name);
        try {
            if (flaw.isEmpty()) {
                var credential = passkeys.created(session.get().accountId(), answer, sites.of(request));
                var enrolled = enrolment.passkey(session.get(), credential, name.strip(), Origin.of(request));
                return done(enrolled, request, response, model);
            }
        } catch (PasskeyRefused e) {
            flaw = "identity.passkey.refused";
        }

        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(request, session.get(), model, flaw);
    }

    private String done(
            Enrolment.Enrolled enrolled, HttpServletRequest request, HttpServletResponse response, Model model) {
        SessionCookie.set(request, response, enrolled.token());
        model.addAttribute("codes", enrolled.recoveryCodes()).addAttribute("onward", onward());
        return "identity/recovery";
    }

    private String page(HttpServletRequest request, Session session, Model model, String error) {
        var offer = enrolment.offer(session);
        model.addAttribute("qr", offer.qr())
                .addAttribute("secret", offer.secret())
                .addAttribute(
                        "passkey",
                        passkeys.askForNew(accounts.byId(session.accountId()).orElseThrow(), sites.of(request)))
                .addAttribute("error", error);
        return "identity/enrol";
    }

    private Optional<Session> enrolling(HttpServletRequest request) {
        return contexts.session(request)
                .filter(session -> session.strength() == Strength.PASSWORD)
                .filter(enrolment::needed);
    }

    /// Whoever comes to an empty house names its first institution.
    private String onward() {
        var institutions = tree.getIfAvailable();

        return institutions != null && institutions.all().isEmpty() ? "/organization/institutions/new" : "/";
    }
}
