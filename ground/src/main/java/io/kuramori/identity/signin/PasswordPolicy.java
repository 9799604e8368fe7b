package io.kuramori.identity.signin;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What a password must be: long, and not what anybody would try first (NIST SP 800-63B §3.1.1: length and a list
/// instead of rules about kinds of characters).
final class PasswordPolicy {

    static final int SHORTEST = 12;
    static final int LONGEST = 128;

    private static final int DIFFERENT_CHARACTERS = 6;
    private static final Set<String> WELL_KNOWN = Set.of(
            "password",
            "passw0rd",
            "p@ssw0rd",
            "kuramori",
            "qwerty",
            "asdfgh",
            "zxcvbn",
            "123456",
            "letmein",
            "welcome",
            "administrator",
            "iloveyou",
            "abcdef",
            "1q2w3e");

    /// What is wrong with a password; each has its words in the messages.
    enum Flaw {
        TOO_SHORT,
        TOO_LONG,
        CONTAINS_NAME,
        TOO_SIMPLE
    }

    private PasswordPolicy() {}

    static Optional<Flaw> flaw(String password, String email, String name) {
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
        if (plain.codePoints().distinct().count() < DIFFERENT_CHARACTERS || mostlyWellKnown(plain)) {
            return Optional.of(Flaw.TOO_SIMPLE);
        }
        return Optional.empty();
    }

    private static boolean within(String password, String part) {
        return part.length() >= 4 && password.contains(part);
    }

    /// A well-known password with little around it.
    private static boolean mostlyWellKnown(String password) {
        return WELL_KNOWN.stream().anyMatch(known -> password.replace(known, "").length() < SHORTEST / 2);
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
