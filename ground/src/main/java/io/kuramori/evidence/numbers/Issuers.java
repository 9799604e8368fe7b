package io.kuramori.evidence.numbers;

import java.util.List;
import java.util.Set;

/// Ranges of the first digits that card schemes have, and the lengths of their numbers.
final class Issuers {

    static final int SHORTEST = 13;
    static final int LONGEST = 19;

    private static final List<Range> RANGES = List.of(
            range(300, 305, 14), // Diners Club
            range(36, 36, 14),
            range(38, 39, 14),
            range(34, 34, 15), // American Express
            range(37, 37, 15),
            range(3528, 3589, 16), // JCB
            range(4, 4, 13, 16, 19), // Visa
            range(51, 55, 16), // Mastercard
            range(2221, 2720, 16),
            range(6011, 6011, 16, 19), // Discover
            range(644, 649, 16, 19),
            range(65, 65, 16, 19),
            range(62, 62, 16, 17, 18, 19)); // UnionPay

    private Issuers() {}

    /// Whether some scheme gives numbers of this length that begin so. A corporate number (法人番号) is none.
    static boolean know(String digits) {
        return RANGES.stream().anyMatch(range -> range.holds(digits))
                && !(digits.length() == CheckDigits.CORPORATE && CheckDigits.corporate(digits));
    }

    private static Range range(int first, int last, Integer... lengths) {
        return new Range(first, last, Integer.toString(first).length(), Set.of(lengths));
    }

    private record Range(int first, int last, int prefix, Set<Integer> lengths) {

        boolean holds(String digits) {
            int begins = Integer.parseInt(digits.substring(0, prefix));
            return lengths.contains(digits.length()) && begins >= first && begins <= last;
        }
    }
}
