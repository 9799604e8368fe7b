package io.kuramori.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CellsTest {

    @ParameterizedTest
    @CsvSource({
        "'', 0",
        "abc, 3",
        "倉, 2",
        "ｱ, 1",
        "（, 2",
        "、, 2",
        "é, 1",
        "e\u0301, 1",
        "𠮷, 2",
        "😀, 2",
        "한, 2",
        "…, 1",
        "\u1100, 2",
        "\u1160, 1",
        "\u4DC0, 1",
        "\u3247, 2",
        "\u3248, 1",
        "\uD83E\uDEFF, 2",
        "\uD83E\uDF00, 1",
    })
    void cells(String text, int expected) {
        assertThat(Cells.of(text)).isEqualTo(expected);
    }

    @Test
    void breaksAtSpacesAndBesideWideCharacters() {
        assertThat(Cells.lines("one two three", 7, Locale.ENGLISH)).containsExactly("one two", "three");
        assertThat(Cells.lines("影響を受けると述べている", 10, Locale.JAPANESE)).containsExactly("影響を受け", "ると述べて", "いる");
        assertThat(Cells.lines("倉 vault は該当", 9, Locale.JAPANESE)).containsExactly("倉 vault", "は該当");
        assertThat(Cells.lines("in a/b.c/d-e now", 10, Locale.ENGLISH)).containsExactly("in", "a/b.c/d-e", "now");
        assertThat(Cells.lines("", 10, Locale.ENGLISH)).containsExactly("");
    }

    /// A line begins with no closing bracket or comma (JIS X 4051).
    @Test
    void keepsTogetherWhatJapaneseKeepsTogether() {
        assertThat(Cells.lines("四文字だけ、次の行", 10, Locale.JAPANESE)).containsExactly("四文字だ", "け、次の行");
    }

    @Test
    void aLongWordIsCut() {
        assertThat(Cells.lines("see 0123456789abc", 8, Locale.ENGLISH)).containsExactly("see", "01234567", "89abc");
        assertThat(Cells.lines("倉倉倉", 3, Locale.JAPANESE)).containsExactly("倉", "倉", "倉");
    }

    @Test
    void noLineIsLongerAndNothingButSpacesIsLost() {
        String characters = "ab. /-:@é倉庫、（）。😀\u0301";
        for (int seed = 0; seed < 3_000; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(60); i > 0; i--) {
                text.appendCodePoint(characters
                        .codePoints()
                        .skip(random.nextInt((int) characters.codePoints().count()))
                        .findFirst()
                        .orElseThrow());
            }
            int width = 2 + random.nextInt(12);
            var lines = Cells.lines(text.toString(), width, Locale.JAPANESE);
            assertThat(lines).as("seed %d: %s", seed, text).allMatch(line -> Cells.of(line) <= width);
            assertThat(String.join("", lines).replace(" ", ""))
                    .as("seed %d", seed)
                    .isEqualTo(text.toString().replace(" ", ""));
        }
    }

    @Test
    void aCutTextFits() {
        assertThat(Cells.cut("倉庫abc", 5)).isEqualTo("倉庫a");
        assertThat(Cells.cut("倉庫", 3)).isEqualTo("倉");
    }
}
