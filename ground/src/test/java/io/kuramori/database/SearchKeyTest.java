package io.kuramori.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SearchKeyTest {

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({
        "ﾎｹﾝ, ほけん",
        "ﾊﾞｯｸｱｯﾌﾟ, ばっくあっぷ",
        "ホケン, ほけん",
        "ほけん, ほけん",
        "ヴァイオリン, ゔぁいおりん",
        "ヵヶ, ゕゖ",
        "ＡＢＣ　ｄｅｆ, abc def",
        "サーバー, さーばー",
        "㈱銀行, (株)銀行",
        "①番, 1番",
        "Straße, straße",
        "İstanbul, i̇stanbul",
        "ヽヾ, ゝゞ",
        "が, が",
        "𠮷野家, 𠮷野家"
    })
    void findsTheSameWordInEachOfItsForms(String text, String key) {
        assertThat(SearchKey.of(text)).isEqualTo(key);
    }

    @Test
    void collapsesWhiteSpaceAndLeavesOutWhatIsNotThere() {
        assertThat(SearchKey.of("  インターネット \t\n バンキング ", null, "　", "SYS-0042")).isEqualTo("いんたーねっと ばんきんぐ sys-0042");
    }

    @Test
    void isStable() {
        var once = SearchKey.of("ｲﾝﾀｰﾈｯﾄﾊﾞﾝｷﾝｸﾞ", "İ", "ǅ", "ﬁ");

        assertThat(SearchKey.of(once)).isEqualTo(once);
    }

    @Test
    void isEmptyOfNothing() {
        assertThat(SearchKey.of()).isEmpty();
        assertThat(SearchKey.of(null, "")).isEmpty();
    }
}
