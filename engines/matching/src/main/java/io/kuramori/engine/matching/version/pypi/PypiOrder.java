package io.kuramori.engine.matching.version.pypi;

import io.kuramori.engine.matching.version.VersionOrder;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// PEP 440 with its normalisations (Appendix B). Versions from before PEP 440 ("legacy") have no place in the order.
public final class PypiOrder extends VersionOrder<Pep440Version> {

    public static final PypiOrder INSTANCE = new PypiOrder();

    private static final Pattern FORM = Pattern.compile("v?+"
            + "(?:(?<epoch>[0-9]++)!)?+"
            + "(?<release>[0-9]++(?:\\.[0-9]++)*+)"
            + "(?:[-_.]?(?<stage>alpha|beta|preview|pre|rc|a|b|c)[-_.]?(?<pre>[0-9]*+))?"
            + "(?:-(?<implicit>[0-9]++)|[-_.]?(?<isPost>post|rev|r)[-_.]?(?<post>[0-9]*+))?"
            + "(?:[-_.]?(?<isDev>dev)[-_.]?(?<dev>[0-9]*+))?"
            + "(?:\\+(?<local>[a-z0-9]++(?:[-_.][a-z0-9]++)*+))?");

    private PypiOrder() {
        super("PEP 440");
    }

    @Override
    protected @Nullable Pep440Version read(String text) {
        Matcher form = FORM.matcher(text.toLowerCase(Locale.ROOT));
        if (!form.matches()) {
            return null;
        }

        BigInteger post = form.group("implicit") != null
                ? number(form.group("implicit"))
                : form.group("isPost") == null ? null : number(form.group("post"));
        BigInteger dev = form.group("isDev") == null ? null : number(form.group("dev"));
        String stage = form.group("stage");
        String local = form.group("local");
        return new Pep440Version(
                number(form.group("epoch")),
                release(form.group("release")),
                stage == null && post == null && dev != null ? -1 : stage(stage),
                number(form.group("pre")),
                post,
                dev,
                local == null ? null : List.of(local.split("[-_.]", -1)));
    }

    private static List<BigInteger> release(String text) {
        List<BigInteger> numbers = new ArrayList<>();
        for (String part : text.split("\\.", -1)) {
            numbers.add(new BigInteger(part));
        }
        while (numbers.size() > 1 && numbers.getLast().signum() == 0) {
            numbers.removeLast();
        }
        return List.copyOf(numbers);
    }

    private static int stage(@Nullable String word) {
        if (word == null) {
            return 3;
        }
        return switch (word) {
            case "a", "alpha" -> 0;
            case "b", "beta" -> 1;
            default -> 2;
        };
    }

    private static BigInteger number(@Nullable String digits) {
        return digits == null || digits.isEmpty() ? BigInteger.ZERO : new BigInteger(digits);
    }
}
