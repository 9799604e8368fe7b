package io.kuramori.engine.matching.words;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuramori.engine.matching.Bounds;
import io.kuramori.engine.matching.VersionSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JapanesePhrasesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7.3.7 より前のバージョン | < 7.3.7",
                "2.13.0 から 2.15.0 より前のバージョン | >= 2.13.0 < 2.15.0",
                "core 2.0-beta9 から 2.12.1 より前のバージョン | >= 2.0-beta9 < 2.12.1",
                "5.16.3 未満 | < 5.16.3",
                "1.2 以前 | <= 1.2",
                "1.2 およびそれ以前 | <= 1.2",
                "バージョン 1.2 およびそれ以前のバージョン | <= 1.2",
                "Ver.1.2.3 およびそれ以前 | <= 1.2.3",
                "Ver. 1.2.3 以前 | <= 1.2.3",
                "version 3.4 以下 | <= 3.4",
                "バージョン ３．４．１ より前 | < 3.4.1",
                "4.0 以降 | >= 4.0",
                "4.0 以上 | >= 4.0",
                "4.0 以上 4.5 未満 | >= 4.0 < 4.5",
                "4.0 以降 4.5 以前 | >= 4.0 <= 4.5",
                "1.0 から 1.9 まで | >= 1.0 <= 1.9",
                "1.0 から 1.9 までのバージョン | >= 1.0 <= 1.9",
                "1.0 ～ 1.9 | >= 1.0 <= 1.9",
                "5.x 系 | >= 5 < 6",
                "5.3 系 | >= 5.3 < 5.4",
                "5.x | >= 5 < 6",
                "2.4 系の 2.4.9 より前のバージョン | >= 2.4 < 2.4.9",
                "すべてのバージョン | *",
                "全バージョン | *",
                "1.0、1.1 および 1.2 | = 1.0; = 1.1; = 1.2",
                "1.0.3 より前, 2.0 から 2.0.7 より前 | < 1.0.3; >= 2.0 < 2.0.7",
                "9.1 | = 9.1",
                "R12.1 | = R12.1",
                "2.0 SP2 | = 2.0 SP2",
            })
    void readsTheWordsOfTheTrade(String phrase, String expected) {
        assertThat(words(JapanesePhrases.read(phrase))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(複数の製品)",
                "2019年3月以前に出荷された製品",
                "修正プログラム未適用のバージョン",
                "Enterprise Edition の一部",
                "1.0 および一部の 2.0",
                "ー",
            })
    void whatIsNotUnderstoodIsKept(String phrase) {
        assertThat(JapanesePhrases.read(phrase)).containsExactly(new VersionSet.Unread(phrase));
    }

    @Test
    void aLongPhraseIsCutAndKept() {
        assertThat(JapanesePhrases.read("1、".repeat(4000))).hasSize(1).first().isInstanceOf(VersionSet.Unread.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                ">= 1.0, < 2.0 → >= 1.0 < 2.0",
                "<= 1.4 → <= 1.4",
                "> 1.4 → > 1.4",
                "= 2.5 → = 2.5",
                ">=1.0 <2.0 || 3.1 → >= 1.0 < 2.0; = 3.1",
                "vers:npm/>=1.0.0|<2.0.0|>=3.0.0|<3.1.0 → >= 1.0.0 < 2.0.0; >= 3.0.0 < 3.1.0",
                "vers:rpm/<1:1.0-1.EL9|1:2.0 → < 1:1.0-1.EL9; = 1:2.0",
                "vers:deb/!=1.0 → < 1.0; > 1.0",
                "vers:acme/>=one|<two|three → >= one < two; = three",
                "vers:npm/* → *",
                "versions prior to 4.2 → < 4.2",
                "4.2 and earlier → <= 4.2",
                "1.0 through 1.9 → >= 1.0 <= 1.9",
                "up to and including 7.1 → <= 7.1",
                "all versions → *",
            })
    void readsSignsAndEnglish(String words, String expected) {
        assertThat(words(Comparators.read(words).orElseThrow())).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "vers:npm",
                "vers:none/*",
                "vers:acme/>1|>2",
                "vers:acme/!=1",
                "see the notes",
                ">= 1.0, >= 2.0",
                "!= 3",
                "1.0 with plugin 2"
            })
    void whatSignsDoNotSayIsNotGuessed(String words) {
        assertThat(Comparators.read(words)).isEmpty();
    }

    private static String words(List<VersionSet> sets) {
        return sets.stream().map(JapanesePhrasesTest::word).collect(Collectors.joining("; "));
    }

    private static String word(VersionSet set) {
        return switch (set) {
            case VersionSet.Every ignored -> "*";
            case VersionSet.Exactly(String version) -> "= " + version;
            case VersionSet.Unread(String text) -> "? " + text;
            case VersionSet.Between(Bounds bounds) -> {
                String start = bounds.start() == null ? "" : (bounds.startIncluded() ? ">= " : "> ") + bounds.start();
                String end = bounds.end() == null ? "" : (bounds.endIncluded() ? "<= " : "< ") + bounds.end();
                yield (start + " " + end).strip();
            }
        };
    }
}
