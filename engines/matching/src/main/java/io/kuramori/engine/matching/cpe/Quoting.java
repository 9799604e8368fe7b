package io.kuramori.engine.matching.cpe;

import org.jspecify.annotations.Nullable;

/// One attribute's text in the two bindings (NIST IR 7695 §6.1.2, §6.2.2).
final class Quoting {

    private static final String HEX = "0123456789abcdef";

    private Quoting() {}

    /// Reads a field of a formatted string, or gives null when a wildcard stands within it.
    static @Nullable Attribute read(String field) {
        if (field.equals("*") || field.isEmpty()) {
            return new Attribute.Any();
        }
        if (field.equals("-")) {
            return new Attribute.NotApplicable();
        }
        Builder value = new Builder();
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            if (c == '\\' && i + 1 < field.length()) {
                value.literal(field.charAt(++i));
            } else if (c == '*' || c == '?') {
                value.wildcard(c);
            } else {
                value.literal(c);
            }
        }
        return value.done();
    }

    /// Reads a component of a URI, or gives null when it is not one.
    static @Nullable Attribute decode(String component) {
        if (component.isEmpty()) {
            return new Attribute.Any();
        }
        if (component.equals("-")) {
            return new Attribute.NotApplicable();
        }
        Builder value = new Builder();
        for (int i = 0; i < component.length(); i++) {
            char c = component.charAt(i);
            if (c != '%') {
                value.literal(c);
                continue;
            }
            if (i + 2 >= component.length()) {
                return null;
            }
            int high = Character.digit(component.charAt(i + 1), 16);
            int low = Character.digit(component.charAt(i + 2), 16);
            if (high < 0 || low < 0) {
                return null;
            }
            int code = high * 16 + low;
            i += 2;
            switch (code) {
                case 1 -> value.wildcard('?');
                case 2 -> value.wildcard('*');
                default -> value.literal((char) code);
            }
        }
        return value.done();
    }

    static String write(Attribute value) {
        return switch (value) {
            case Attribute.Any ignored -> "*";
            case Attribute.NotApplicable ignored -> "-";
            case Attribute.Text(String text, int before, int after) -> {
                StringBuilder quoted = new StringBuilder(wildcards(before, "*", "?"));
                for (int i = 0; i < text.length(); i++) {
                    char c = text.charAt(i);
                    boolean plain =
                            Character.isLetterOrDigit(c) || c == '_' || (text.length() > 1 && (c == '.' || c == '-'));
                    quoted.append(plain || c == '.' ? "" : "\\").append(c);
                }
                yield quoted.append(wildcards(after, "*", "?")).toString();
            }
        };
    }

    static String encode(Attribute value) {
        return switch (value) {
            case Attribute.Any ignored -> "";
            case Attribute.NotApplicable ignored -> "-";
            case Attribute.Text(String text, int before, int after) -> {
                StringBuilder encoded = new StringBuilder(wildcards(before, "%02", "%01"));
                for (int i = 0; i < text.length(); i++) {
                    char c = text.charAt(i);
                    boolean plain = c >= 128
                            || Character.isLetterOrDigit(c)
                            || c == '_'
                            || c == '.'
                            || (c == '-' && text.length() > 1);
                    if (plain) {
                        encoded.append(c);
                    } else {
                        encoded.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
                    }
                }
                yield encoded.append(wildcards(after, "%02", "%01")).toString();
            }
        };
    }

    private static String wildcards(int count, String many, String one) {
        return count == Attribute.Text.MANY ? many : one.repeat(count);
    }

    /// Gathers the characters and the wildcards at either end.
    private static final class Builder {

        private final StringBuilder literal = new StringBuilder();
        private int before;
        private int after;
        private boolean wrong;

        void literal(char c) {
            wrong |= after != 0;
            literal.append(c);
        }

        void wildcard(char c) {
            if (literal.isEmpty()) {
                before = c == '*' ? Attribute.Text.MANY : before == Attribute.Text.MANY ? before : before + 1;
            } else {
                after = c == '*' ? Attribute.Text.MANY : after == Attribute.Text.MANY ? after : after + 1;
            }
        }

        @Nullable
        Attribute done() {
            if (wrong) {
                return null;
            }
            return literal.isEmpty() && before == Attribute.Text.MANY
                    ? new Attribute.Any()
                    : new Attribute.Text(literal.toString(), before, after);
        }
    }
}
