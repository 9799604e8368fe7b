package io.kuramori.engine.matching.version.pypi;

import io.kuramori.engine.matching.version.Cursor;
import io.kuramori.engine.matching.version.KeyWriter;
import io.kuramori.engine.matching.version.VersionKey;
import io.kuramori.engine.matching.version.VersionOrder;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// PEP 440 with its normalisations (Appendix B). Versions from before PEP 440 ("legacy") have no place in the order.
public final class PypiOrder extends VersionOrder<VersionKey> {

    public static final PypiOrder INSTANCE = new PypiOrder();

    private static final Pattern FORM = Pattern.compile("v?+"
            + "(?:(?<epoch>[0-9]++)!)?+"
            + "(?<release>[0-9]++(?:\\.[0-9]++)*+)"
            + "(?:[-_.]?(?<stage>alpha|beta|preview|pre|rc|a|b|c)[-_.]?(?<pre>[0-9]*+))?"
            + "(?:-(?<implicit>[0-9]++)|[-_.]?(?<isPost>post|rev|r)[-_.]?(?<post>[0-9]*+))?"
            + "(?:[-_.]?(?<isDev>dev)[-_.]?(?<dev>[0-9]*+))?"
            + "(?:\\+(?<local>[a-z0-9]++(?:[-_.][a-z0-9]++)*+))?");

    private static final int DEV_OF_FINAL = 0;
    private static final int FINAL = 4;

    private PypiOrder() {
        super("PEP 440");
    }

    @Override
    protected @Nullable VersionKey read(String text) {
        Matcher form = FORM.matcher(text.toLowerCase(Locale.ROOT));
        if (!form.matches()) {
            return null;
        }

        KeyWriter key = new KeyWriter().number(orNone(form.group("epoch")));
        release(form.group("release"), key);
        boolean post = form.group("implicit") != null || form.group("isPost") != null;
        boolean dev = form.group("isDev") != null;
        String stage = form.group("stage");
        key.tag(stage == null && dev && !post ? DEV_OF_FINAL : stage(stage)).number(orNone(form.group("pre")));
        if (post) {
            String implicit = form.group("implicit");
            key.tag(1).number(implicit != null ? implicit : orNone(form.group("post")));
        } else {
            key.tag(0);
        }
        if (dev) {
            key.tag(0).number(orNone(form.group("dev")));
        } else {
            key.tag(1);
        }
        local(form.group("local"), key);
        return key.key();
    }

    /// Trailing zeros have no weight.
    private static void release(String text, KeyWriter key) {
        String[] numbers = text.split("\\.", -1);
        int length = numbers.length;
        while (length > 0 && numbers[length - 1].chars().allMatch(c -> c == '0')) {
            length--;
        }
        for (int i = 0; i < length; i++) {
            key.tag(1).number(numbers[i]);
        }
        key.tag(0);
    }

    private static int stage(@Nullable String word) {
        if (word == null) {
            return FINAL;
        }
        return switch (word) {
            case "a", "alpha" -> 1;
            case "b", "beta" -> 2;
            default -> 3;
        };
    }

    /// Absent before present; words before numbers.
    private static void local(@Nullable String label, KeyWriter key) {
        if (label == null) {
            key.tag(0);
            return;
        }
        for (String segment : label.split("[-_.]", -1)) {
            if (Cursor.isDigits(segment)) {
                key.tag(3).number(segment);
            } else {
                key.tag(2).text(segment);
            }
        }
        key.tag(1);
    }

    private static String orNone(@Nullable String digits) {
        return digits == null ? "" : digits;
    }
}
