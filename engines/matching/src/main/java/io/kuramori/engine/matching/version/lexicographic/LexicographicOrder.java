package io.kuramori.engine.matching.version.lexicographic;

import io.kuramori.engine.matching.version.KeyWriter;
import io.kuramori.engine.matching.version.VersionKey;
import io.kuramori.engine.matching.version.VersionOrder;
import org.jspecify.annotations.Nullable;

/// Texts by their UTF-8 bytes, nothing normalised.
public final class LexicographicOrder extends VersionOrder<VersionKey> {

    public static final LexicographicOrder INSTANCE = new LexicographicOrder();

    private LexicographicOrder() {
        super("lexicographic");
    }

    @Override
    protected @Nullable VersionKey read(String text) {
        return new KeyWriter().text(text).key();
    }
}
