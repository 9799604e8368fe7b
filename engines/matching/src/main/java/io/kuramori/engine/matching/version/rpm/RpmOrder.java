package io.kuramori.engine.matching.version.rpm;

import io.kuramori.engine.matching.version.Cursor;
import io.kuramori.engine.matching.version.KeyWriter;
import io.kuramori.engine.matching.version.VersionKey;
import io.kuramori.engine.matching.version.VersionOrder;
import org.jspecify.annotations.Nullable;

/// The order of `[epoch:]version[-release]` as rpmvercmp decides it (rpm-version(7)). Only digits before a colon are an
/// epoch; a missing one is zero. A version without release stands before the same with one. Within each part a tilde
/// stands before the end, a caret after it and before anything else, letters before digits; other characters only
/// separate.
public final class RpmOrder extends VersionOrder<VersionKey> {

    public static final RpmOrder INSTANCE = new RpmOrder();

    private static final int TILDE = 1;
    private static final int END = 2;
    private static final int CARET = 3;
    private static final int LETTERS = 4;
    private static final int DIGITS = 5;

    private RpmOrder() {
        super("RPM");
    }

    @Override
    protected @Nullable VersionKey read(String text) {
        Cursor cursor = new Cursor(text);
        String epoch = cursor.digits();
        boolean hasEpoch = cursor.skip(":");
        String rest = hasEpoch ? cursor.rest() : text;
        int hyphen = rest.lastIndexOf('-');

        KeyWriter key = new KeyWriter().number(hasEpoch ? epoch : "");
        segments(new Cursor(hyphen < 0 ? rest : rest.substring(0, hyphen)), key);
        if (hyphen < 0) {
            return key.tag(0).key();
        }
        segments(new Cursor(rest.substring(hyphen + 1)), key.tag(1));
        return key.key();
    }

    private static void segments(Cursor text, KeyWriter key) {
        while (!text.done()) {
            char c = text.peek();
            if (Cursor.isDigit(c)) {
                key.tag(DIGITS).number(text.digits());
            } else if (Cursor.isLetter(c)) {
                key.tag(LETTERS).text(text.letters());
            } else {
                text.next();
                if (c == '~') {
                    key.tag(TILDE);
                } else if (c == '^') {
                    key.tag(CARET);
                }
            }
        }
        key.tag(END);
    }
}
