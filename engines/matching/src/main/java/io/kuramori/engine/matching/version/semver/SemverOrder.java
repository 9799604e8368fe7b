package io.kuramori.engine.matching.version.semver;

import io.kuramori.engine.matching.version.KeyWriter;
import io.kuramori.engine.matching.version.VersionKey;
import io.kuramori.engine.matching.version.VersionOrder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// SemVer 2.0.0 with the two leniencies advisories and lock files need: a leading `v` or `=`, and a core of one or
/// two numbers, read as if zeros followed. A fourth number is refused. Build metadata takes no part.
public final class SemverOrder extends VersionOrder<VersionKey> {

    public static final SemverOrder INSTANCE = new SemverOrder();

    private static final String IDENTIFIERS = "([0-9A-Za-z-]++(?:\\.[0-9A-Za-z-]++)*+)";
    private static final Pattern FORM = Pattern.compile("[=vV]?\\s*+([0-9]++)(?:\\.([0-9]++))?+(?:\\.([0-9]++))?+"
            + "(?:-" + IDENTIFIERS + ")?+(?:\\+" + IDENTIFIERS + ")?+");
    private static final int CORE = 3;

    private SemverOrder() {
        super("SemVer 2.0.0");
    }

    @Override
    protected @Nullable VersionKey read(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return null;
        }

        KeyWriter key = new KeyWriter();
        for (int group = 1; group <= CORE; group++) {
            key.number(text, Math.max(0, form.start(group)), Math.max(0, form.end(group)));
        }
        SemverKeys.preRelease(form.group(CORE + 1), key);
        return key.key();
    }
}
