package io.kuramori.engine.matching.vers;

import io.kuramori.engine.matching.vers.NativeRanges.Notation;
import io.kuramori.engine.matching.vers.NativeRanges.Refused;
import java.util.ArrayList;
import java.util.List;

/// RubyGems' requirements and Hex's, which adds the words `and` and `or`: comparators and `~>`, which lets the last
/// number given rise.
record GemRanges() implements Notation {

    @Override
    public List<List<Constraint>> alternatives(String range) throws Refused {
        List<List<Constraint>> alternatives = new ArrayList<>();
        for (String alternative : range.split("\\|\\||\\sor\\s", -1)) {
            List<Constraint> together = new ArrayList<>();
            for (Words word : Words.of(alternative.replaceAll("\\sand\\s", " ").strip())) {
                together.addAll(word.sign().equals("~>") ? pessimistic(word.version()) : List.of(word.plain()));
            }
            if (together.isEmpty()) {
                throw new Refused("an alternative is empty");
            }
            alternatives.add(together);
        }
        return alternatives;
    }

    private static List<Constraint> pessimistic(String version) throws Refused {
        List<String> numbers = new ArrayList<>();
        for (String part : version.split("[.-]", -1)) {
            if (part.isEmpty() || part.chars().anyMatch(c -> c < '0' || c > '9')) {
                break;
            }
            numbers.add(part);
        }
        if (numbers.isEmpty()) {
            throw new Refused("\"" + version + "\" is no version");
        }
        return List.of(
                Constraint.of(Comparator.AT_LEAST, version),
                Constraint.of(Comparator.LESS, Words.next(numbers, Math.max(1, numbers.size() - 1))));
    }
}
