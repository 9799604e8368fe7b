package io.kuramori.engine.matching.version.arch;

import io.kuramori.engine.matching.version.Cursor;
import io.kuramori.engine.matching.version.KeyWriter;
import io.kuramori.engine.matching.version.VersionOrder;
import org.jspecify.annotations.Nullable;

/// The order of `[epoch:]version[-release]` as vercmp(8) of pacman decides it. Letters right after digits stand before
/// the end; digits right after letters and anything after separators behind it, more separators behind fewer. A text
/// that ends in a separator is refused: pacman's answers about such texts run in circles.
public final class ArchOrder extends VersionOrder<ArchVersion> {

    public static final ArchOrder INSTANCE = new ArchOrder();

    private static final int LETTERS_NEXT = 1;
    private static final int END = 2;
    private static final int DIGITS_NEXT = 3;
    private static final int LETTERS = 1;
    private static final int DIGITS = 2;

    private ArchOrder() {
        super("Arch Linux");
    }

    @Override
    protected @Nullable ArchVersion read(String text) {
        Cursor cursor = new Cursor(text);
        String epoch = cursor.digits();
        boolean hasEpoch = cursor.skip(":");
        String rest = hasEpoch ? cursor.rest() : text;
        int hyphen = rest.lastIndexOf('-');

        KeyWriter version = new KeyWriter().number(hasEpoch ? epoch : "");
        KeyWriter release = new KeyWriter();
        boolean read = segments(new Cursor(hyphen < 0 ? rest : rest.substring(0, hyphen)), version)
                && segments(new Cursor(hyphen < 0 ? "" : rest.substring(hyphen + 1)), release);
        return read ? new ArchVersion(version.key(), hyphen < 0 ? null : release.key()) : null;
    }

    private static boolean segments(Cursor text, KeyWriter key) {
        while (!text.done()) {
            int separators = 0;
            while (!Cursor.isDigit(text.peek()) && !Cursor.isLetter(text.peek())) {
                if (text.done()) {
                    return false;
                }
                text.next();
                separators++;
            }
            boolean digits = Cursor.isDigit(text.peek());
            if (separators == 0) {
                key.tag(digits ? DIGITS_NEXT : LETTERS_NEXT);
            } else {
                // A text holds at most VersionOrder.MAX_LENGTH characters; beyond a byte the count stays the highest.
                key.tag(Math.min(DIGITS_NEXT + separators, 0xFF)).tag(digits ? DIGITS : LETTERS);
            }
            if (digits) {
                key.number(text.digits());
            } else {
                key.text(text.letters());
            }
        }
        key.tag(END);
        return true;
    }
}
