package io.kuramori.engine.matching.severity;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// CVSS v2 base equation.
final class Cvss2 {

    private static final Map<String, Double> ACCESS_VECTOR = Map.of("L", 0.395, "A", 0.646, "N", 1.0);
    private static final Map<String, Double> COMPLEXITY = Map.of("H", 0.35, "M", 0.61, "L", 0.71);
    private static final Map<String, Double> AUTHENTICATION = Map.of("M", 0.45, "S", 0.56, "N", 0.704);
    private static final Map<String, Double> IMPACT = Map.of("N", 0.0, "P", 0.275, "C", 0.660);

    private Cvss2() {}

    static @Nullable Double score(Map<String, String> metrics) {
        double impact = 10.41
                * (1
                        - (1 - Cvss.weight(metrics, "C", IMPACT))
                                * (1 - Cvss.weight(metrics, "I", IMPACT))
                                * (1 - Cvss.weight(metrics, "A", IMPACT)));
        double exploitability = 20
                * Cvss.weight(metrics, "AV", ACCESS_VECTOR)
                * Cvss.weight(metrics, "AC", COMPLEXITY)
                * Cvss.weight(metrics, "Au", AUTHENTICATION);
        if (Double.isNaN(impact) || Double.isNaN(exploitability)) {
            return null;
        }

        double score = (0.6 * impact + 0.4 * exploitability - 1.5) * (impact == 0 ? 0 : 1.176);
        return Math.round(score * 10) / 10.0;
    }
}
