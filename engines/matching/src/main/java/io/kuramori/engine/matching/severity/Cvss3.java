package io.kuramori.engine.matching.severity;

import static io.kuramori.engine.matching.severity.Decimal.number;
import static io.kuramori.engine.matching.severity.Decimal.union;

import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Stream;

/// CVSS v3.0 and v3.1: the equations of the specification, §7 (v3.0: §8).
public record Cvss3(String system, Map<String, String> metrics) implements Cvss {

    private static final Map<String, BigDecimal> ATTACK_VECTOR =
            Decimal.weights("N", "0.85", "A", "0.62", "L", "0.55", "P", "0.2");
    private static final Map<String, BigDecimal> COMPLEXITY = Decimal.weights("L", "0.77", "H", "0.44");
    private static final Map<String, BigDecimal> PRIVILEGES = Decimal.weights("N", "0.85", "L", "0.62", "H", "0.27");
    private static final Map<String, BigDecimal> PRIVILEGES_CHANGED =
            Decimal.weights("N", "0.85", "L", "0.68", "H", "0.5");
    private static final Map<String, BigDecimal> INTERACTION = Decimal.weights("N", "0.85", "R", "0.62");
    private static final Map<String, BigDecimal> IMPACT = Decimal.weights("H", "0.56", "L", "0.22", "N", "0");
    private static final Map<String, BigDecimal> EXPLOIT =
            Decimal.weights("X", "1", "H", "1", "F", "0.97", "P", "0.94", "U", "0.91");
    private static final Map<String, BigDecimal> REMEDIATION =
            Decimal.weights("X", "1", "U", "1", "W", "0.97", "T", "0.96", "O", "0.95");
    private static final Map<String, BigDecimal> CONFIDENCE =
            Decimal.weights("X", "1", "C", "1", "R", "0.96", "U", "0.92");
    private static final Map<String, BigDecimal> REQUIREMENT =
            Decimal.weights("X", "1", "H", "1.5", "M", "1", "L", "0.5");

    private static final BigDecimal TEN = number("10");

    public Cvss3 {
        metrics = Map.copyOf(metrics);
    }

    @Override
    public double base() {
        return baseScore().doubleValue();
    }

    /// Equal to the base score when no temporal metric is given.
    public double temporal() {
        return temporalFrom(baseScore()).doubleValue();
    }

    /// Without environmental metrics mostly, but in v3.1 not always, equal to the temporal score: its equation differs.
    public double environmental() {
        BigDecimal impact = number("0.915")
                .min(union(
                        modified("C", IMPACT).multiply(weight("CR", REQUIREMENT)),
                        modified("I", IMPACT).multiply(weight("IR", REQUIREMENT)),
                        modified("A", IMPACT).multiply(weight("AR", REQUIREMENT))));
        boolean changed = modified("S").equals("C");
        BigDecimal weighed = changed ? changedModified(impact) : number("6.42").multiply(impact);
        BigDecimal exploitability = exploitability(
                modified("AV", ATTACK_VECTOR),
                modified("AC", COMPLEXITY),
                modified("PR", changed ? PRIVILEGES_CHANGED : PRIVILEGES),
                modified("UI", INTERACTION));
        return temporalFrom(combine(weighed, exploitability, changed)).doubleValue();
    }

    @Override
    public double overall() {
        return environment() ? environmental() : temporal();
    }

    @Override
    public String nomenclature() {
        return CvssMetrics.nomenclature(
                Stream.of("E", "RL", "RC").anyMatch(name -> !value(name).equals("X")), environment());
    }

    private boolean environment() {
        return Stream.of("CR", "IR", "AR", "MAV", "MAC", "MPR", "MUI", "MS", "MC", "MI", "MA")
                .anyMatch(name -> !value(name).equals("X"));
    }

    private BigDecimal baseScore() {
        BigDecimal base = union(weight("C", IMPACT), weight("I", IMPACT), weight("A", IMPACT));
        boolean changed = value("S").equals("C");
        BigDecimal impact = changed ? changed(base) : number("6.42").multiply(base);
        BigDecimal exploitability = exploitability(
                weight("AV", ATTACK_VECTOR),
                weight("AC", COMPLEXITY),
                weight("PR", changed ? PRIVILEGES_CHANGED : PRIVILEGES),
                weight("UI", INTERACTION));
        return combine(impact, exploitability, changed);
    }

    private BigDecimal temporalFrom(BigDecimal score) {
        return roundUp(score.multiply(weight("E", EXPLOIT))
                .multiply(weight("RL", REMEDIATION))
                .multiply(weight("RC", CONFIDENCE)));
    }

    private BigDecimal combine(BigDecimal impact, BigDecimal exploitability, boolean changed) {
        if (impact.signum() <= 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal sum = impact.add(exploitability);
        return roundUp(TEN.min(changed ? number("1.08").multiply(sum) : sum));
    }

    private static BigDecimal changed(BigDecimal impact) {
        return number("7.52")
                .multiply(impact.subtract(number("0.029")))
                .subtract(
                        number("3.25").multiply(impact.subtract(number("0.02")).pow(15)));
    }

    /// The modified impact sub-score with scope changed differs between v3.0 and v3.1.
    private BigDecimal changedModified(BigDecimal impact) {
        if (!exact()) {
            return changed(impact);
        }
        return number("7.52")
                .multiply(impact.subtract(number("0.029")))
                .subtract(number("3.25")
                        .multiply(impact.multiply(number("0.9731"))
                                .subtract(number("0.02"))
                                .pow(13)));
    }

    private static BigDecimal exploitability(BigDecimal av, BigDecimal ac, BigDecimal pr, BigDecimal ui) {
        return number("8.22").multiply(av).multiply(ac).multiply(pr).multiply(ui);
    }

    private BigDecimal roundUp(BigDecimal value) {
        return exact() ? Decimal.roundUpOfFive(value) : Decimal.roundUp(value);
    }

    private boolean exact() {
        return system.equals("CVSS:3.1");
    }

    private BigDecimal weight(String metric, Map<String, BigDecimal> weights) {
        return Decimal.weight(weights, value(metric));
    }

    private BigDecimal modified(String metric, Map<String, BigDecimal> weights) {
        return Decimal.weight(weights, modified(metric));
    }

    private String modified(String metric) {
        String modified = value("M" + metric);
        return modified.equals("X") ? value(metric) : modified;
    }

    private String value(String metric) {
        return metrics.getOrDefault(metric, "X");
    }
}
