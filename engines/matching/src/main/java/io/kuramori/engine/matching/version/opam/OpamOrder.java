package io.kuramori.engine.matching.version.opam;

import io.kuramori.engine.matching.version.Cursor;
import io.kuramori.engine.matching.version.KeyWriter;
import io.kuramori.engine.matching.version.VersionKey;
import io.kuramori.engine.matching.version.VersionOrder;
import io.kuramori.engine.matching.version.debian.DpkgRuns;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// opam's order (The opam manual, §Version ordering): Debian's, over the whole text, without epoch or revision.
public final class OpamOrder extends VersionOrder<VersionKey> {

    public static final OpamOrder INSTANCE = new OpamOrder();

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_+.~-]++");

    private OpamOrder() {
        super("opam");
    }

    @Override
    protected @Nullable VersionKey read(String text) {
        if (!FORM.matcher(text).matches()) {
            return null;
        }

        KeyWriter key = new KeyWriter();
        DpkgRuns.write(new Cursor(text), key);
        return key.key();
    }
}
