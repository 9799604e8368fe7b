package io.kuramori.engine.matching.version;

/// A place in a version text, for orders that read it run by run.
public final class Cursor {

    private final String text;
    private int at;

    public Cursor(String text) {
        this.text = text;
    }

    public boolean done() {
        return at == text.length();
    }

    /// The character at this place, or zero at the end.
    public char peek() {
        return done() ? 0 : text.charAt(at);
    }

    public char next() {
        return text.charAt(at++);
    }

    /// Steps over the word if it stands here.
    public boolean skip(String word) {
        boolean here = text.startsWith(word, at);
        at += here ? word.length() : 0;
        return here;
    }

    /// The digits that begin here, perhaps none.
    public String digits() {
        int from = at;
        while (isDigit(peek())) {
            at++;
        }
        return text.substring(from, at);
    }

    /// The ASCII letters that begin here, perhaps none.
    public String letters() {
        int from = at;
        while (isLetter(peek())) {
            at++;
        }
        return text.substring(from, at);
    }

    public String rest() {
        String rest = text.substring(at);
        at = text.length();
        return rest;
    }

    public static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    public static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    public static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
