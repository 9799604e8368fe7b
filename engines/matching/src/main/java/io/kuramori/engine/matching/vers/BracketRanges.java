package io.kuramori.engine.matching.vers;

import io.kuramori.engine.matching.vers.NativeRanges.Notation;
import io.kuramori.engine.matching.vers.NativeRanges.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Intervals in brackets, round ones leaving the end out: Maven's, and NuGet's, where a bare version is a floor and `*`
/// floats. Maven's bare version is a wish and no range, and is refused.
record BracketRanges(boolean nuget) implements Notation {

    private static final Pattern INTERVAL =
            Pattern.compile("\\s*+([\\[(])\\s*+([^,\\[\\]()]*+)(,?+)([^,\\[\\]()]*+)([\\])])\\s*+,?+");
    private static final Pattern FLOATING = Pattern.compile("([0-9]++(?:\\.[0-9]++)*+)\\.\\*");

    @Override
    public List<List<Constraint>> alternatives(String range) throws Refused {
        if (range.isEmpty()) {
            throw new Refused("it is empty");
        }
        if (range.charAt(0) != '[' && range.charAt(0) != '(') {
            return List.of(bare(range));
        }
        List<List<Constraint>> alternatives = new ArrayList<>();
        Matcher interval = INTERVAL.matcher(range);
        int at = 0;
        while (at < range.length()) {
            if (!interval.find(at) || interval.start() != at) {
                throw new Refused("\"" + range + "\" is no list of intervals");
            }
            alternatives.add(constraints(interval));
            at = interval.end();
        }
        return alternatives;
    }

    private List<Constraint> bare(String range) throws Refused {
        if (!nuget) {
            throw new Refused("a version without brackets is a wish, no range");
        }
        if (range.equals("*")) {
            return List.of(Constraint.any());
        }
        Matcher floating = FLOATING.matcher(range);
        if (floating.matches()) {
            List<String> numbers = List.of(floating.group(1).split("\\.", -1));
            return List.of(
                    Constraint.of(Comparator.AT_LEAST, floating.group(1)),
                    Constraint.of(Comparator.LESS, Words.next(numbers, numbers.size())));
        }
        return List.of(Constraint.of(Comparator.AT_LEAST, range));
    }

    private static List<Constraint> constraints(Matcher interval) throws Refused {
        boolean lowIncluded = interval.group(1).equals("[");
        boolean highIncluded = interval.group(5).equals("]");
        String low = interval.group(2).strip();
        String high = interval.group(4).strip();
        if (interval.group(3).isEmpty()) {
            if (low.isEmpty() || !lowIncluded || !highIncluded) {
                throw new Refused("an interval of one version has square brackets");
            }
            return List.of(Constraint.of(Comparator.EQUAL, low));
        }
        List<Constraint> constraints = new ArrayList<>();
        if (!low.isEmpty()) {
            constraints.add(Constraint.of(lowIncluded ? Comparator.AT_LEAST : Comparator.GREATER, low));
        }
        if (!high.isEmpty()) {
            constraints.add(Constraint.of(highIncluded ? Comparator.AT_MOST : Comparator.LESS, high));
        }
        return constraints.isEmpty() ? List.of(Constraint.any()) : constraints;
    }
}
