package io.kuramori.engine.matching.vers;

import io.kuramori.engine.matching.vers.NativeRanges.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the notations share: a sign, perhaps spaces, a version.
record Words(String sign, String version) {

    private static final Pattern WORD = Pattern.compile("\\s*+([<>=!~^]*+)\\s*+([^\\s,<>=!~^]++[^\\s,]*+)[\\s,]*+");

    /// The words of a text, separated by spaces or commas.
    static List<Words> of(String text) throws Refused {
        List<Words> words = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        int at = 0;
        while (at < text.length()) {
            if (!word.find(at) || word.start() != at || words.size() == VersRange.MAX_CONSTRAINTS) {
                throw new Refused("\"" + text + "\" is no list of constraints");
            }
            words.add(new Words(word.group(1), word.group(2)));
            at = word.end();
        }
        return words;
    }

    /// The comparator for the usual signs.
    Constraint plain() throws Refused {
        return Constraint.of(
                switch (sign) {
                    case "", "=", "==", "===" -> Comparator.EQUAL;
                    case ">=" -> Comparator.AT_LEAST;
                    case "<=" -> Comparator.AT_MOST;
                    case ">", ">>" -> Comparator.GREATER;
                    case "<", "<<" -> Comparator.LESS;
                    case "!=" -> Comparator.NOT_EQUAL;
                    default -> throw new Refused("\"" + sign + "\" is no comparator here");
                },
                version);
    }

    /// The first numbers of a version with the last of them one higher: `1.3` of the first two of `1.2.7`.
    static String next(List<String> numbers, int kept) throws Refused {
        List<String> next = new ArrayList<>(numbers.subList(0, kept));
        next.set(kept - 1, plusOne(next.get(kept - 1)));
        return String.join(".", next);
    }

    static String plusOne(String digits) throws Refused {
        try {
            return Long.toString(Math.addExact(Long.parseLong(digits), 1));
        } catch (ArithmeticException | NumberFormatException e) {
            throw new Refused("\"" + digits + "\" is no number to count on from");
        }
    }
}
