package io.kuramori.exchange.reading;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// How much of a spelling counts. Text that people wrote keeps its characters: only half-width kana become full-width
/// (NFKC would turn ㈱ into (株) and ① into 1).
public final class Spelling {

    private static final Pattern HALF_WIDTH_KANA = Pattern.compile("[\\uFF61-\\uFF9F]+");
    private static final Pattern SPACE = Pattern.compile("[\\s\\u3000\\u00A0\\u200B\\uFEFF]+");
    private static final Pattern OUTER =
            Pattern.compile("^[\\s\\u3000\\u00A0\\u200B\\uFEFF]+|[\\s\\u3000\\u00A0\\u200B\\uFEFF]+$");
    private static final Pattern MARKS = Pattern.compile("[*＊※†]+\\d*$|^[*＊※]+|[:：]$");
    private static final Pattern PARENTHESES = Pattern.compile("[(\\[【〔《<].*?[)\\]】〕》>]");
    private static final Pattern NEUTRALISED = Pattern.compile("^'+[=+\\-@\\t\\r＝＋－＠].*", Pattern.DOTALL);

    private Spelling() {}

    /// Text as it is kept.
    public static String prose(String text) {
        var kana = HALF_WIDTH_KANA
                .matcher(text)
                .replaceAll(match -> Normalizer.normalize(match.group(), Normalizer.Form.NFKC));
        var composed = Normalizer.normalize(kana, Normalizer.Form.NFC);
        return OUTER.matcher(composed.replace("\r\n", "\n").replace('\r', '\n')).replaceAll("");
    }

    /// One line of text as it is kept.
    public static String line(String text) {
        return prose(text).replaceAll("\\s*\\n\\s*", " ");
    }

    /// A code, number or date as it is read: compatible forms unified, dashes too, no space.
    public static String tight(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
        return SPACE.matcher(plain).replaceAll("").replaceAll("[\\u2010-\\u2015\\u2212]", "-");
    }

    /// What two spellings of one word have in common.
    public static String word(String text) {
        return tight(text).toLowerCase(Locale.ROOT);
    }

    /// A heading, without the marks and remarks that stand around it: `重要度（高/中/低）※1` → `重要度`.
    static String heading(String text) {
        var bare = PARENTHESES.matcher(word(text)).replaceAll("");
        return MARKS.matcher(bare).replaceAll("");
    }

    /// Takes back what an export put before a value that a spreadsheet would run.
    public static String unneutralised(String text) {
        return NEUTRALISED.matcher(text).matches() ? text.substring(1) : text;
    }

    /// A value that no spreadsheet runs, and that {@link #unneutralised} brings back.
    public static String neutralised(String text) {
        var candidate = "'" + text;
        return NEUTRALISED.matcher(candidate).matches() ? candidate : text;
    }
}
