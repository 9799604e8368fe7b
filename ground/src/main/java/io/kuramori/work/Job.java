package io.kuramori.work;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A piece of background work as its watchers see it.
///
/// @param kind the message key of its title
/// @param startedBy name of who started it
/// @param attempt number of the attempt, from 1; 0 before the first
/// @param cancelRequested somebody asked for it to stop, it has not yet
/// @param total units of work, 0 while not known
/// @param done units done in this attempt
/// @param step what it is doing, or how it ended
/// @param errorReference number under which the log keeps the failure
public record Job(
        JobId id,
        String kind,
        JobState state,
        String startedBy,
        int attempt,
        boolean cancelRequested,
        long total,
        long done,
        @Nullable Words step,
        @Nullable String link,
        @Nullable String errorReference,
        Instant created,
        @Nullable Instant started,
        @Nullable Instant finished) {

    /// Words for a person: a message key and its arguments.
    public record Words(String key, List<String> arguments) {

        public Words {
            arguments = List.copyOf(arguments);
        }
    }

    /// Whole percent done, 0 while the total is not known.
    public int percent() {
        return total <= 0 ? 0 : (int) Math.min(100, done * 100 / total);
    }

    /// Units done per second of this attempt.
    public double rate(Instant now) {
        double seconds = elapsed(now).toMillis() / 1000.0;
        return seconds <= 0 ? 0 : done / seconds;
    }

    /// How long it has run, or ran.
    public Duration elapsed(Instant now) {
        if (started == null) {
            return Duration.ZERO;
        }
        Duration elapsed = Duration.between(started, finished == null ? now : finished);
        return elapsed.isNegative() ? Duration.ZERO : elapsed;
    }

    /// Time until it is done if it goes on as so far; empty while that cannot be said.
    public Optional<Duration> remaining(Instant now) {
        double rate = rate(now);
        if (state != JobState.RUNNING || total <= 0 || rate <= 0) {
            return Optional.empty();
        }
        return Optional.of(Duration.ofSeconds((long) Math.ceil(Math.max(0, total - done) / rate)));
    }
}
