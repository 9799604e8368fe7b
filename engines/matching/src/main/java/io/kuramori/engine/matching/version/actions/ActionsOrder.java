package io.kuramori.engine.matching.version.actions;

import io.kuramori.engine.matching.version.Parse;
import io.kuramori.engine.matching.version.VersionKey;
import io.kuramori.engine.matching.version.VersionOrder;
import io.kuramori.engine.matching.version.semver.SemverOrder;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Releases of GitHub Actions. Only all three numbers name a release: `v4` and `v4.1` are tags that move, and a branch
/// or
/// a commit is no version, so these are refused.
public final class ActionsOrder extends VersionOrder<VersionKey> {

    public static final ActionsOrder INSTANCE = new ActionsOrder();

    private static final Pattern WHOLE = Pattern.compile("v?[0-9]++\\.[0-9]++\\.[0-9]++(?:[-+].*+)?");

    private ActionsOrder() {
        super("GitHub Actions");
    }

    @Override
    protected @Nullable VersionKey read(String text) {
        return WHOLE.matcher(text).matches()
                        && SemverOrder.INSTANCE.parse(text) instanceof Parse.Parsed<VersionKey>(VersionKey key)
                ? key
                : null;
    }
}
