package io.kuramori.engine.matching.severity;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Base scores of CVSS v2 (guide §3.2.1), v3.0 and v3.1 (specification §7.1, rounding of appendix A). A vector of
/// another version, with an unknown value, a repeated metric or a missing base metric has no score.
final class Cvss {

    private static final int MAX_LENGTH = 512;

    private Cvss() {}

    static Optional<Severity.Scored> score(String vector) {
        if (vector.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        if (vector.startsWith("CVSS:3.1/") || vector.startsWith("CVSS:3.0/")) {
            String system = vector.substring(0, 8);
            return of(vector, system, Cvss3.score(metrics(vector.substring(9)), system.endsWith("1")));
        }
        String plain =
                vector.startsWith("(") && vector.endsWith(")") ? vector.substring(1, vector.length() - 1) : vector;
        return plain.startsWith("AV:") ? of(vector, "CVSS:2.0", Cvss2.score(metrics(plain))) : Optional.empty();
    }

    private static Optional<Severity.Scored> of(String vector, String system, @Nullable Double score) {
        return Optional.ofNullable(score).map(s -> new Severity.Scored(vector, system, s, Level.of(s)));
    }

    /// The metrics by name; empty when malformed, so that every base metric is missing.
    private static Map<String, String> metrics(String text) {
        Map<String, String> metrics = new HashMap<>();
        for (String part : text.split("/", -1)) {
            int colon = part.indexOf(':');
            if (colon < 1 || metrics.put(part.substring(0, colon), part.substring(colon + 1)) != null) {
                return Map.of();
            }
        }
        return metrics;
    }

    /// The weight of a metric, or not-a-number when the metric is missing or its value unknown.
    static double weight(Map<String, String> metrics, String name, Map<String, Double> weights) {
        String value = metrics.get(name);
        Double weight = value == null ? null : weights.get(value);
        return weight == null ? Double.NaN : weight;
    }
}
