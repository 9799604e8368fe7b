package io.kuramori.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the environment says of the terminal.
final class TerminalTest {

    private static Map<String, String> environment(String text) {
        Map<String, String> environment = new HashMap<>();
        for (String pair : text.split(" ", -1)) {
            int at = pair.indexOf('=');
            if (at > 0) {
                environment.put(pair.substring(0, at), pair.substring(at + 1));
            }
        }
        return environment;
    }

    @ParameterizedTest
    @CsvSource({
        "TERM=xterm,                           true,  true",
        "TERM=xterm,                           false, false",
        "'',                                   true,  true",
        "TERM=dumb,                            true,  false",
        "TERM=xterm NO_COLOR=1,                true,  false",
        "TERM=xterm NO_COLOR=,                 true,  true",
        "TERM=xterm CLICOLOR=0,                true,  false",
        "TERM=xterm CLICOLOR_FORCE=1,          false, true",
        "TERM=xterm CLICOLOR_FORCE=0,          false, false",
        "TERM=dumb CLICOLOR_FORCE=1,           false, true",
        "TERM=xterm CLICOLOR_FORCE=1 NO_COLOR=1, true, false",
    })
    void colour(String environment, boolean terminal, boolean expected) {
        OptionalInt out = terminal ? OptionalInt.of(80) : OptionalInt.empty();
        assertThat(Terminal.of(environment(environment), out, OptionalInt.empty(), Locale.ENGLISH)
                        .colour())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "LANG=ja_JP.UTF-8,                        en, ja",
        "LANG=ja,                                 en, ja",
        "LANG=ja.UTF-8,                           en, ja",
        "LANG=en_US.UTF-8,                        ja, en",
        "LANG=jam_JM,                             ja, en",
        "LANG=C.UTF-8,                            ja, en",
        "LANG=en_US.UTF-8 LC_MESSAGES=ja_JP,      en, ja",
        "LANG=ja_JP LC_ALL=C,                     ja, en",
        "LANG=ja_JP LC_ALL=,                      en, ja",
        "'',                                      ja, ja",
        "'',                                      en, en",
    })
    void language(String environment, String otherwise, String expected) {
        assertThat(Terminal.of(environment(environment), OptionalInt.empty(), OptionalInt.empty(), Locale.of(otherwise))
                        .locale()
                        .getLanguage())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"80, 80", "10, 40", "100000, 400"})
    void widthHasBounds(int columns, int expected) {
        Terminal terminal = Terminal.of(Map.of(), OptionalInt.of(columns), OptionalInt.of(columns), Locale.ENGLISH);
        assertThat(terminal.width()).hasValue(expected);
        assertThat(terminal.progress()).hasValue(expected);
    }

    @ParameterizedTest
    @CsvSource({"TERM=xterm, true", "TERM=dumb, false"})
    void progressNeedsATerminalThatCanGoBack(String environment, boolean expected) {
        assertThat(Terminal.of(environment(environment), OptionalInt.empty(), OptionalInt.of(80), Locale.ENGLISH)
                        .progress()
                        .isPresent())
                .isEqualTo(expected);
    }
}
