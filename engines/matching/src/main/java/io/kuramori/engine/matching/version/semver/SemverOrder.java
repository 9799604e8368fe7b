package io.kuramori.engine.matching.version.semver;

import io.kuramori.engine.matching.version.VersionOrder;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// SemVer 2.0.0 with the two leniencies advisories and lock files need: a leading `v` or `=`, and a core of one or
/// two numbers, read as if zeros followed. A fourth number is refused.
public final class SemverOrder extends VersionOrder<SemanticVersion> {

    public static final SemverOrder INSTANCE = new SemverOrder();

    private static final String IDENTIFIERS = "([0-9A-Za-z-]++(?:\\.[0-9A-Za-z-]++)*+)";
    private static final Pattern FORM = Pattern.compile("[=vV]?\\s*+([0-9]++)(?:\\.([0-9]++))?+(?:\\.([0-9]++))?+"
            + "(?:-" + IDENTIFIERS + ")?+(?:\\+" + IDENTIFIERS + ")?+");

    private SemverOrder() {
        super("SemVer 2.0.0");
    }

    @Override
    protected @Nullable SemanticVersion read(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return null;
        }

        List<BigInteger> core = new ArrayList<>(3);
        for (int group = 1; group <= 3; group++) {
            String number = form.group(group);
            core.add(number == null ? BigInteger.ZERO : new BigInteger(number));
        }
        String preRelease = form.group(4);
        return new SemanticVersion(core, preRelease == null ? List.of() : List.of(preRelease.split("\\.", -1)));
    }
}
