package io.kuramori.identity.signin;

import io.kuramori.identity.Allows;
import io.kuramori.identity.Right;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The page behind the set-up link.
@Controller
@Allows(Right.ENTER)
class SetupController {

    private static final Pattern EMAIL = Pattern.compile("[^\\s@]{1,64}@[^\\s@]{1,190}");
    private static final int NAME_LENGTH = 100;

    private final Setup setup;
    private final SetupTokens tokens;
    private final PasswordPolicy policy;

    SetupController(Setup setup, SetupTokens tokens, PasswordPolicy policy) {
        this.setup = setup;
        this.tokens = tokens;
        this.policy = policy;
    }

    @GetMapping("/setup")
    String page(@RequestParam(defaultValue = "") String token, HttpServletResponse response, Model model) {
        if (!tokens.valid(token)) {
            return refused(response);
        }
        return form(model, token, "", "", Map.of());
    }

    @PostMapping("/setup")
    Object create(
            @RequestParam String token,
            @RequestParam String name,
            @RequestParam String email,
            @RequestParam String password,
            @RequestParam String repeated,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (!tokens.valid(token)) {
            return refused(response);
        }
        var errors = errors(name.strip(), email.strip(), password, repeated);
        if (!errors.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(model, token, name, email, errors);
        }
        var session = setup.createFirst(token, name.strip(), email.strip(), password, Origin.of(request));
        if (session.isEmpty()) {
            return refused(response);
        }

        SessionCookie.set(request, response, session.get());
        return LoginController.redirect("/login/enrol");
    }

    private Map<String, String> errors(String name, String email, String password, String repeated) {
        var errors = new LinkedHashMap<String, String>();
        if (name.isEmpty() || name.length() > NAME_LENGTH) {
            errors.put("name", "identity.setup.name.error");
        }
        if (!EMAIL.matcher(email).matches()) {
            errors.put("email", "identity.setup.email.error");
        }
        policy.flaw(password, email, name).ifPresent(flaw -> errors.put("password", flaw.messageKey()));
        if (!errors.containsKey("password") && !password.equals(repeated)) {
            errors.put("repeated", "identity.password.different");
        }
        return errors;
    }

    private static String form(Model model, String token, String name, String email, Map<String, String> errors) {
        model.addAttribute("token", token)
                .addAttribute("name", name)
                .addAttribute("email", email)
                .addAttribute("errors", errors);
        return "identity/setup";
    }

    private static String refused(HttpServletResponse response) {
        response.setStatus(HttpStatus.FORBIDDEN.value());
        return "identity/setup-refused";
    }
}
