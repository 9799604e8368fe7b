package io.kuramori.engine.matching.document;

import static org.assertj.core.api.Assertions.assertThat;

/// What a test expects of a reading.
public final class Readings {

    private Readings() {}

    /// The value, when all of the document was read.
    public static <T> T whole(Reading<T> reading) {
        Reading.Accepted<T> accepted = accepted(reading);
        assertThat(accepted.problems()).isEmpty();
        return accepted.value();
    }

    public static <T> Reading.Accepted<T> accepted(Reading<T> reading) {
        return switch (reading) {
            case Reading.Accepted<T> accepted -> accepted;
            case Reading.Rejected<T>(Problem problem) -> throw new AssertionError("rejected: " + problem);
        };
    }

    public static Problem rejected(Reading<?> reading) {
        return switch (reading) {
            case Reading.Accepted<?> accepted -> throw new AssertionError("accepted: " + accepted);
            case Reading.Rejected<?>(Problem problem) -> problem;
        };
    }
}
