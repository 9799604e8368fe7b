package io.kuramori.engine.matching.vers;

import io.kuramori.engine.matching.vers.NativeRanges.Notation;
import io.kuramori.engine.matching.vers.NativeRanges.Refused;
import java.util.ArrayList;
import java.util.List;

/// nginx's security advisories: versions and `a-b` between commas; `a+` is from there on, within the branch when that
/// is
/// a stable one (an even second number), else for good.
record NginxRanges() implements Notation {

    @Override
    public List<List<Constraint>> alternatives(String range) throws Refused {
        if (range.equals("all")) {
            return List.of(List.of(Constraint.any()));
        }
        List<List<Constraint>> alternatives = new ArrayList<>();
        for (String part : range.split(",", -1)) {
            String word = part.strip();
            int hyphen = word.indexOf('-');
            if (hyphen > 0) {
                alternatives.add(List.of(
                        Constraint.of(Comparator.AT_LEAST, word.substring(0, hyphen)),
                        Constraint.of(Comparator.AT_MOST, word.substring(hyphen + 1))));
            } else if (word.endsWith("+")) {
                alternatives.add(from(word.substring(0, word.length() - 1)));
            } else {
                alternatives.add(List.of(Constraint.of(Comparator.EQUAL, word)));
            }
        }
        return alternatives;
    }

    private static List<Constraint> from(String version) throws Refused {
        List<String> numbers = List.of(version.split("\\.", -1));
        Constraint low = Constraint.of(Comparator.AT_LEAST, version);
        if (numbers.size() < 2) {
            throw new Refused("\"" + version + "\" names no branch");
        }
        String minor = numbers.get(1);
        boolean stable = !minor.isEmpty() && "02468".indexOf(minor.charAt(minor.length() - 1)) >= 0;
        return stable ? List.of(low, Constraint.of(Comparator.LESS, Words.next(numbers, 2) + ".0")) : List.of(low);
    }
}
