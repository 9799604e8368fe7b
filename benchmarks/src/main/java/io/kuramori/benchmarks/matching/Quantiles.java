package io.kuramori.benchmarks.matching;

import java.util.Random;

/// A distribution given by some of its quantiles, straight lines between them.
final class Quantiles {

    private static final double[] AT = {0, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999};

    private final int[] values;

    private Quantiles(int[] values) {
        this.values = values;
    }

    /// @param values at 0, 25, 50, 75, 90, 95, 99 and 99.9 of a hundred
    static Quantiles of(int... values) {
        if (values.length != AT.length) {
            throw new IllegalArgumentException(AT.length + " values");
        }
        return new Quantiles(values.clone());
    }

    int draw(Random random) {
        double p = random.nextDouble() * AT[AT.length - 1];
        int i = 1;
        while (AT[i] < p) {
            i++;
        }
        double part = (p - AT[i - 1]) / (AT[i] - AT[i - 1]);
        return (int) Math.round(values[i - 1] + part * (values[i] - values[i - 1]));
    }
}
