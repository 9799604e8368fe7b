package io.kuramori.engine.matching.version.debian;

import io.kuramori.engine.matching.version.Cursor;
import io.kuramori.engine.matching.version.KeyWriter;

/// Runs of other characters and of digits by turns. Digits compare by value, a missing run as zero. In the other runs a
/// tilde stands before the run's end, the end before letters, letters before the rest.
public final class DpkgRuns {

    private static final int TILDE = 1;
    private static final int END = 2;
    private static final int AFTER_LETTERS = 0x80;

    private DpkgRuns() {}

    public static void write(Cursor text, KeyWriter key) {
        do {
            while (!text.done() && !Cursor.isDigit(text.peek())) {
                char c = text.next();
                key.tag(c == '~' ? TILDE : Cursor.isLetter(c) ? c : c | AFTER_LETTERS);
            }
            key.tag(END).number(text.digits());
        } while (!text.done());
        key.tag(END);
    }
}
