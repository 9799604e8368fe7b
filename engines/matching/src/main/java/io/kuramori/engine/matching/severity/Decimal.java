package io.kuramori.engine.matching.severity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;

/// Weights and roundings in decimals, in which the equations of CVSS 2 and 3 are written.
final class Decimal {

    static final BigDecimal ONE = BigDecimal.ONE;

    private Decimal() {}

    static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    /// Values and weights in turn, such as `"N", "0.85", "A", "0.62"`.
    static Map<String, BigDecimal> weights(String... pairs) {
        Map<String, BigDecimal> weights = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            weights.put(pairs[i], number(pairs[i + 1]));
        }
        return Map.copyOf(weights);
    }

    /// The weight of a metric's value; of the not-defined value when the metric is left out.
    static BigDecimal weight(Map<String, BigDecimal> weights, String value) {
        BigDecimal weight = weights.get(value);
        if (weight == null) {
            throw new IllegalArgumentException("no weight for " + value);
        }
        return weight;
    }

    /// `1 - (1 - a) × (1 - b) × (1 - c)`.
    static BigDecimal union(BigDecimal a, BigDecimal b, BigDecimal c) {
        return ONE.subtract(ONE.subtract(a).multiply(ONE.subtract(b)).multiply(ONE.subtract(c)));
    }

    /// To one decimal, half up (version 2).
    static BigDecimal round(BigDecimal value) {
        return value.setScale(1, RoundingMode.HALF_UP);
    }

    /// The least number of one decimal that is not less (version 3.0 §7).
    static BigDecimal roundUp(BigDecimal value) {
        return value.setScale(1, RoundingMode.CEILING);
    }

    /// The same, for a value first rounded to five decimals (version 3.1, appendix A).
    static BigDecimal roundUpOfFive(BigDecimal value) {
        return roundUp(value.setScale(5, RoundingMode.HALF_UP));
    }
}
