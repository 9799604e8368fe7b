package io.kuramori.evidence.numbers;

import io.kuramori.evidence.numbers.Groups.Gap;
import io.kuramori.evidence.numbers.Groups.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Finds numbers in one piece of text: a line, a cell, a paragraph. Nothing is joined across pieces.
///
/// A number stands in one group of digits, or in the groups in which it is printed (4-4-4, 4-4-4-4, 4-6-5, 4-6-4,
/// 4-4-4-4-3, or each digit in a box of its own), always with the same sign between them. It is none when it is a part
/// of
/// something longer: of a word or a hexadecimal hash, of a UUID, of a decimal fraction, of a telephone number with its
/// `+`, or of further groups of the same size.
public final class NumberFinder {

    private static final List<List<Integer>> PRINTED =
            List.of(List.of(4, 4, 4, 4, 3), List.of(4, 4, 4, 4), List.of(4, 6, 5), List.of(4, 6, 4), List.of(4, 4, 4));

    private static final Pattern NAMED = Pattern.compile("個人番号|マイナンバー|my\\s?number", Pattern.CASE_INSENSITIVE);

    /// `202611251530`: a minute of our time. One individual number in 31,000 looks so.
    private static final Pattern MINUTE =
            Pattern.compile("(?:199\\d|20[0-4]\\d)(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])(?:[01]\\d|2[0-3])[0-5]\\d");

    private NumberFinder() {}

    public static List<Found> in(CharSequence text) {
        var groups = Groups.of(text);
        var found = new ArrayList<Found>();
        int at = 0;
        while (at < groups.size()) {
            int used = boxes(text, groups, at, found);
            for (int i = 0; used == 0 && i < PRINTED.size(); i++) {
                used = printed(text, groups, at, PRINTED.get(i), found);
            }
            if (used == 0) {
                whole(text, groups, at, found);
            }
            at += Math.max(used, 1);
        }
        return found;
    }

    /// Each digit by itself: `1 2 3 4 …`.
    private static int boxes(CharSequence text, List<Group> groups, int from, List<Found> found) {
        int to = from;
        while (to < groups.size()
                && groups.get(to).digits().length() == 1
                && (to == from || joined(groups, from + 1, to))) {
            to++;
        }
        int count = to - from;
        return count >= CheckDigits.INDIVIDUAL && count <= Issuers.LONGEST ? take(text, groups, from, count, found) : 0;
    }

    private static int printed(
            CharSequence text, List<Group> groups, int from, List<Integer> sizes, List<Found> found) {
        int to = from + sizes.size();
        if (to > groups.size()) {
            return 0;
        }
        for (int i = 0; i < sizes.size(); i++) {
            if (groups.get(from + i).digits().length() != sizes.get(i)
                    || (i > 0 && !joined(groups, from + 1, from + i))) {
                return 0;
            }
        }
        if (goesOn(groups, from, to) || comesFrom(groups, from)) {
            return 0;
        }
        return take(text, groups, from, sizes.size(), found);
    }

    /// A group of the same size follows with the same sign: part of something longer.
    private static boolean goesOn(List<Group> groups, int from, int to) {
        return to < groups.size()
                && groups.get(to).gap() == groups.get(from + 1).gap()
                && groups.get(to).digits().length()
                        == groups.get(to - 1).digits().length();
    }

    private static boolean comesFrom(List<Group> groups, int from) {
        return from > 0
                && groups.get(from).gap() != Gap.APART
                && groups.get(from).gap() == groups.get(from + 1).gap()
                && groups.get(from - 1).digits().length()
                        == groups.get(from).digits().length();
    }

    private static boolean joined(List<Group> groups, int first, int index) {
        return groups.get(index).gap() != Gap.APART
                && groups.get(index).gap() == groups.get(first).gap();
    }

    private static void whole(CharSequence text, List<Group> groups, int at, List<Found> found) {
        int length = groups.get(at).digits().length();
        boolean hyphened = groups.get(at).gap() == Gap.HYPHEN
                || (at + 1 < groups.size() && groups.get(at + 1).gap() == Gap.HYPHEN);
        if (length >= CheckDigits.INDIVIDUAL && length <= Issuers.LONGEST && !hyphened) {
            take(text, groups, at, 1, found);
        }
    }

    /// @return how many groups the number takes; 0 when it is none
    private static int take(CharSequence text, List<Group> groups, int from, int count, List<Found> found) {
        var digits = new StringBuilder();
        groups.subList(from, from + count).forEach(group -> digits.append(group.digits()));
        int start = groups.get(from).start();
        int end = groups.get(from + count - 1).end();
        var number = digits.toString();
        if (partOfMore(text, start, end)) {
            return 0;
        }
        if (CheckDigits.individual(number)
                && (!minute(number, count) || NAMED.matcher(text).find())) {
            found.add(Found.of(NumberKind.INDIVIDUAL, number, start));
            return count;
        }
        if (number.length() >= Issuers.SHORTEST && Issuers.know(number) && CheckDigits.luhn(number)) {
            found.add(Found.of(NumberKind.CARD, number, start));
            return count;
        }
        return 0;
    }

    private static boolean minute(String digits, int groups) {
        return groups == 1 && MINUTE.matcher(digits).matches();
    }

    private static boolean partOfMore(CharSequence text, int start, int end) {
        return before(text, start) || after(text, end);
    }

    private static boolean before(CharSequence text, int start) {
        if (start == 0) {
            return false;
        }
        char near = text.charAt(start - 1);
        char far = start > 1 ? text.charAt(start - 2) : ' ';
        boolean fraction = (near == '.' || near == '．') && Groups.digit(far) >= 0;
        boolean phone = near == '+' || near == '＋';
        boolean hyphened = Groups.gap(near) == Gap.HYPHEN && letter(far);
        return letter(near) || fraction || phone || hyphened;
    }

    private static boolean after(CharSequence text, int end) {
        if (end >= text.length()) {
            return false;
        }
        char near = text.charAt(end);
        char far = end + 1 < text.length() ? text.charAt(end + 1) : ' ';
        boolean fraction = (near == '.' || near == '．') && Groups.digit(far) >= 0;
        boolean hyphened = Groups.gap(near) == Gap.HYPHEN && letter(far);
        return letter(near) || fraction || hyphened;
    }

    /// Letters of the Latin alphabet, in which hashes and identifiers are written; Japanese text touches numbers.
    private static boolean letter(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || c == '_'
                || (c >= 'Ａ' && c <= 'Ｚ')
                || (c >= 'ａ' && c <= 'ｚ');
    }
}
