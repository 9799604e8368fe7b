package io.kuramori.engine.matching.vers;

import io.kuramori.engine.matching.vers.NativeRanges.Notation;
import io.kuramori.engine.matching.vers.NativeRanges.Refused;
import java.util.ArrayList;
import java.util.List;

/// PEP 440's version specifiers: clauses that hold together, between commas. That `<1.0` leaves out the pre-releases of
/// 1.0, and `>1.0` its post-releases, cannot be said in VERS.
record PypiRanges() implements Notation {

    @Override
    public List<List<Constraint>> alternatives(String range) throws Refused {
        List<List<Constraint>> alternatives = new ArrayList<>();
        for (String alternative : range.split("\\|\\|", -1)) {
            List<Constraint> together = new ArrayList<>();
            List<List<Constraint>> holes = new ArrayList<>();
            for (Words word : Words.of(alternative.strip())) {
                if (word.sign().equals("!=") && word.version().endsWith(".*")) {
                    List<Constraint> prefix = prefix(word.version());
                    holes.add(List.of(
                            Constraint.of(Comparator.LESS, prefix.getFirst().version()),
                            Constraint.of(Comparator.AT_LEAST, prefix.getLast().version())));
                } else {
                    together.addAll(constraints(word));
                }
            }
            alternatives.addAll(holes.isEmpty() ? List.of(anyIfEmpty(together)) : split(together, holes));
        }
        return alternatives;
    }

    private static List<Constraint> constraints(Words word) throws Refused {
        if (word.equals(new Words("", "*"))) {
            return List.of(Constraint.any());
        }
        if (word.sign().equals("~=")) {
            List<String> release =
                    List.of(word.version().replaceFirst("[^0-9.].*+$", "").split("\\.", -1));
            if (release.size() < 2) {
                throw new Refused("~= needs two numbers");
            }
            return List.of(
                    Constraint.of(Comparator.AT_LEAST, word.version()),
                    Constraint.of(Comparator.LESS, Words.next(release, release.size() - 1)));
        }
        if (word.version().endsWith(".*")) {
            if (!word.sign().equals("==") && !word.sign().isEmpty()) {
                throw new Refused("only == and != take a prefix");
            }
            return prefix(word.version());
        }
        return List.of(word.plain());
    }

    /// `1.2.*` begins with the first development release of 1.2 and ends before that of 1.3.
    private static List<Constraint> prefix(String version) throws Refused {
        List<String> numbers =
                List.of(version.substring(0, version.length() - 2).split("\\.", -1));
        return List.of(
                Constraint.of(Comparator.AT_LEAST, String.join(".", numbers) + ".dev0"),
                Constraint.of(Comparator.LESS, Words.next(numbers, numbers.size()) + ".dev0"));
    }

    /// Each hole leaves what is below it or above it. One hole is enough for what is written in practice.
    private static List<List<Constraint>> split(List<Constraint> together, List<List<Constraint>> holes)
            throws Refused {
        if (holes.size() > 1) {
            throw new Refused("more than one prefix is excluded");
        }
        List<Constraint> below = new ArrayList<>(together);
        below.add(holes.getFirst().getFirst());
        List<Constraint> above = new ArrayList<>(together);
        above.add(holes.getFirst().getLast());
        return List.of(below, above);
    }

    private static List<Constraint> anyIfEmpty(List<Constraint> together) {
        return together.isEmpty() ? List.of(Constraint.any()) : together;
    }
}
