package io.kuramori.engine.matching.version.alpine;

import io.kuramori.engine.matching.version.Cursor;
import io.kuramori.engine.matching.version.KeyWriter;
import io.kuramori.engine.matching.version.VersionKey;
import io.kuramori.engine.matching.version.VersionOrder;
import io.kuramori.engine.matching.version.gentoo.Suffixed;
import org.jspecify.annotations.Nullable;

/// apk's order of `number{.number}{letter}{_suffix{number}}{~hash}{-r#}` (apk-package(5)), with a number after the
/// letter
/// as older releases of apk read it and packages such as `sudo 1.8.28p1-r1` use it. The hash has no weight, and `-r`
/// alone is `-r0`. A text that apk calls invalid is refused: apk still answers when asked to compare two such
/// texts, but its answers form no order.
public final class ApkOrder extends VersionOrder<VersionKey> {

    public static final ApkOrder INSTANCE = new ApkOrder();

    private ApkOrder() {
        super("apk");
    }

    @Override
    protected @Nullable VersionKey read(String text) {
        Cursor cursor = new Cursor(text);
        KeyWriter key = new KeyWriter();
        if (!Suffixed.numbers(cursor, false, key)) {
            return null;
        }
        Suffixed.letter(cursor, key);
        boolean numbered = Cursor.isDigit(cursor.peek());
        key.tag(numbered ? 1 : 0).number(cursor.digits());
        if (!Suffixed.suffixes(cursor, false, key) || !hash(cursor)) {
            return null;
        }
        boolean revised = cursor.skip("-r");
        key.tag(revised ? 1 : 0).number(revised ? cursor.digits() : "");
        return cursor.done() ? key.key() : null;
    }

    private static boolean hash(Cursor text) {
        if (!text.skip("~")) {
            return true;
        }
        int length = 0;
        while (Character.digit(text.peek(), 16) >= 0 && !Character.isUpperCase(text.peek())) {
            text.next();
            length++;
        }
        return length > 0;
    }
}
