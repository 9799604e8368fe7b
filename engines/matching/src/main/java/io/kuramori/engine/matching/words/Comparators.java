package io.kuramori.engine.matching.words;

import io.kuramori.engine.matching.Bounds;
import io.kuramori.engine.matching.VersionSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Ranges written with comparison signs (`>= 1.0, < 2.0`), as VERS ([VersRows]), or in the English phrases
/// advisories use. What is not understood whole is not understood at all.
public final class Comparators {

    private static final int MAX_LENGTH = 2048;
    private static final String VERSION = "([0-9a-z][^\\s,|<>=*!]*+)";
    private static final Pattern SIGNED = Pattern.compile("(<=|>=|<|>|==|=|)\\s*+" + VERSION);
    private static final Pattern BEFORE =
            Pattern.compile("(?:versions? )?(?:before|prior to|earlier than|lower than|below) (?:version )?" + VERSION);
    private static final Pattern UP_TO = Pattern.compile(
            "(?:all )?(?:versions? )?(?:up to|through|until)(?: and including)?,? (?:version )?" + VERSION);
    private static final Pattern AND_EARLIER = Pattern.compile(
            "(?:versions? )?" + VERSION + " (?:and|or) (?:earlier|prior|below|lower|older)(?: versions?)?");
    private static final Pattern AND_LATER =
            Pattern.compile("(?:versions? )?" + VERSION + " (?:and|or) (?:later|above|newer|higher)(?: versions?)?");
    private static final Pattern FROM_TO = Pattern.compile(
            "(?:versions? )?(?:from )?" + VERSION + " (?:through|to|-|–|until) (?:version )?" + VERSION);
    private static final Pattern SINGLE = Pattern.compile("(?:versions? |ver\\.? ?)" + VERSION);

    private static final Pattern EVERY = Pattern.compile("\\*|all|all versions|any|every version");
    private static final Pattern SPACES = Pattern.compile("\\s++");
    private static final Pattern BETWEEN = Pattern.compile(", ?| (?=[<>=])");

    private Comparators() {}

    /// The versions the words mean; empty when they are not understood.
    public static Optional<List<VersionSet>> read(String words) {
        String text = words.strip().toLowerCase(Locale.ROOT);
        text = SPACES.matcher(text).replaceAll(" ");
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        if (EVERY.matcher(text).matches()) {
            return Optional.of(List.of(new VersionSet.Every()));
        }
        if (text.startsWith("vers:")) {
            return VersRows.read(words).map(VersRows::versions);
        }
        if (text.contains("||")) {
            List<VersionSet> all = new ArrayList<>();
            for (String part : text.split("\\|\\|", -1)) {
                Optional<List<VersionSet>> read = constraints(BETWEEN.split(part.strip(), -1));
                if (read.isEmpty()) {
                    return Optional.empty();
                }
                all.addAll(read.get());
            }
            return Optional.of(all);
        }
        if (text.startsWith("<") || text.startsWith(">") || text.startsWith("=")) {
            return constraints(BETWEEN.split(text, -1));
        }
        return phrase(text).map(List::of);
    }

    private static Optional<List<VersionSet>> constraints(String[] parts) {
        List<VersionSet> sets = new ArrayList<>();
        Bounds open = null;
        for (String part : parts) {
            Matcher signed = SIGNED.matcher(part.strip());
            if (!signed.matches()) {
                return Optional.empty();
            }
            String version = signed.group(2);
            switch (signed.group(1)) {
                case ">", ">=" -> {
                    if (open != null) {
                        return Optional.empty();
                    }
                    open = new Bounds(version, signed.group(1).equals(">="), null, false);
                }
                case "<", "<=" -> {
                    sets.add(closed(open, version, signed.group(1).equals("<=")));
                    open = null;
                }
                default -> sets.add(new VersionSet.Exactly(version));
            }
        }
        if (open != null) {
            sets.add(new VersionSet.Between(open));
        }
        return sets.isEmpty() ? Optional.empty() : Optional.of(sets);
    }

    private static VersionSet closed(@Nullable Bounds open, String end, boolean included) {
        return new VersionSet.Between(
                open == null
                        ? new Bounds(null, true, end, included)
                        : new Bounds(open.start(), open.startIncluded(), end, included));
    }

    private static Optional<VersionSet> phrase(String text) {
        Matcher before = BEFORE.matcher(text);
        if (before.matches()) {
            return Optional.of(new VersionSet.Between(Bounds.before(before.group(1))));
        }
        for (Pattern upTo : List.of(UP_TO, AND_EARLIER)) {
            Matcher found = upTo.matcher(text);
            if (found.matches()) {
                return Optional.of(new VersionSet.Between(Bounds.upTo(found.group(1))));
            }
        }
        Matcher later = AND_LATER.matcher(text);
        if (later.matches()) {
            return Optional.of(new VersionSet.Between(Bounds.from(later.group(1))));
        }
        Matcher between = FROM_TO.matcher(text);
        if (between.matches()) {
            return Optional.of(new VersionSet.Between(new Bounds(between.group(1), true, between.group(2), true)));
        }
        Matcher single = SINGLE.matcher(text);
        return single.matches() ? Optional.of(new VersionSet.Exactly(single.group(1))) : Optional.empty();
    }
}
