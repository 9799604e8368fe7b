package io.kuramori.engine.matching.version.nuget;

import io.kuramori.engine.matching.version.VersionOrder;
import io.kuramori.engine.matching.version.semver.SemanticVersion;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The order of `NuGetVersion`: semantic precedence over one to four numbers, pre-release labels without regard to
/// case, build metadata without weight.
public final class NugetOrder extends VersionOrder<SemanticVersion> {

    public static final NugetOrder INSTANCE = new NugetOrder();

    private static final int NUMBERS = 4;
    private static final String LABELS = "([0-9a-z-]++(?:\\.[0-9a-z-]++)*+)";
    private static final Pattern FORM =
            Pattern.compile("([0-9]++(?:\\.[0-9]++){0,3}+)(?:-" + LABELS + ")?+(?:\\+" + LABELS + ")?+");

    private NugetOrder() {
        super("NuGet");
    }

    @Override
    protected @Nullable SemanticVersion read(String text) {
        Matcher form = FORM.matcher(text.toLowerCase(Locale.ROOT));
        if (!form.matches()) {
            return null;
        }

        List<BigInteger> core = new ArrayList<>();
        for (String number : form.group(1).split("\\.", -1)) {
            core.add(new BigInteger(number));
        }
        while (core.size() < NUMBERS) {
            core.add(BigInteger.ZERO);
        }
        String labels = form.group(2);
        return new SemanticVersion(core, labels == null ? List.of() : List.of(labels.split("\\.", -1)));
    }
}
