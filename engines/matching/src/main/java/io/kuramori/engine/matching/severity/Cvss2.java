package io.kuramori.engine.matching.severity;

import static io.kuramori.engine.matching.severity.Decimal.number;
import static io.kuramori.engine.matching.severity.Decimal.round;
import static io.kuramori.engine.matching.severity.Decimal.union;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// CVSS v2: the equations of the guide, §3.2.
public record Cvss2(Map<String, String> metrics) implements Cvss {

    private static final Map<String, BigDecimal> ACCESS_VECTOR =
            Decimal.weights("L", "0.395", "A", "0.646", "N", "1.0");
    private static final Map<String, BigDecimal> COMPLEXITY = Decimal.weights("H", "0.35", "M", "0.61", "L", "0.71");
    private static final Map<String, BigDecimal> AUTHENTICATION =
            Decimal.weights("M", "0.45", "S", "0.56", "N", "0.704");
    private static final Map<String, BigDecimal> IMPACT = Decimal.weights("N", "0.0", "P", "0.275", "C", "0.660");
    private static final Map<String, BigDecimal> EXPLOITABILITY =
            Decimal.weights("U", "0.85", "POC", "0.9", "F", "0.95", "H", "1.0", "ND", "1.0");
    private static final Map<String, BigDecimal> REMEDIATION =
            Decimal.weights("OF", "0.87", "TF", "0.90", "W", "0.95", "U", "1.0", "ND", "1.0");
    private static final Map<String, BigDecimal> CONFIDENCE =
            Decimal.weights("UC", "0.90", "UR", "0.95", "C", "1.0", "ND", "1.0");
    private static final Map<String, BigDecimal> DAMAGE =
            Decimal.weights("N", "0", "L", "0.1", "LM", "0.3", "MH", "0.4", "H", "0.5", "ND", "0");
    private static final Map<String, BigDecimal> TARGETS =
            Decimal.weights("N", "0", "L", "0.25", "M", "0.75", "H", "1.0", "ND", "1.0");
    private static final Map<String, BigDecimal> REQUIREMENT =
            Decimal.weights("L", "0.5", "M", "1.0", "H", "1.51", "ND", "1.0");

    public Cvss2 {
        metrics = Map.copyOf(metrics);
    }

    @Override
    public String system() {
        return "CVSS:2.0";
    }

    @Override
    public double base() {
        return baseFrom(impact()).doubleValue();
    }

    /// Empty when the vector has no temporal metric.
    public Optional<Double> temporal() {
        return given("E", "RL", "RC")
                ? Optional.of(temporalFrom(baseFrom(impact())).doubleValue())
                : Optional.empty();
    }

    /// Empty when the vector has no environmental metric.
    public Optional<Double> environmental() {
        if (!given("CDP", "TD", "CR", "IR", "AR")) {
            return Optional.empty();
        }
        BigDecimal adjusted = temporalFrom(baseFrom(number("10")
                .min(number("10.41")
                        .multiply(union(
                                weight("C", IMPACT).multiply(weight("CR", REQUIREMENT)),
                                weight("I", IMPACT).multiply(weight("IR", REQUIREMENT)),
                                weight("A", IMPACT).multiply(weight("AR", REQUIREMENT)))))));
        BigDecimal damage = number("10").subtract(adjusted).multiply(weight("CDP", DAMAGE));
        return Optional.of(
                round(adjusted.add(damage).multiply(weight("TD", TARGETS))).doubleValue());
    }

    @Override
    public double overall() {
        return environmental().or(this::temporal).orElseGet(this::base);
    }

    @Override
    public String nomenclature() {
        return CvssMetrics.nomenclature(given("E", "RL", "RC"), given("CDP", "TD", "CR", "IR", "AR"));
    }

    private BigDecimal impact() {
        return number("10.41").multiply(union(weight("C", IMPACT), weight("I", IMPACT), weight("A", IMPACT)));
    }

    private BigDecimal baseFrom(BigDecimal impact) {
        if (impact.signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal exploitability = number("20")
                .multiply(weight("AV", ACCESS_VECTOR))
                .multiply(weight("AC", COMPLEXITY))
                .multiply(weight("Au", AUTHENTICATION));
        return round(number("0.6")
                .multiply(impact)
                .add(number("0.4").multiply(exploitability))
                .subtract(number("1.5"))
                .multiply(number("1.176")));
    }

    private BigDecimal temporalFrom(BigDecimal base) {
        return round(base.multiply(weight("E", EXPLOITABILITY))
                .multiply(weight("RL", REMEDIATION))
                .multiply(weight("RC", CONFIDENCE)));
    }

    private BigDecimal weight(String metric, Map<String, BigDecimal> weights) {
        return Decimal.weight(weights, metrics.getOrDefault(metric, "ND"));
    }

    private boolean given(String... names) {
        return Stream.of(names).anyMatch(metrics::containsKey);
    }
}
