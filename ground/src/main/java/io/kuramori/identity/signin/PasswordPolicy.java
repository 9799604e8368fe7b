package io.kuramori.identity.signin;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// What a password must be: long, not what anybody would try first, and on no list of leaked ones (NIST SP 800-63B
/// §3.1.1: length and a list instead of rules about kinds of characters).
@Component
final class PasswordPolicy {

    static final int SHORTEST = 12;
    static final int LONGEST = 128;

    private final CommonPasswords common = new CommonPasswords();
    private final PasswordList leaked;

    PasswordPolicy(PasswordList leaked) {
        this.leaked = leaked;
    }

    /// What is wrong with a password; each has its words in the messages.
    enum Flaw {
        TOO_SHORT,
        TOO_LONG,
        CONTAINS_NAME,
        TOO_SIMPLE,
        LEAKED;

        String messageKey() {
            return "identity.password." + name().toLowerCase(Locale.ROOT);
        }
    }

    Optional<Flaw> flaw(String password, String email, String name) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return Optional.of(Flaw.TOO_SHORT);
        }
        if (length > LONGEST) {
            return Optional.of(Flaw.TOO_LONG);
        }

        var plain = folded(password);
        var local = folded(email.contains("@") ? email.substring(0, email.indexOf('@')) : email);
        if (within(plain, local) || within(plain, folded(name).replaceAll("\\s", ""))) {
            return Optional.of(Flaw.CONTAINS_NAME);
        }
        if (common.nothingElseIn(plain)) {
            return Optional.of(Flaw.TOO_SIMPLE);
        }
        return leaked.holds(password) ? Optional.of(Flaw.LEAKED) : Optional.empty();
    }

    /// One form for all widths and cases.
    static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private static boolean within(String password, String part) {
        return part.length() >= 4 && password.contains(part);
    }
}
