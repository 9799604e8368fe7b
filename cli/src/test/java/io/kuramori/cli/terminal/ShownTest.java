package io.kuramori.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ShownTest {

    @ParameterizedTest
    @CsvSource({
        "1B, \\u001b",
        "07, \\u0007",
        "0A, \\u000a",
        "0D, \\u000d",
        "09, \\u0009",
        "7F, \\u007f",
        "9B, \\u009b",
        "85, \\u0085",
        "AD, \\u00ad",
        "202E, \\u202e",
        "2066, \\u2066",
        "200B, \\u200b",
        "2028, \\u2028",
        "FEFF, \\ufeff",
        "D800, \\ud800",
        "DFFF, \\udfff",
        "E0041, \\udb40\\udc41",
    })
    void hiddenCharactersAreShown(String hexadecimal, String expected) {
        String character = new String(Character.toChars(Integer.parseInt(hexadecimal, 16)));
        assertThat(Shown.plainly("a" + character + "b")).isEqualTo("a" + expected + "b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "pkg:npm/%40a/b@1", "株式会社倉ソフト", "é", "e\u0301", "𠮷野家", "😀", "\\u001b"})
    void allElseStays(String text) {
        assertThat(Shown.plainly(text)).isSameAs(text);
    }

    @Test
    void nothingThatATerminalObeysIsLeft() {
        for (int seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(20); i > 0; i--) {
                text.append((char) (random.nextBoolean() ? random.nextInt(0x100) : random.nextInt(0x10000)));
            }
            assertThat(Shown.plainly(text.toString()).chars())
                    .as("seed %d", seed)
                    .noneMatch(c -> c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E));
        }
    }
}
