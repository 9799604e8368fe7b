package io.kuramori.engine.matching.fuzz;

import java.util.Locale;

/// What fuzzing one target came to.
///
/// @param findings inputs that it broke at, each of another place in the code
/// @param slowestNanos the longest time of an input on a processor; its length in bytes is beside it
/// @param exit of the process: 0, 77 after findings; anything else is a failure of the fuzzer and no answer
record FuzzOutcome(
        String target, long executions, long perSecond, int findings, long slowestNanos, long slowestBytes, int exit) {

    static final String HEAD = "%-22s %12s %9s %9s %12s %9s"
            .formatted("target", "executions", "exec/s", "findings", "slowest ms", "of bytes");

    private static final int FOUND = 77;

    boolean clean() {
        return exit == 0 && findings == 0;
    }

    String line() {
        return String.format(
                        Locale.ROOT,
                        "%-22s %,12d %,9d %9d %12.1f %,9d",
                        target,
                        executions,
                        perSecond,
                        findings,
                        slowestNanos / 1e6,
                        slowestBytes)
                + (exit == 0 || exit == FOUND ? "" : "  did not run: exit " + exit);
    }
}
