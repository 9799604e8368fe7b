package io.kuramori.engine.matching.loose;

import io.kuramori.engine.matching.segment.Hash;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A version nobody gave a scheme for: runs of digits and of letters.
///
/// Two such versions compare by the rules all schemes share: numbers as numbers, missing numbers as zeros, `alpha`,
/// `beta`, `rc` and the like before the release they lead to, `patch`, `sp` and the like after it, one letter directly
/// after a number (`1.0.1e`) after that number. Where schemes disagree the answer is [Order#UNKNOWN]; a guess would be
/// a
/// wrong "not affected" sooner or later.
public final class LooseVersion {

    private static final int MAX_LENGTH = 256;
    private static final List<String> BEFORE_RELEASE =
            List.of("dev", "snapshot", "nightly", "alpha", "beta", "milestone", "preview", "pre", "cr", "rc");
    private static final Set<String> AFTER_RELEASE =
            Set.of("p", "pl", "patch", "sp", "update", "u", "hotfix", "hf", "post", "fixpack", "cu");
    private static final Set<String> RELEASE = Set.of("final", "ga", "release");

    /// How one version stands to another.
    public enum Order {
        BEFORE,
        SAME,
        AFTER,
        /// The texts do not tell.
        UNKNOWN
    }

    /// @param text digits without leading zeros, or lower-case letters
    /// @param joined whether it follows the run before it without anything between
    private record Run(boolean number, String text, boolean joined) {

        boolean zero() {
            return number && text.isEmpty();
        }
    }

    private final String text;
    private final List<Run> runs;

    private LooseVersion(String text, List<Run> runs) {
        this.text = text;
        this.runs = List.copyOf(runs);
    }

    /// The version in a text, or null when the text holds neither digit nor letter, or is too long.
    public static @Nullable LooseVersion read(String given) {
        String text = given.strip().toLowerCase(Locale.ROOT);
        if (text.length() > MAX_LENGTH) {
            return null;
        }
        List<Run> runs = new ArrayList<>();
        int end = 0;
        for (int i = 0; i < text.length(); ) {
            int kind = kind(text.charAt(i));
            int start = i;
            while (i < text.length() && kind(text.charAt(i)) == kind) {
                i++;
            }
            if (kind == 0) {
                continue;
            }
            String run = text.substring(start, i);
            boolean label = runs.isEmpty() && run.equals("v") && i < text.length();
            if (!label) {
                boolean number = kind == 1;
                runs.add(new Run(number, number ? withoutZeros(run) : run, start > 0 && start == end));
            }
            end = i;
        }
        return runs.isEmpty() ? null : new LooseVersion(text, runs);
    }

    private static String withoutZeros(String digits) {
        int start = 0;
        while (start < digits.length() && digits.charAt(start) == '0') {
            start++;
        }
        return digits.substring(start);
    }

    private static int kind(char c) {
        return c >= '0' && c <= '9' ? 1 : Character.isLetter(c) ? 2 : 0;
    }

    /// A number that versions which are the same share; others nearly never. What is no version has one, too.
    public static long fingerprint(String given) {
        LooseVersion version = read(given);
        if (version == null) {
            return Hash.of(given.strip().toLowerCase(Locale.ROOT));
        }
        StringBuilder telling = new StringBuilder();
        for (Run run : version.runs) {
            if (!run.zero() && !(RELEASE.contains(run.text) && !run.number)) {
                telling.append(run.text).append('.');
            }
        }
        return Hash.of(telling);
    }

    public Order to(LooseVersion other) {
        if (text.equals(other.text)) {
            return Order.SAME;
        }
        int length = Math.max(runs.size(), other.runs.size());
        for (int i = 0; i < length; i++) {
            Order order = at(i, other);
            if (order != Order.SAME) {
                return order;
            }
        }
        return Order.SAME;
    }

    private Order at(int i, LooseVersion other) {
        Run mine = i < runs.size() ? runs.get(i) : null;
        Run theirs = i < other.runs.size() ? other.runs.get(i) : null;
        if (mine == null && theirs == null) {
            return Order.SAME;
        }
        if (mine == null) {
            return reversed(other.tail(i));
        }
        if (theirs == null) {
            return tail(i);
        }
        if (mine.number && theirs.number) {
            int order = mine.text.length() != theirs.text.length()
                    ? Integer.compare(mine.text.length(), theirs.text.length())
                    : mine.text.compareTo(theirs.text);
            return order(order);
        }
        if (!mine.number && !theirs.number) {
            return words(mine, theirs);
        }
        return mine.number ? reversed(other.wordAgainstNumber(i, this)) : wordAgainstNumber(i, other);
    }

    /// What the runs from `i` on make of a version that without them is the other.
    private Order tail(int i) {
        Run run = runs.get(i);
        if (run.number) {
            return run.zero() ? (i + 1 < runs.size() ? tail(i + 1) : Order.SAME) : Order.AFTER;
        }
        if (RELEASE.contains(run.text)) {
            return i + 1 < runs.size() ? tail(i + 1) : Order.SAME;
        }
        if (BEFORE_RELEASE.contains(run.text)) {
            return Order.BEFORE;
        }
        if (AFTER_RELEASE.contains(run.text)) {
            return Order.AFTER;
        }
        boolean letter = run.joined && run.text.length() == 1 && i > 0;
        boolean mayLead = i + 1 < runs.size() && (run.text.equals("a") || run.text.equals("b") || run.text.equals("m"));
        return letter && !mayLead ? Order.AFTER : Order.UNKNOWN;
    }

    private Order wordAgainstNumber(int i, LooseVersion other) {
        Order alone = tail(i);
        Order against = reversed(other.tail(i));
        if (alone == Order.BEFORE) {
            return against == Order.BEFORE || against == Order.SAME ? Order.BEFORE : Order.UNKNOWN;
        }
        return alone == Order.SAME ? against : Order.UNKNOWN;
    }

    private static Order words(Run mine, Run theirs) {
        if (mine.text.equals(theirs.text)) {
            return Order.SAME;
        }
        int left = BEFORE_RELEASE.indexOf(mine.text);
        int right = BEFORE_RELEASE.indexOf(theirs.text);
        if (left >= 0 && right >= 0) {
            boolean twins = left >= 7 && right >= 7;
            return twins ? Order.UNKNOWN : order(Integer.compare(left, right));
        }
        boolean after = AFTER_RELEASE.contains(mine.text) || RELEASE.contains(mine.text);
        boolean othersAfter = AFTER_RELEASE.contains(theirs.text) || RELEASE.contains(theirs.text);
        if (left >= 0 && othersAfter) {
            return Order.BEFORE;
        }
        if (right >= 0 && after) {
            return Order.AFTER;
        }
        return mine.text.length() == 1 && theirs.text.length() == 1 && mine.joined && theirs.joined
                ? order(mine.text.compareTo(theirs.text))
                : Order.UNKNOWN;
    }

    private static Order order(int sign) {
        return sign < 0 ? Order.BEFORE : sign > 0 ? Order.AFTER : Order.SAME;
    }

    private static Order reversed(Order order) {
        return switch (order) {
            case BEFORE -> Order.AFTER;
            case AFTER -> Order.BEFORE;
            case SAME -> Order.SAME;
            case UNKNOWN -> Order.UNKNOWN;
        };
    }

    @Override
    public String toString() {
        return text;
    }
}
