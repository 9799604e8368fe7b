package io.kuramori.identity.signin;

import io.kuramori.identity.Allows;
import io.kuramori.identity.Right;
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

/// The page behind an invitation.
@Controller
@Allows(Right.ENTER)
class InvitationController {

    private final Invitations invitations;
    private final Passwords passwords;
    private final PasswordPolicy policy;

    InvitationController(Invitations invitations, Passwords passwords, PasswordPolicy policy) {
        this.invitations = invitations;
        this.passwords = passwords;
        this.policy = policy;
    }

    @GetMapping("/login/invitation")
    String page(@RequestParam(defaultValue = "") String token, HttpServletResponse response, Model model) {
        return page(token, response, model, Map.of());
    }

    @PostMapping("/login/invitation")
    Object accept(
            @RequestParam String token,
            @RequestParam String password,
            @RequestParam String repeated,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var account = invitations.account(token);
        if (account.isEmpty()) {
            return refused(response);
        }
        var errors = new LinkedHashMap<String, String>();
        policy.flaw(password, account.get().email(), account.get().name())
                .ifPresent(flaw -> errors.put("password", flaw.messageKey()));
        if (errors.isEmpty() && !password.equals(repeated)) {
            errors.put("repeated", "identity.password.different");
        }
        if (!errors.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(token, response, model, errors);
        }
        var session = invitations.accept(token, passwords.hash(password), Origin.of(request));
        if (session.isEmpty()) {
            return refused(response);
        }

        SessionCookie.set(request, response, session.get());
        return LoginController.redirect("/login/enrol");
    }

    private String page(String token, HttpServletResponse response, Model model, Map<String, String> errors) {
        var account = invitations.account(token);
        if (account.isEmpty()) {
            return refused(response);
        }

        // The address holds the token: it is to stay in no cache, and to be told to no other site.
        response.setHeader("Cache-Control", "no-store");
        model.addAttribute("token", token)
                .addAttribute("name", account.get().name())
                .addAttribute("email", account.get().email())
                .addAttribute("errors", errors);
        return "identity/invitation";
    }

    private static String refused(HttpServletResponse response) {
        response.setStatus(HttpStatus.FORBIDDEN.value());
        return "identity/invitation-refused";
    }
}
