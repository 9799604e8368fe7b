package io.kuramori.engine.matching.cpe;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The two bindings of a name (NIST IR 7695 §6): reading and writing. Reading is lenient where inventories are careless
/// (punctuation without its backslash), never about wildcards within a text, which would change what is meant.
final class Bindings {

    private static final int MAX_LENGTH = 2048;
    private static final int ATTRIBUTES = 10;
    private static final String FORMATTED = "cpe:2.3:";
    private static final String URI = "cpe:/";

    private Bindings() {}

    static Cpe.Result parse(String given) {
        String text = given.strip();
        if (text.length() > MAX_LENGTH) {
            return new Cpe.Malformed(
                    text.substring(0, MAX_LENGTH) + "…", "a name of at most " + MAX_LENGTH + " characters");
        }
        if (text.regionMatches(true, 0, FORMATTED, 0, FORMATTED.length())) {
            return formatted(text, text.substring(FORMATTED.length()));
        }
        if (text.regionMatches(true, 0, URI, 0, URI.length())) {
            return uri(text, text.substring(URI.length()));
        }
        return new Cpe.Malformed(text, "a name that begins with cpe:2.3: or cpe:/");
    }

    private static Cpe.Result formatted(String whole, String body) {
        List<String> fields = fields(body);
        if (fields.size() != ATTRIBUTES + 1) {
            return new Cpe.Malformed(whole, "eleven attributes after cpe:2.3:");
        }
        Cpe.Part part = part(fields.getFirst());
        List<Attribute> values = new ArrayList<>(ATTRIBUTES);
        for (String field : fields.subList(1, fields.size())) {
            Attribute value = Quoting.read(field);
            if (value == null) {
                return new Cpe.Malformed(
                        whole, "an attribute with unquoted * or ? only at its ends, not \"" + field + "\"");
            }
            values.add(value);
        }
        return part == null ? noPart(whole) : new Cpe.Read(Cpe.of(part, values));
    }

    private static Cpe.Result uri(String whole, String body) {
        String[] fields = body.split(":", -1);
        if (fields.length > 7) {
            return new Cpe.Malformed(whole, "at most seven components after cpe:/");
        }
        Cpe.Part part = part(fields[0].isEmpty() ? "*" : fields[0]);
        if (part == null) {
            return noPart(whole);
        }
        List<String> parts = new ArrayList<>(List.of("", "", "", "", "", "", "", "", "", ""));
        for (int i = 1; i < fields.length; i++) {
            if (i == 5 && fields[i].startsWith("~")) {
                String[] packed = fields[i].substring(1).split("~", -1);
                if (packed.length != 5) {
                    return new Cpe.Malformed(whole, "a packed edition of five parts");
                }
                parts.set(4, packed[0]);
                for (int p = 1; p < packed.length; p++) {
                    parts.set(5 + p, packed[p]);
                }
            } else {
                parts.set(i - 1, fields[i]);
            }
        }
        List<Attribute> values = new ArrayList<>(ATTRIBUTES);
        for (String text : parts) {
            Attribute value = Quoting.decode(text);
            if (value == null) {
                return new Cpe.Malformed(
                        whole, "percent-encoded characters and wildcards only at the ends, not \"" + text + "\"");
            }
            values.add(value);
        }
        return new Cpe.Read(Cpe.of(part, values));
    }

    private static Cpe.Result noPart(String whole) {
        return new Cpe.Malformed(whole, "the part a, o or h");
    }

    private static List<String> fields(String body) {
        List<String> fields = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < body.length(); i++) {
            if (body.charAt(i) == '\\') {
                i++;
            } else if (body.charAt(i) == ':') {
                fields.add(body.substring(start, i));
                start = i + 1;
            }
        }
        fields.add(body.substring(start));
        return fields;
    }

    private static Cpe.@Nullable Part part(String text) {
        return switch (text) {
            case "a", "A" -> Cpe.Part.APPLICATION;
            case "o", "O" -> Cpe.Part.OPERATING_SYSTEM;
            case "h", "H" -> Cpe.Part.HARDWARE;
            case "*" -> Cpe.Part.ANY;
            case "-" -> Cpe.Part.NA;
            default -> null;
        };
    }

    private static String letter(Cpe.Part part) {
        return switch (part) {
            case APPLICATION -> "a";
            case OPERATING_SYSTEM -> "o";
            case HARDWARE -> "h";
            case ANY -> "*";
            case NA -> "-";
        };
    }

    static String formatted(Cpe cpe) {
        StringBuilder text = new StringBuilder(FORMATTED).append(letter(cpe.part()));
        for (Attribute value : cpe.attributes()) {
            text.append(':').append(Quoting.write(value));
        }
        return text.toString();
    }

    static String uri(Cpe cpe) {
        List<String> values = cpe.attributes().stream().map(Quoting::encode).toList();
        List<String> extended = values.subList(6, ATTRIBUTES);
        String edition = extended.stream().allMatch(String::isEmpty)
                ? values.get(4)
                : "~" + values.get(4) + "~" + String.join("~", extended);
        String text = URI + (cpe.part() == Cpe.Part.ANY ? "" : letter(cpe.part())) + ":"
                + String.join(":", values.get(0), values.get(1), values.get(2), values.get(3), edition, values.get(5));
        return text.replaceFirst(":++$", "");
    }
}
