package io.kuramori.database;

import java.text.Normalizer;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The form in which text is stored for search and in which a search is asked, so that `ﾎｹﾝ`, `ホケン` and `ほけん`, or
/// `ＡＢＣ` and `abc`, find each other. The same input gives the same key for ever: stored keys depend on it.
public final class SearchKey {

    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final char FIRST_KATAKANA = 'ァ';
    private static final char LAST_KATAKANA = 'ヶ';
    private static final int KATAKANA_TO_HIRAGANA = 'ァ' - 'ぁ';

    private SearchKey() {}

    /// One key of all `parts`, in order, separated by one space; null and blank parts are left out. Compatibility
    /// forms (NFKC, so half-width kana and full-width letters too), katakana to hiragana, lower case, white space
    /// collapsed.
    public static String of(@Nullable String... parts) {
        var key = new StringJoiner(" ");
        for (String part : parts) {
            if (part != null && !part.isBlank()) {
                key.add(fold(part));
            }
        }

        return SPACE.matcher(key.toString()).replaceAll(" ").strip();
    }

    private static String fold(String text) {
        var composed = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        // Lower-casing can leave a composed letter apart from its mark (İ), so once more.
        var lower = Normalizer.normalize(composed, Normalizer.Form.NFKC);
        var folded = new StringBuilder(lower.length());
        for (int i = 0; i < lower.length(); i++) {
            folded.append(hiragana(lower.charAt(i)));
        }

        return folded.toString();
    }

    private static char hiragana(char c) {
        boolean katakana = (c >= FIRST_KATAKANA && c <= LAST_KATAKANA) || c == 'ヽ' || c == 'ヾ';

        return katakana ? (char) (c - KATAKANA_TO_HIRAGANA) : c;
    }
}
