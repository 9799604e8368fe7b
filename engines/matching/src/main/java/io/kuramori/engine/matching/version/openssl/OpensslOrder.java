package io.kuramori.engine.matching.version.openssl;

import io.kuramori.engine.matching.version.KeyWriter;
import io.kuramori.engine.matching.version.VersionKey;
import io.kuramori.engine.matching.version.VersionOrder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// OpenSSL's releases: three numbers; before 3.0 patch letters (`1.0.2z` before `1.0.2za`); `-alpha`, `-beta` and
/// `-pre`
/// before the release. Builds such as `-fips` have no weight.
public final class OpensslOrder extends VersionOrder<VersionKey> {

    public static final OpensslOrder INSTANCE = new OpensslOrder();

    private static final Pattern FORM = Pattern.compile("([0-9]++)\\.([0-9]++)(?:\\.([0-9]++))?+([a-z]*+)"
            + "(?:-?(?<stage>alpha|beta|pre|dev)(?<number>[0-9]*+)(?:-dev)?+|-fips)?+");
    private static final int CORE = 3;
    private static final int RELEASE = 5;

    private OpensslOrder() {
        super("OpenSSL");
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
        key.text(form.group(CORE + 1)).tag(stage(form.group("stage")));
        String number = form.group("number");
        return key.number(number == null ? "" : number).key();
    }

    private static int stage(@Nullable String word) {
        if (word == null) {
            return RELEASE;
        }
        return switch (word) {
            case "dev" -> 1;
            case "alpha" -> 2;
            case "beta" -> 3;
            default -> 4;
        };
    }
}
