package io.kuramori.engine.matching.version.gentoo;

import io.kuramori.engine.matching.version.Cursor;
import io.kuramori.engine.matching.version.KeyWriter;
import io.kuramori.engine.matching.version.VersionKey;
import io.kuramori.engine.matching.version.VersionOrder;
import org.jspecify.annotations.Nullable;

/// Gentoo's order (Package Manager Specification §3.3). A missing suffix number or revision is zero.
public final class GentooOrder extends VersionOrder<VersionKey> {

    public static final GentooOrder INSTANCE = new GentooOrder();

    private GentooOrder() {
        super("Gentoo");
    }

    @Override
    protected @Nullable VersionKey read(String text) {
        Cursor cursor = new Cursor(text);
        KeyWriter key = new KeyWriter();
        if (!Suffixed.numbers(cursor, true, key)) {
            return null;
        }
        Suffixed.letter(cursor, key);
        if (!Suffixed.suffixes(cursor, true, key)) {
            return null;
        }
        boolean revised = cursor.skip("-r");
        String revision = cursor.digits();
        if (!cursor.done() || revised == revision.isEmpty()) {
            return null;
        }
        return key.number(revision).key();
    }
}
