package io.kuramori.engine.matching.vers;

import io.kuramori.engine.matching.vers.NativeRanges.Notation;
import io.kuramori.engine.matching.vers.NativeRanges.Refused;
import java.util.ArrayList;
import java.util.List;

/// Comparators and versions, together between spaces and commas, alternatives between `||`: Go, RPM, Debian (whose `<<`
/// and `>>` are `<` and `>`, in parentheses or not), apk and the rest. `*` is every version.
///
/// @param commaIsOr whether commas separate alternatives, as in OpenSSL's lists of releases
record PlainRanges(boolean commaIsOr) implements Notation {

    @Override
    public List<List<Constraint>> alternatives(String range) throws Refused {
        List<List<Constraint>> alternatives = new ArrayList<>();
        for (String alternative : range.split(commaIsOr ? "\\|\\||," : "\\|\\|", -1)) {
            List<Constraint> together = new ArrayList<>();
            for (Words word : Words.of(alternative.replaceAll("[()]", " ").strip())) {
                together.add(word.equals(new Words("", "*")) ? Constraint.any() : word.plain());
            }
            if (together.isEmpty()) {
                throw new Refused("an alternative is empty");
            }
            alternatives.add(together);
        }
        return alternatives;
    }
}
