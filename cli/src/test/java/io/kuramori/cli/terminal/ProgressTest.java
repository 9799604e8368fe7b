package io.kuramori.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class ProgressTest {

    private final StringWriter written = new StringWriter();
    private final Hand clock = new Hand();

    /// A clock that is turned by hand.
    private static final class Hand extends Clock {

        private long millis;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(millis);
        }
    }

    private Progress progress(OptionalInt columns) {
        Terminal terminal = new Terminal(Locale.ENGLISH, false, OptionalInt.empty(), columns);
        return new Progress(terminal, new PrintWriter(written), clock);
    }

    @Test
    void isDrawnTenTimesASecondAtMostAndTakenAway() {
        try (Progress progress = progress(OptionalInt.of(80))) {
            progress.show(() -> "early");
            clock.millis = 100;
            progress.show(() -> "one");
            clock.millis = 199;
            progress.show(() -> "too soon");
            clock.millis = 200;
            progress.show(() -> "two");
        }
        assertThat(written).hasToString("\r\u001B[Kone\r\u001B[Ktwo\r\u001B[K");
    }

    @Test
    void isCutToTheWidthAndShowsNoControlCharacter() {
        try (Progress progress = progress(OptionalInt.of(6))) {
            clock.millis = 100;
            progress.show(() -> "倉庫\u001B[2J");
        }
        assertThat(written).hasToString("\r\u001B[K倉庫\\\r\u001B[K");
    }

    @Test
    void isNothingInAPipeOrOfShortWork() {
        try (Progress progress = progress(OptionalInt.empty())) {
            clock.millis = 500;
            progress.show(() -> "one");
        }
        try (Progress progress = progress(OptionalInt.of(80))) {
            progress.show(() -> "one");
        }
        assertThat(written).hasToString("");
    }
}
