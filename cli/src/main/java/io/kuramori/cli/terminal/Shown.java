package io.kuramori.cli.terminal;

/// Text from outside, made safe to print. Names in documents and archives may hold escape sequences that move the
/// cursor, rewrite a window's title or turn the direction of what follows; a terminal would obey them.
public final class Shown {

    private Shown() {}

    /// The text with each control, format and line separating character, and each half of a broken surrogate pair, as
    /// `\\uXXXX`. Within a JSON string that means the same text.
    public static String plainly(String text) {
        int at = firstHidden(text);
        if (at == text.length()) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length() + 16).append(text, 0, at);
        while (at < text.length()) {
            int point = text.codePointAt(at);
            int next = at + Character.charCount(point);
            if (hidden(point)) {
                for (; at < next; at++) {
                    shown.append("\\u%04x".formatted((int) text.charAt(at)));
                }
            } else {
                shown.appendCodePoint(point);
            }
            at = next;
        }
        return shown.toString();
    }

    private static int firstHidden(String text) {
        int at = 0;
        while (at < text.length() && !hidden(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        return at;
    }

    private static boolean hidden(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }
}
