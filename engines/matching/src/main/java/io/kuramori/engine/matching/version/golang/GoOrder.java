package io.kuramori.engine.matching.version.golang;

import io.kuramori.engine.matching.version.Parse;
import io.kuramori.engine.matching.version.VersionKey;
import io.kuramori.engine.matching.version.VersionOrder;
import io.kuramori.engine.matching.version.semver.SemverOrder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Go module versions are semantic versions with a `v` (Go Modules Reference, §Versions): a pseudo-version such as
/// `v0.0.0-20190125091013-d26f9f9a57f3` is a pre-release and `+incompatible` is build metadata, so precedence orders
/// both. A release of Go itself (`go1.21rc2`, `go1.21`) is read as `1.21.0-rc.2` and `1.21.0`, which is how the Go
/// vulnerability database writes it. `(devel)` is no version.
public final class GoOrder extends VersionOrder<VersionKey> {

    public static final GoOrder INSTANCE = new GoOrder();

    private static final Pattern RELEASE = Pattern.compile(
            "(?:go|v)?([0-9]{1,9})\\.([0-9]{1,9})(?:\\.([0-9]{1,9}))?(?:(alpha|beta|rc)([0-9]{1,9}))?(?:[ -].*)?");

    private GoOrder() {
        super("Go");
    }

    @Override
    protected @Nullable VersionKey read(String text) {
        if (text.startsWith("=") || text.startsWith("V")) {
            return null;
        }
        if (SemverOrder.INSTANCE.parse(text) instanceof Parse.Parsed<VersionKey>(VersionKey key)) {
            return key;
        }

        Matcher release = RELEASE.matcher(text);
        return release.matches() ? release(release) : null;
    }

    private static @Nullable VersionKey release(Matcher release) {
        String patch = release.group(3) == null ? "0" : release.group(3);
        String stage = release.group(4) == null ? "" : "-" + release.group(4) + "." + release.group(5);
        String text = release.group(1) + "." + release.group(2) + "." + patch + stage;
        return SemverOrder.INSTANCE.parse(text) instanceof Parse.Parsed<VersionKey>(VersionKey key) ? key : null;
    }
}
