package io.kuramori.exchange.reading;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// Finds the word that was probably meant: at most two typing errors away, and fewer than half the word.
final class Nearest {

    private static final int CANDIDATES = 5_000;
    private static final int LENGTH = 60;

    private Nearest() {}

    static @Nullable String of(String typed, Collection<String> candidates) {
        var word = Spelling.word(typed);
        if (word.length() > LENGTH || candidates.size() > CANDIDATES) {
            return null;
        }
        String best = null;
        int least = Math.min(2, (word.length() - 1) / 2) + 1;
        for (var candidate : candidates) {
            var other = Spelling.word(candidate);
            if (Math.abs(other.length() - word.length()) < least && other.length() <= LENGTH) {
                int distance = distance(word, other);
                if (distance < least) {
                    least = distance;
                    best = candidate;
                }
            }
        }
        return best;
    }

    /// Levenshtein distance by two rows.
    private static int distance(String a, String b) {
        var before = new int[b.length() + 1];
        var now = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            now[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = before[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                now[j] = Math.min(change, 1 + Math.min(before[j], now[j - 1]));
            }
            var spare = before;
            before = now;
            now = spare;
        }
        return before[b.length()];
    }
}
