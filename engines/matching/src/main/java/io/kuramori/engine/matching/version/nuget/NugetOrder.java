package io.kuramori.engine.matching.version.nuget;

import io.kuramori.engine.matching.version.KeyWriter;
import io.kuramori.engine.matching.version.VersionKey;
import io.kuramori.engine.matching.version.VersionOrder;
import io.kuramori.engine.matching.version.semver.SemverKeys;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// NuGet's order: SemVer 2.0.0 precedence over one to four numbers, pre-release labels without regard to
/// case, build metadata without weight.
public final class NugetOrder extends VersionOrder<VersionKey> {

    public static final NugetOrder INSTANCE = new NugetOrder();

    private static final int NUMBERS = 4;
    private static final String LABELS = "([0-9a-z-]++(?:\\.[0-9a-z-]++)*+)";
    private static final Pattern FORM =
            Pattern.compile("v?([0-9]++(?:\\.[0-9]++){0,3}+)(?:-" + LABELS + ")?+(?:\\+" + LABELS + ")?+");

    private NugetOrder() {
        super("NuGet");
    }

    @Override
    protected @Nullable VersionKey read(String text) {
        Matcher form = FORM.matcher(text.toLowerCase(Locale.ROOT));
        if (!form.matches()) {
            return null;
        }

        KeyWriter key = new KeyWriter();
        String[] numbers = form.group(1).split("\\.", -1);
        for (int i = 0; i < NUMBERS; i++) {
            key.number(i < numbers.length ? numbers[i] : "");
        }
        SemverKeys.preRelease(form.group(2), key);
        return key.key();
    }
}
