package io.kuramori.engine.matching.vex;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The eleven attributes of a CPE name, 2.2 (URI) or 2.3 (formatted string), enough to ask whether a name falls under
/// another (NISTIR 7696). Wildcards within an attribute are compared as they stand, so they match only themselves.
record CpePattern(List<String> attributes) {

    private static final int ATTRIBUTES = 11;
    private static final String ANY = "*";

    CpePattern {
        attributes = List.copyOf(attributes);
    }

    static Optional<CpePattern> of(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.startsWith("cpe:2.3:")) {
            List<String> parts = split(lower.substring("cpe:2.3:".length()));
            return parts.size() == ATTRIBUTES && named(parts) ? Optional.of(new CpePattern(parts)) : Optional.empty();
        }
        if (!lower.startsWith("cpe:/")) {
            return Optional.empty();
        }
        return uri(lower.substring("cpe:/".length()));
    }

    /// In the fifth place a URI may pack five attributes, separated by tildes.
    private static Optional<CpePattern> uri(String text) {
        List<String> parts = new ArrayList<>();
        for (String part : text.split(":", -1)) {
            parts.add(decoded(part));
        }
        if (parts.size() > 7) {
            return Optional.empty();
        }
        while (parts.size() < ATTRIBUTES) {
            parts.add(ANY);
        }
        String edition = parts.get(5);
        if (edition.startsWith("~")) {
            String[] packed = edition.split("~", -1);
            for (int i = 1; i < packed.length && i <= 5; i++) {
                parts.set(i == 1 ? 5 : 5 + i, packed[i].isEmpty() ? ANY : packed[i]);
            }
        }
        return named(parts) ? Optional.of(new CpePattern(parts)) : Optional.empty();
    }

    private static boolean named(List<String> parts) {
        return List.of("a", "o", "h").contains(parts.get(0))
                && !parts.get(1).equals(ANY)
                && !parts.get(2).equals(ANY);
    }

    private static String decoded(String part) {
        try {
            return part.isEmpty() ? ANY : URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return part;
        }
    }

    /// Splits at colons that no backslash escapes, and takes the backslashes away.
    private static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                part.append(text.charAt(++i));
            } else if (c == ':') {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        parts.add(part.toString());
        return parts;
    }

    /// True when every attribute is *any* here, or the same there.
    boolean covers(CpePattern name) {
        for (int i = 0; i < ATTRIBUTES; i++) {
            String wanted = attributes.get(i);
            if (!wanted.equals(ANY) && !wanted.equals(name.attributes.get(i))) {
                return false;
            }
        }
        return true;
    }
}
