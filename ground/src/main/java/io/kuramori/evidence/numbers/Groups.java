package io.kuramori.evidence.numbers;

import java.util.ArrayList;
import java.util.List;

/// Groups of digits in a text, with what stands between them. Full-width digits count as digits.
final class Groups {

    /// What stands before a group: nothing of ours, or one sign that people put between the parts of a number.
    enum Gap {
        APART,
        SPACE,
        HYPHEN
    }

    /// @param gap to the group before
    /// @param start index of its first digit
    /// @param end index after its last
    record Group(String digits, Gap gap, int start, int end) {}

    private Groups() {}

    static List<Group> of(CharSequence text) {
        var groups = new ArrayList<Group>();
        int end = -1;
        int at = 0;
        while (at < text.length()) {
            if (digit(text.charAt(at)) < 0) {
                at++;
                continue;
            }
            int start = at;
            var digits = new StringBuilder();
            while (at < text.length() && digit(text.charAt(at)) >= 0) {
                digits.append((char) ('0' + digit(text.charAt(at))));
                at++;
            }
            var gap = end >= 0 && start == end + 1 ? gap(text.charAt(end)) : Gap.APART;
            groups.add(new Group(digits.toString(), gap, start, at));
            end = at;
        }
        return groups;
    }

    /// 0 to 9, or -1.
    static int digit(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        return c >= '０' && c <= '９' ? c - '０' : -1;
    }

    static Gap gap(char c) {
        return switch (c) {
            case ' ', '\u3000', '\u00a0', '\u2009', '\u202f' -> Gap.SPACE;
            case '-', '‐', '‑', '‒', '–', '—', '―', '−', '－', 'ー', 'ｰ' -> Gap.HYPHEN;
            default -> Gap.APART;
        };
    }
}
