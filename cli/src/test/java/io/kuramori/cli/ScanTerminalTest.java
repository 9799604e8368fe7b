package io.kuramori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuramori.cli.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/// What a scan says beside its report, and what never leaves it.
final class ScanTerminalTest {

    private static List<String> arguments(String name, String... more) throws IOException {
        List<String> args = new ArrayList<>(List.of("scan"));
        args.addAll(List.of(more));
        args.addAll(Files.readAllLines(Path.of("src/test/resources/scans/input", name, "arguments")));
        return args;
    }

    private static Terminal terminal(Locale locale, boolean colour) {
        return new Terminal(locale, colour, OptionalInt.of(100), OptionalInt.of(100));
    }

    /// Goes on by a second with each look, so that every line is drawn.
    private static final class Hasty extends Clock {

        private long seconds;

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
            return Instant.EPOCH.plus(Duration.ofSeconds(seconds++));
        }
    }

    @Test
    void progressTellsFilesAdvisoriesAndRate() throws IOException {
        Prompt run = Prompt.run(terminal(Locale.ENGLISH, true), new Hasty(), arguments("mixed"));
        assertThat(run.err())
                .containsPattern("files: 1, advisories: 1, each second: 0\r")
                .contains("files: 4, advisories: 9", "1 of 9 components", "9 of 9 components")
                .endsWith("\r\u001B[K");
        assertThat(run.out()).doesNotContain("\r").containsPattern("Time\u001B\\[0m +[1-9][0-9]*\\.0 s\n");
        assertThat(Prompt.run(terminal(Locale.JAPANESE, true), new Hasty(), arguments("mixed"))
                        .err())
                .contains("ファイル 4 個、脆弱性情報 9 件、毎秒 ", "部品 9 / 9 件");
    }

    @Test
    void aPipeGetsTheReportAlone() throws IOException {
        for (String format : List.of("table", "json", "sarif", "cyclonedx")) {
            Prompt run = Prompt.run(Terminal.none(), new Hasty(), arguments("mixed", "--format", format));
            assertThat(run.err()).isEmpty();
            assertThat(run.out()).doesNotContain("\u001B", "\r");
        }
    }

    @Test
    void numbersStandBesideAReportForPrograms() throws IOException {
        Prompt run = Prompt.run(terminal(Locale.ENGLISH, true), arguments("mixed", "--format", "json"));
        assertThat(run.err()).contains("6: critical 1, high 2, medium 1, low 1, unscored 1");
        assertThat(run.out()).startsWith("{").doesNotContain("\u001B");
    }

    /// All that the terminal obeys is ours: paint, and nothing in formats for programs.
    @Test
    void noEscapeSequenceOfTheInputReachesTheTerminal() throws IOException {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.JAPANESE)) {
            for (String format : List.of("table", "json", "sarif", "cyclonedx")) {
                Prompt run = Prompt.run(terminal(locale, true), arguments("hostile", "--format", format));
                String unpainted = run.out().replaceAll("\u001B\\[[0-9;]+m", "")
                        + run.err().replaceAll("\u001B\\[[0-9;]+m", "");
                assertThat(unpainted.chars().filter(c -> c != '\n'))
                        .as("%s in %s", format, locale)
                        .noneMatch(c -> c < 0x20 || (c >= 0x7F && c < 0xA0))
                        .noneMatch(c -> Character.getType(c) == Character.FORMAT);
                assertThat(run.out()).doesNotContain("\u001B[31m\n", "\u001B[2J", "\u001B[7m", "\u001B[5m");
            }
        }
    }

    @Test
    void aWrongCommandLineIsToldWithoutItsEscapeSequences() throws IOException {
        Prompt run = Prompt.run(terminal(Locale.ENGLISH, false), arguments("mixed", "--format", "\u001B[2Jwrong"));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("\\u001b[2Jwrong", "--format").doesNotContain("\u001B");
    }

    @Test
    void theVersionIsTold() {
        assertThat(Prompt.run(List.of("--version")).out()).matches("kuramori [0-9]+\\.[0-9]+\\.[0-9]+.*\n");
    }
}
