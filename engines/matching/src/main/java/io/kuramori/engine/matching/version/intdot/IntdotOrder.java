package io.kuramori.engine.matching.version.intdot;

import io.kuramori.engine.matching.version.Cursor;
import io.kuramori.engine.matching.version.KeyWriter;
import io.kuramori.engine.matching.version.VersionKey;
import io.kuramori.engine.matching.version.VersionOrder;
import org.jspecify.annotations.Nullable;

/// Numbers between single separators, compared one by one; fewer stand before more.
public class IntdotOrder extends VersionOrder<VersionKey> {

    public static final IntdotOrder INSTANCE = new IntdotOrder("intdot", ".");

    private final String separators;

    /// @param separators the characters that may separate
    protected IntdotOrder(String name, String separators) {
        super(name);
        this.separators = separators;
    }

    @Override
    protected @Nullable VersionKey read(String text) {
        Cursor cursor = new Cursor(text);
        KeyWriter key = new KeyWriter();
        while (true) {
            String number = cursor.digits();
            if (number.isEmpty()) {
                return null;
            }
            key.tag(1).number(number);
            if (cursor.done()) {
                return key.tag(0).key();
            }
            if (separators.indexOf(cursor.next()) < 0) {
                return null;
            }
        }
    }
}
