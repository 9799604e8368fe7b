package io.kuramori.engine.matching.version.semver;

import io.kuramori.engine.matching.version.KeyWriter;
import io.kuramori.engine.matching.version.VersionKey;
import io.kuramori.engine.matching.version.VersionOrder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// SemVer precedence in which build metadata takes part, compared as a pre-release is: first the version without one.
public abstract class BuildOrder extends VersionOrder<VersionKey> {

    private static final String IDENTIFIERS = "([0-9A-Za-z-]++(?:\\.[0-9A-Za-z-]++)*+)";
    private static final Pattern FORM = Pattern.compile("v?([0-9]++)(?:\\.([0-9]++))?+(?:\\.([0-9]++))?+" + "(?:-"
            + IDENTIFIERS + ")?+(?:\\+" + IDENTIFIERS + ")?+");
    private static final int CORE = 3;

    protected BuildOrder(String name) {
        super(name);
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
        SemverKeys.build(form.group(CORE + 2), key);
        return key.key();
    }
}
