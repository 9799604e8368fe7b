package io.kuramori.engine.matching.severity;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// CVSS v3.0 and v3.1 base equations.
final class Cvss3 {

    private static final Map<String, Double> ATTACK_VECTOR = Map.of("N", 0.85, "A", 0.62, "L", 0.55, "P", 0.2);
    private static final Map<String, Double> COMPLEXITY = Map.of("L", 0.77, "H", 0.44);
    private static final Map<String, Double> PRIVILEGES = Map.of("N", 0.85, "L", 0.62, "H", 0.27);
    private static final Map<String, Double> PRIVILEGES_CHANGED = Map.of("N", 0.85, "L", 0.68, "H", 0.5);
    private static final Map<String, Double> INTERACTION = Map.of("N", 0.85, "R", 0.62);
    private static final Map<String, Double> SCOPE = Map.of("U", 0.0, "C", 1.0);
    private static final Map<String, Double> IMPACT = Map.of("H", 0.56, "L", 0.22, "N", 0.0);

    private Cvss3() {}

    static @Nullable Double score(Map<String, String> metrics, boolean exactRounding) {
        double scope = Cvss.weight(metrics, "S", SCOPE);
        boolean changed = scope == 1.0;
        double exploitability = 8.22
                * Cvss.weight(metrics, "AV", ATTACK_VECTOR)
                * Cvss.weight(metrics, "AC", COMPLEXITY)
                * Cvss.weight(metrics, "PR", changed ? PRIVILEGES_CHANGED : PRIVILEGES)
                * Cvss.weight(metrics, "UI", INTERACTION);
        double base = 1
                - (1 - Cvss.weight(metrics, "C", IMPACT))
                        * (1 - Cvss.weight(metrics, "I", IMPACT))
                        * (1 - Cvss.weight(metrics, "A", IMPACT));
        if (Double.isNaN(scope) || Double.isNaN(exploitability) || Double.isNaN(base)) {
            return null;
        }

        double impact = changed ? 7.52 * (base - 0.029) - 3.25 * Math.pow(base - 0.02, 15) : 6.42 * base;
        if (impact <= 0) {
            return 0.0;
        }
        double sum = Math.min(changed ? 1.08 * (impact + exploitability) : impact + exploitability, 10);
        return exactRounding ? roundUp(sum) : Math.ceil(sum * 10) / 10;
    }

    private static double roundUp(double value) {
        long scaled = Math.round(value * 100_000);
        return scaled % 10_000 == 0 ? scaled / 100_000.0 : (Math.floorDiv(scaled, 10_000) + 1) / 10.0;
    }
}
