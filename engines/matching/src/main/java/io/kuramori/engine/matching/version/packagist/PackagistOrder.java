package io.kuramori.engine.matching.version.packagist;

import io.kuramori.engine.matching.version.Cursor;
import io.kuramori.engine.matching.version.KeyWriter;
import io.kuramori.engine.matching.version.VersionKey;
import io.kuramori.engine.matching.version.VersionOrder;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// PHP's version_compare, which Composer and OSV use for Packagist: runs of digits and of letters; other characters
/// separate. `dev`, `alpha`, `beta` and `RC` stand before the end, in this order; then numbers; then patch levels.
/// Words not known stand before all. More numbers stand after fewer, so that `1.0` is before `1.0.0`. The `#` that
/// version_compare also knows is no part of a version and is refused.
public final class PackagistOrder extends VersionOrder<VersionKey> {

    public static final PackagistOrder INSTANCE = new PackagistOrder();

    private static final Pattern FORM = Pattern.compile("[0-9A-Za-z._+/@ -]++");
    private static final int END = 6;
    private static final int NUMBER = 7;
    private static final int PATCH = 8;

    private PackagistOrder() {
        super("Composer");
    }

    @Override
    protected @Nullable VersionKey read(String text) {
        if (!FORM.matcher(text).matches()) {
            return null;
        }

        Cursor cursor = new Cursor(text.toLowerCase(Locale.ROOT));
        if (text.length() > 1 && Cursor.isDigit(text.charAt(1))) {
            cursor.skip("v");
        }
        KeyWriter key = new KeyWriter();
        while (!cursor.done()) {
            if (Cursor.isDigit(cursor.peek())) {
                key.tag(NUMBER).number(cursor.digits());
            } else if (Cursor.isLetter(cursor.peek())) {
                key.tag(rank(cursor.letters()));
            } else {
                cursor.next();
            }
        }
        return key.tag(END).key();
    }

    private static int rank(String word) {
        if (word.startsWith("dev")) {
            return 2;
        }
        return switch (word.charAt(0)) {
            case 'a' -> 3;
            case 'b' -> 4;
            case 'r' -> word.startsWith("rc") ? 5 : 1;
            case 'p' -> PATCH;
            default -> 1;
        };
    }
}
