package io.kuramori.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/// One's own account and the places where one is signed in.
@Controller
class AccountController {

    private final AccountRepository accounts;
    private final Sessions sessions;
    private final SessionContexts contexts;

    AccountController(AccountRepository accounts, Sessions sessions, SessionContexts contexts) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.contexts = contexts;
    }

    @GetMapping("/account")
    String page(HttpServletRequest request, Model model) {
        var current = current(request);
        var account = accounts.byId(current.accountId()).orElseThrow();
        model.addAttribute("name", account.name())
                .addAttribute("email", account.email())
                .addAttribute("recoveryCodesLeft", account.recoveryCodesLeft())
                .addAttribute("sessions", sessions.of(account.id()))
                .addAttribute("current", current.id());

        return "identity/account";
    }

    @PostMapping("/account/sessions/{id}/end")
    Object end(@PathVariable UUID id, HttpServletRequest request) {
        if (!sessions.endOwn(id, current(request).accountId())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return LoginController.redirect("/account");
    }

    private Session current(HttpServletRequest request) {
        return contexts.session(request).orElseThrow();
    }
}
