package io.kuramori.engine.matching.ssvc;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// A decision table of SSVC: an outcome for every combination of values.
///
/// @param <O> what it decides
public final class DecisionTable<O extends Comparable<O>> {

    /// Deployer Patch Application Priority 1.0.0 (CERT/CC).
    public static final DecisionTable<Priority> DEPLOYER = new DecisionTable<>(
            List.of(
                    List.of(Point.Exploitation.values()),
                    List.of(Point.Exposure.values()),
                    List.of(Point.Automatable.values()),
                    List.of(Point.HumanImpact.values())),
            outcomes("DSOI", Priority.values(), """
                    DDSS DSSS  DSSS SSSS  DSSS SSSO
                    DSSS SSSS  DSSS SSSO  SSSO SSOO
                    SSOO SOOO  SSOO OOOO  SOOI OOII
                    """));

    /// Human Impact 1.0.0 (CERT/CC): the fourth point of the deployer from what the institution knows of a system.
    public static final DecisionTable<Point.HumanImpact> HUMAN_IMPACT = new DecisionTable<>(
            List.of(List.of(Point.SafetyImpact.values()), List.of(Point.MissionImpact.values())),
            outcomes("LMHV", Point.HumanImpact.values(), "LLMV LLMV MHHV VVVV"));

    /// CISA Coordinator 2.0.3, from the points that CISA publishes for each CVE and the mission's own.
    public static final DecisionTable<CisaLevel> CISA = new DecisionTable<>(
            List.of(
                    List.of(Point.Exploitation.values()),
                    List.of(Point.Automatable.values()),
                    List.of(Point.TechnicalImpact.values()),
                    List.of(Point.WellBeing.values())),
            outcomes("TCAX", CisaLevel.values(), """
                    TTT TTC  TTA TTA
                    TTC TCA  TTA TCA
                    TTA TAX  AAX AXX
                    """));

    private final List<List<? extends Point>> points;
    private final List<O> outcomes;

    /// @param outcomes for each combination, the last point changing fastest
    private DecisionTable(List<List<? extends Point>> points, List<O> outcomes) {
        this.points = points;
        this.outcomes = outcomes;
    }

    /// Decides by the facts given, at most one for each point; those about other points are passed over.
    public Verdict<O> decide(Collection<? extends Point> facts) {
        List<Point> path = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        List<Integer> rows = List.of(0);
        for (List<? extends Point> values : points) {
            String name = values.getFirst().point();
            List<? extends Point> given =
                    facts.stream().filter(fact -> fact.point().equals(name)).toList();
            if (given.size() > 1) {
                throw new IllegalArgumentException("two values for " + name);
            }
            path.addAll(given);
            if (given.isEmpty()) {
                missing.add(name);
            }
            List<Integer> next = new ArrayList<>();
            for (int row : rows) {
                for (int i = 0; i < values.size(); i++) {
                    if (given.isEmpty() || given.contains(values.get(i))) {
                        next.add(row * values.size() + i);
                    }
                }
            }
            rows = next;
        }
        Set<O> possible = new TreeSet<>();
        rows.forEach(row -> possible.add(outcomes.get(row)));
        return possible.size() == 1
                ? new Verdict.Decided<>(possible.iterator().next(), path)
                : new Verdict.Open<>(path, missing, Collections.unmodifiableSet(possible));
    }

    private static <O> List<O> outcomes(String letters, O[] values, String table) {
        return table.chars()
                .filter(letter -> !Character.isWhitespace(letter))
                .mapToObj(letter -> values[letters.indexOf(letter)])
                .toList();
    }
}
