package io.kuramori.engine.matching.vers;

import io.kuramori.engine.matching.vers.NativeRanges.Notation;
import io.kuramori.engine.matching.vers.NativeRanges.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// node-semver's ranges: comparators, `~`, `^`, `x` and `*`, `a - b`, `||`; and Cargo's, where a bare version is a
/// caret.
/// That npm keeps pre-releases out unless a comparator names one of the same release cannot be said in VERS.
///
/// @param bareIsCaret whether a version without a sign is a caret range
record NpmRanges(boolean bareIsCaret) implements Notation {

    private static final Pattern PARTIAL = Pattern.compile("[vV]?+([0-9]++|[xX*])(?:\\.([0-9]++|[xX*]))?+"
            + "(?:\\.([0-9]++|[xX*]))?+(?:-([0-9A-Za-z.-]++))?+(?:\\+[0-9A-Za-z.-]++)?+");
    private static final Pattern HYPHEN = Pattern.compile("(\\S++)\\s++-\\s++(\\S++)");

    /// @param numbers the numbers given, up to the first missing or `x`
    private record Partial(List<String> numbers, @Nullable String preRelease) {

        boolean whole() {
            return numbers.size() == 3;
        }

        String floor() {
            List<String> all = new ArrayList<>(numbers);
            while (all.size() < 3) {
                all.add("0");
            }
            return String.join(".", all) + (preRelease == null || !whole() ? "" : "-" + preRelease);
        }

        String ceiling(int kept) throws Refused {
            return Words.next(numbers, kept) + ".0".repeat(3 - kept);
        }

        Constraint atLeast() {
            return Constraint.of(Comparator.AT_LEAST, floor());
        }

        Constraint below(int kept) throws Refused {
            return Constraint.of(Comparator.LESS, ceiling(kept));
        }
    }

    @Override
    public List<List<Constraint>> alternatives(String range) throws Refused {
        List<List<Constraint>> alternatives = new ArrayList<>();
        for (String alternative : range.split("\\|\\|", -1)) {
            List<Constraint> together = new ArrayList<>();
            Matcher hyphen = HYPHEN.matcher(alternative.strip());
            if (hyphen.matches()) {
                together.add(partial(hyphen.group(1)).atLeast());
                together.addAll(atMost(partial(hyphen.group(2))));
            } else {
                for (Words word : Words.of(alternative.strip())) {
                    together.addAll(constraints(word.sign(), partial(word.version())));
                }
            }
            alternatives.add(together.isEmpty() ? List.of(Constraint.any()) : together);
        }
        return alternatives;
    }

    private List<Constraint> constraints(String sign, Partial partial) throws Refused {
        int given = partial.numbers.size();
        if (given == 0) {
            if (sign.equals("<") || sign.equals(">")) {
                throw new Refused("no version lies in it");
            }
            return List.of(Constraint.any());
        }
        return switch (sign) {
            case "", "=", "==" ->
                bareIsCaret && sign.isEmpty()
                        ? constraints("^", partial)
                        : partial.whole()
                                ? List.of(Constraint.of(Comparator.EQUAL, partial.floor()))
                                : List.of(partial.atLeast(), partial.below(given));
            case "~", "~>" -> List.of(partial.atLeast(), partial.below(Math.min(given, 2)));
            case "^" -> List.of(partial.atLeast(), partial.below(leading(partial.numbers)));
            case ">=" -> List.of(partial.atLeast());
            case "<" -> List.of(Constraint.of(Comparator.LESS, partial.floor()));
            case ">" ->
                List.of(
                        partial.whole()
                                ? Constraint.of(Comparator.GREATER, partial.floor())
                                : Constraint.of(Comparator.AT_LEAST, partial.ceiling(given)));
            case "<=" -> atMost(partial);
            default -> throw new Refused("\"" + sign + "\" is no comparator here");
        };
    }

    private static List<Constraint> atMost(Partial partial) throws Refused {
        int given = partial.numbers.size();
        return given == 0
                ? List.of()
                : List.of(partial.whole() ? Constraint.of(Comparator.AT_MOST, partial.floor()) : partial.below(given));
    }

    /// How many numbers stand up to and with the first that is not zero.
    private static int leading(List<String> numbers) {
        for (int i = 0; i < numbers.size(); i++) {
            if (numbers.get(i).chars().anyMatch(c -> c != '0')) {
                return i + 1;
            }
        }
        return numbers.size();
    }

    private static Partial partial(String text) throws Refused {
        Matcher partial = PARTIAL.matcher(text);
        if (!partial.matches()) {
            throw new Refused("\"" + text + "\" is no version");
        }
        List<String> numbers = new ArrayList<>();
        for (int group = 1; group <= 3; group++) {
            String number = partial.group(group);
            if (number == null || "xX*".contains(number)) {
                break;
            }
            numbers.add(number);
        }
        return new Partial(numbers, partial.group(4));
    }
}
