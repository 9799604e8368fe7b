package io.kuramori.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalJsonTest {

    @Test
    void sortsMembersByUtf16CodeUnit() {
        // The order of RFC 8785 §3.2.3: CR, 1, control, ö, €, a pair of surrogates, a character above them.
        var object = new Json.Obj(Map.of(
                "\u20ac", new Json.Str("euro"),
                "\r", new Json.Str("cr"),
                "\ufb33", new Json.Str("dalet"),
                "1", new Json.Str("one"),
                "\ud83d\ude00", new Json.Str("smile"),
                "\u0080", new Json.Str("control"),
                "\u00f6", new Json.Str("o")));

        assertThat(CanonicalJson.text(object))
                .isEqualTo("{\"\\r\":\"cr\",\"1\":\"one\",\"\u0080\":\"control\",\"\u00f6\":\"o\",\"\u20ac\":\"euro\","
                        + "\"\ud83d\ude00\":\"smile\",\"\ufb33\":\"dalet\"}");
    }

    @Test
    void escapesOnlyWhatMustBe() {
        assertThat(CanonicalJson.text(new Json.Str("\u20ac$\u000f\nA'B\"\\\\\"/\u007f蔵")))
                .isEqualTo("\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\u007f蔵\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "0 | 0",
                "-0.0 | 0",
                "1.0 | 1",
                "1E3 | 1000",
                "9007199254740991 | 9007199254740991",
                "9007199254740992 | {\"$decimal\":\"9007199254740992\"}",
                "-9007199254740993 | {\"$decimal\":\"-9007199254740993\"}",
                "0.10 | {\"$decimal\":\"0.1\"}",
                "1E-7 | {\"$decimal\":\"0.0000001\"}"
            })
    void writesUnsafeNumbersAsDecimals(String number, String expected) {
        assertThat(CanonicalJson.text(new Json.Num(new BigDecimal(number)))).isEqualTo(expected);
    }

    @Test
    void refusesLoneSurrogates() {
        assertThatThrownBy(() -> CanonicalJson.bytes(new Json.Str("a\ud800")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lone surrogate at 1");
    }

    @Test
    void refusesBottomlessNesting() {
        Json value = Json.NULL;
        for (int i = 0; i < 70; i++) {
            value = new Json.Arr(List.of(value));
        }
        Json deep = value;

        assertThatThrownBy(() -> CanonicalJson.bytes(deep)).isInstanceOf(IllegalArgumentException.class);
    }
}
