package io.kuramori.engine.matching.purl;

import io.kuramori.engine.matching.purl.PackageUrl.Rigour;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Takes a package URL apart, from its end to its beginning (ECMA-427 §6), and puts the parts under the type's rules.
final class PurlText {

    private static final String TYPE = ".+-";
    private static final String KEY = "._-";

    private PurlText() {}

    /// Why the text is no package URL; caught at the face.
    static final class Refused extends Exception {
        final String reason;

        Refused(String reason) {
            super(reason, null, false, false);
            this.reason = reason;
        }
    }

    static PackageUrl read(String text, Rigour rigour) throws Refused {
        int hash = text.lastIndexOf('#');
        String subpath = hash < 0 ? null : text.substring(hash + 1);
        String rest = hash < 0 ? text : text.substring(0, hash);
        int question = rest.lastIndexOf('?');
        SortedMap<String, String> qualifiers = qualifiers(question < 0 ? "" : rest.substring(question + 1));
        rest = question < 0 ? rest : rest.substring(0, question);
        if (!rest.regionMatches(true, 0, "pkg:", 0, 4)) {
            throw new Refused("it does not begin with pkg:");
        }
        rest = rest.substring(4);
        while (rest.startsWith("/")) {
            rest = rest.substring(1);
        }
        int slash = rest.indexOf('/');
        if (slash < 0) {
            throw new Refused("it has no type and name");
        }
        String type = rest.substring(0, slash).toLowerCase(Locale.ROOT);
        rest = rest.substring(slash + 1);
        int at = rest.lastIndexOf('@');
        String version = at > rest.lastIndexOf('/') ? decode(rest.substring(at + 1)) : null;
        rest = version == null ? rest : rest.substring(0, at);
        int end = TypeRules.of(type).nameIsPath() ? rest.indexOf('/') : rest.lastIndexOf('/');
        return build(
                type,
                end < 0 ? null : path(rest.substring(0, end), false),
                TypeRules.of(type).nameIsPath()
                        ? path(rest.substring(end + 1), false)
                        : decode(rest.substring(end + 1)),
                version,
                qualifiers,
                subpath == null ? null : path(subpath, true),
                rigour);
    }

    static PackageUrl build(
            @Nullable String type,
            @Nullable String namespace,
            @Nullable String name,
            @Nullable String version,
            Map<String, String> qualifiers,
            @Nullable String subpath,
            Rigour rigour)
            throws Refused {
        String lower = type == null ? "" : type.toLowerCase(Locale.ROOT);
        if (!word(lower, TYPE)) {
            throw new Refused("it has no type, or one with other characters than letters, digits, . + -");
        }
        if (name == null || name.isEmpty()) {
            throw new Refused("it has no name");
        }
        SortedMap<String, String> kept = new TreeMap<>();
        for (Map.Entry<String, String> qualifier : qualifiers.entrySet()) {
            String key = qualifier.getKey().toLowerCase(Locale.ROOT);
            if (!word(key, KEY)) {
                throw new Refused("its qualifier \"" + key + "\" is no key");
            }
            if (!qualifier.getValue().isEmpty()) {
                kept.put(key, qualifier.getValue());
            }
        }
        return TypeRules.of(lower)
                .applied(
                        new PackageUrl(
                                lower, nullIfEmpty(namespace), name, nullIfEmpty(version), kept, nullIfEmpty(subpath)),
                        rigour);
    }

    private static SortedMap<String, String> qualifiers(String text) throws Refused {
        SortedMap<String, String> qualifiers = new TreeMap<>();
        if (text.isEmpty()) {
            return qualifiers;
        }
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (pair.isEmpty()) {
                continue;
            }
            if (equals < 0) {
                throw new Refused("its qualifier \"" + pair + "\" has no value");
            }
            String key = pair.substring(0, equals).toLowerCase(Locale.ROOT);
            if (qualifiers.put(key, decode(pair.substring(equals + 1))) != null) {
                throw new Refused("its qualifier \"" + key + "\" stands twice");
            }
        }
        return qualifiers;
    }

    /// Segments decoded and joined again, the empty ones dropped.
    ///
    /// @param relative whether `.` and `..` are dropped too
    private static String path(String text, boolean relative) throws Refused {
        if (!relative && text.indexOf('/') < 0) {
            return segment(text);
        }
        List<String> segments = new ArrayList<>();
        for (String segment : text.split("/", -1)) {
            String decoded = segment(segment);
            if (!decoded.isEmpty() && !(relative && (decoded.equals(".") || decoded.equals("..")))) {
                segments.add(decoded);
            }
        }
        return String.join("/", segments);
    }

    private static String segment(String text) throws Refused {
        String decoded = decode(text);
        if (decoded.indexOf('/') >= 0) {
            throw new Refused("a segment holds an encoded slash");
        }
        return decoded;
    }

    /// A lower-case letter, then lower-case letters, digits and what else is allowed.
    private static boolean word(String text, String allowed) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean fits = (c >= 'a' && c <= 'z') || (i > 0 && ((c >= '0' && c <= '9') || allowed.indexOf(c) >= 0));
            if (!fits) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static String decode(String text) throws Refused {
        return Percent.decode(text).orElseThrow(() -> new Refused("\"" + text + "\" is not percent-encoded UTF-8"));
    }

    private static @Nullable String nullIfEmpty(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
