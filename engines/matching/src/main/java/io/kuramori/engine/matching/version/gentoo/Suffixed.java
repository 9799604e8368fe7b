package io.kuramori.engine.matching.version.gentoo;

import io.kuramori.engine.matching.version.Cursor;
import io.kuramori.engine.matching.version.KeyWriter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The parts that Gentoo's and Alpine's versions share: numbers, one letter, suffixes.
public final class Suffixed {

    private static final int LEADING_ZERO = 1;
    private static final int BY_VALUE = 2;
    /// No suffix stands between `rc` and the suffixes of what came after the release.
    private static final int END = 5;
    private static final Map<String, Integer> RANKS =
            Map.of("alpha", 1, "beta", 2, "pre", 3, "rc", 4, "cvs", 6, "svn", 7, "git", 8, "hg", 9, "p", 10);

    private Suffixed() {}

    /// The first number by value; a later one that begins with a zero as a fraction, before those that do not.
    ///
    /// @param trimmed whether zeros at the end of a fraction have no weight
    /// @return false when no number stands here
    public static boolean numbers(Cursor text, boolean trimmed, KeyWriter key) {
        String number = text.digits();
        if (number.isEmpty()) {
            return false;
        }
        key.number(number);
        while (text.skip(".")) {
            number = text.digits();
            if (number.isEmpty()) {
                return false;
            }
            if (number.charAt(0) == '0') {
                key.tag(LEADING_ZERO).text(trimmed ? number.replaceFirst("0++$", "") : number);
            } else {
                key.tag(BY_VALUE).number(number);
            }
        }
        key.tag(0);
        return true;
    }

    /// One lower-case letter, or none, which stands before any.
    public static void letter(Cursor text, KeyWriter key) {
        char c = text.peek();
        key.tag(c >= 'a' && c <= 'z' ? text.next() : 0);
    }

    /// @param onlyGentoo whether only Gentoo's suffixes are known
    /// @return false when an unknown suffix stands here
    public static boolean suffixes(Cursor text, boolean onlyGentoo, KeyWriter key) {
        while (text.skip("_")) {
            Integer rank = rank(text.letters(), onlyGentoo);
            if (rank == null) {
                return false;
            }
            key.tag(rank).number(text.digits());
        }
        key.tag(END);
        return true;
    }

    private static @Nullable Integer rank(String word, boolean onlyGentoo) {
        Integer rank = RANKS.get(word);
        return rank != null && onlyGentoo && rank > END && !word.equals("p") ? null : rank;
    }
}
