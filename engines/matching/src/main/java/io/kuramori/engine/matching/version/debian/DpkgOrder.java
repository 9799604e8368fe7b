package io.kuramori.engine.matching.version.debian;

import io.kuramori.engine.matching.version.Cursor;
import io.kuramori.engine.matching.version.KeyWriter;
import io.kuramori.engine.matching.version.VersionKey;
import io.kuramori.engine.matching.version.VersionOrder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The order of `[epoch:]upstream[-revision]` (Debian Policy §5.6.12): the epoch by value, then upstream and revision
/// each by [DpkgRuns]. A missing epoch or revision is zero. Unlike the policy, an upstream version may begin with a
/// letter, as dpkg itself only warns of it.
public final class DpkgOrder extends VersionOrder<VersionKey> {

    public static final DpkgOrder INSTANCE = new DpkgOrder();

    private static final Pattern FORM = Pattern.compile("(?:([0-9]{1,10}):)?+([A-Za-z0-9.+~:_-]++)");

    private DpkgOrder() {
        super("dpkg");
    }

    @Override
    protected @Nullable VersionKey read(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches() || text.endsWith("-") || (form.group(1) == null && text.indexOf(':') >= 0)) {
            return null;
        }

        String epoch = form.group(1);
        String version = form.group(2);
        int hyphen = version.lastIndexOf('-');
        KeyWriter key = new KeyWriter().number(epoch == null ? "" : epoch);
        DpkgRuns.write(new Cursor(hyphen < 0 ? version : version.substring(0, hyphen)), key);
        DpkgRuns.write(new Cursor(hyphen < 0 ? "" : version.substring(hyphen + 1)), key);
        return key.key();
    }
}
