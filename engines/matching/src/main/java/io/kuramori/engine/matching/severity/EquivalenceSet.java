package io.kuramori.engine.matching.severity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// One equivalence set of CVSS v4.0 at one of its levels.
///
/// @param highest the highest vectors of the level, several where none is above the others
/// @param depth how many steps lie between the highest and the lowest vector of the level (table 31)
record EquivalenceSet(List<Map<String, String>> highest, int depth) {

    /// The values of each metric from the gravest down.
    private static final Map<String, String> ORDER = Map.ofEntries(
            Map.entry("AV", "NALP"),
            Map.entry("PR", "NLH"),
            Map.entry("UI", "NPA"),
            Map.entry("AC", "LH"),
            Map.entry("AT", "NP"),
            Map.entry("VC", "HLN"),
            Map.entry("VI", "HLN"),
            Map.entry("VA", "HLN"),
            Map.entry("SC", "SHLN"),
            Map.entry("SI", "SHLN"),
            Map.entry("SA", "SHLN"),
            Map.entry("CR", "HML"),
            Map.entry("IR", "HML"),
            Map.entry("AR", "HML"));

    static final EquivalenceSet FIVE = set(1, "");

    private static final List<EquivalenceSet> ONE = List.of(
            set(1, "AV:N/PR:N/UI:N"),
            set(4, "AV:A/PR:N/UI:N", "AV:N/PR:L/UI:N", "AV:N/PR:N/UI:P"),
            set(5, "AV:P/PR:N/UI:N", "AV:A/PR:L/UI:P"));
    private static final List<EquivalenceSet> TWO = List.of(set(1, "AC:L/AT:N"), set(2, "AC:H/AT:N", "AC:L/AT:P"));
    private static final Map<String, EquivalenceSet> THREE_AND_SIX = Map.of(
            "00", set(7, "VC:H/VI:H/VA:H/CR:H/IR:H/AR:H"),
            "01", set(6, "VC:H/VI:H/VA:L/CR:M/IR:M/AR:H", "VC:H/VI:H/VA:H/CR:M/IR:M/AR:M"),
            "10", set(8, "VC:L/VI:H/VA:H/CR:H/IR:H/AR:H", "VC:H/VI:L/VA:H/CR:H/IR:H/AR:H"),
            "11",
                    set(
                            8,
                            "VC:L/VI:H/VA:L/CR:H/IR:M/AR:H",
                            "VC:L/VI:H/VA:H/CR:H/IR:M/AR:M",
                            "VC:H/VI:L/VA:H/CR:M/IR:H/AR:M",
                            "VC:H/VI:L/VA:L/CR:M/IR:H/AR:H",
                            "VC:L/VI:L/VA:H/CR:H/IR:H/AR:M"),
            "21", set(10, "VC:L/VI:L/VA:L/CR:H/IR:H/AR:H"));
    private static final List<EquivalenceSet> FOUR =
            List.of(set(6, "SC:H/SI:S/SA:S"), set(5, "SC:H/SI:H/SA:H"), set(4, "SC:L/SI:L/SA:L"));

    static EquivalenceSet one(int level) {
        return ONE.get(level);
    }

    static EquivalenceSet two(int level) {
        return TWO.get(level);
    }

    static EquivalenceSet threeAndSix(int three, int six) {
        EquivalenceSet set = THREE_AND_SIX.get("" + three + six);
        if (set == null) {
            throw new IllegalStateException("no levels " + three + " and " + six);
        }
        return set;
    }

    static EquivalenceSet four(int level) {
        return FOUR.get(level);
    }

    /// How many steps the metrics lie below the first highest vector that is nowhere below them.
    int distance(UnaryOperator<String> metric) {
        for (Map<String, String> top : highest) {
            int sum = 0;
            boolean above = true;
            for (Map.Entry<String, String> value : top.entrySet()) {
                String order = ORDER.getOrDefault(value.getKey(), "");
                int steps = order.indexOf(metric.apply(value.getKey())) - order.indexOf(value.getValue());
                above &= steps >= 0;
                sum += steps;
            }
            if (above) {
                return sum;
            }
        }
        throw new IllegalStateException("no highest vector above");
    }

    private static EquivalenceSet set(int depth, String... vectors) {
        List<Map<String, String>> highest = new ArrayList<>();
        for (String vector : vectors) {
            Map<String, String> values = new HashMap<>();
            for (String part : vector.split("/", -1)) {
                int colon = part.indexOf(':');
                if (colon > 0) {
                    values.put(part.substring(0, colon), part.substring(colon + 1));
                }
            }
            highest.add(values);
        }
        return new EquivalenceSet(List.copyOf(highest), depth);
    }
}
