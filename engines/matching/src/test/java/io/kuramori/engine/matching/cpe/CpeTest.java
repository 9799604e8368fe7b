package io.kuramori.engine.matching.cpe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CpeTest {

    private static Cpe cpe(String text) {
        assertThat(Cpe.parse(text)).isInstanceOf(Cpe.Read.class);
        return ((Cpe.Read) Cpe.parse(text)).cpe();
    }

    @ParameterizedTest
    @CsvSource({
        "cpe:/a:acme:vault:1.2, cpe:2.3:a:acme:vault:1.2:*:*:*:*:*:*:*",
        "cpe:/o:acme:night_os::sp%01, cpe:2.3:o:acme:night_os:*:sp?:*:*:*:*:*:*",
        "cpe:/a:acme:vault%2b%2b:1.%02, cpe:2.3:a:acme:vault\\+\\+:1.*:*:*:*:*:*:*:*",
        "cpe:/a:acme:vault:1.0:-:~~pro~linux~x64~:ja, cpe:2.3:a:acme:vault:1.0:-:*:ja:pro:linux:x64:*",
        "cpe:/h:acme, cpe:2.3:h:acme:*:*:*:*:*:*:*:*:*",
    })
    void bothBindingsSayTheSame(String uri, String formatted) {
        assertThat(cpe(uri)).isEqualTo(cpe(formatted));
        assertThat(cpe(uri).toString()).isEqualTo(formatted);
        assertThat(cpe(formatted).uri()).isEqualTo(uri);
    }

    @Test
    void quotedCharactersStandForThemselves() {
        Cpe quoted = cpe("cpe:2.3:a:acme:a\\:b\\*:1.0:*:*:*:*:*:*:*");
        assertThat(quoted.product()).isEqualTo(Attribute.of("a:b*"));
        assertThat(cpe(quoted.toString())).isEqualTo(quoted);
        assertThat(cpe(quoted.uri())).isEqualTo(quoted);
    }

    @Test
    void carelessPunctuationIsRead() {
        assertThat(cpe("cpe:2.3:a:acme:vault++:1.0:*:*:*:*:*:*:*").product()).isEqualTo(Attribute.of("vault++"));
    }

    @ParameterizedTest
    @CsvSource({
        "pkg:npm/a, begins",
        "cpe:2.3:a:acme, eleven",
        "cpe:2.3:x:acme:vault:1:*:*:*:*:*:*:*, the part",
        "cpe:2.3:a:ac*me:vault:1:*:*:*:*:*:*:*, only at its ends",
        "cpe:/a:acme:vault:1%, percent",
        "cpe:/a:1:2:3:4:5:6:7, seven",
        "cpe:/a:acme:vault:1::~a~b, five parts",
    })
    void whatIsNoNameIsSaidToBeNone(String text, String expected) {
        assertThat(Cpe.parse(text))
                .isInstanceOfSatisfying(
                        Cpe.Malformed.class,
                        malformed -> assertThat(malformed.expected()).contains(expected));
    }

    @Test
    void aVeryLongNameIsRefusedAtOnce() {
        assertThat(Cpe.parse("cpe:2.3:a:" + "x".repeat(5000))).isInstanceOf(Cpe.Malformed.class);
    }
}
