package io.kuramori.engine.matching.vers;

import io.kuramori.engine.matching.vers.NativeRanges.Notation;
import io.kuramori.engine.matching.vers.NativeRanges.Refused;
import java.util.ArrayList;
import java.util.List;

/// Conan 2's version ranges: comparators, `~`, `^`, `||`, `*`; a hyphen at a version's end and `include_prerelease` let
/// pre-releases in, which VERS always does. Upper bounds of `~` and `^` keep out the pre-releases of the next release.
record ConanRanges() implements Notation {

    private static final Constraint EVERY = Constraint.of(Comparator.AT_LEAST, "0.0.0");

    @Override
    public List<List<Constraint>> alternatives(String range) throws Refused {
        List<List<Constraint>> alternatives = new ArrayList<>();
        for (String alternative : range.split("\\|\\|", -1)) {
            int options = alternative.indexOf(',');
            List<Constraint> together = new ArrayList<>();
            for (Words word : Words.of((options < 0 ? alternative : alternative.substring(0, options)).strip())) {
                together.addAll(constraints(word.sign(), word.version().replaceFirst("-$", "")));
            }
            alternatives.add(together.isEmpty() ? List.of(EVERY) : together);
        }
        return alternatives;
    }

    private static List<Constraint> constraints(String sign, String version) throws Refused {
        if (version.equals("*")) {
            return List.of(EVERY);
        }
        if (!sign.equals("~") && !sign.equals("^")) {
            return List.of(new Words(sign, version).plain());
        }
        List<String> items = List.of(version.replaceFirst("[-+].*+$", "").split("\\.", -1));
        int kept = sign.equals("~") ? Math.min(2, items.size()) : leading(items);
        return List.of(
                Constraint.of(Comparator.AT_LEAST, version),
                Constraint.of(Comparator.LESS, Words.next(items, kept) + "-"));
    }

    /// How many items stand up to and with the first that is not zero.
    private static int leading(List<String> items) {
        for (int i = 0; i < items.size(); i++) {
            if (!items.get(i).equals("0")) {
                return i + 1;
            }
        }
        return items.size();
    }
}
