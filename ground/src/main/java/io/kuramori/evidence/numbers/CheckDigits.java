package io.kuramori.evidence.numbers;

/// The three check digits. Arguments are ASCII digits only.
final class CheckDigits {

    static final int INDIVIDUAL = 12;
    static final int CORPORATE = 13;

    private CheckDigits() {}

    /// Twelve digits of an individual number: Σ Pn·Qn over the eleven before the last, n counted from the right,
    /// Qn = n + 1 up to the sixth and n − 5 from the seventh; the check digit is 11 − (sum mod 11), or 0 where that
    /// remainder is at most 1 (行政手続における特定の個人を識別するための番号の利用等に関する法律 に基づく総務省令 第85号 第5条).
    static boolean individual(String digits) {
        if (digits.length() != INDIVIDUAL) {
            return false;
        }
        int sum = 0;
        for (int n = 1; n < INDIVIDUAL; n++) {
            sum += digit(digits, INDIVIDUAL - 1 - n) * (n <= 6 ? n + 1 : n - 5);
        }
        int remainder = sum % 11;
        return digit(digits, INDIVIDUAL - 1) == (remainder <= 1 ? 0 : 11 - remainder);
    }

    /// Thirteen digits of a corporate number (法人番号), which is public: the *first* checks the twelve after it, 9 − (Σ
    /// Pn·Qn
    /// mod 9) with Qn = 1 for odd and 2 for even n from the right (法人番号の指定等に関する省令 第2条).
    static boolean corporate(String digits) {
        if (digits.length() != CORPORATE) {
            return false;
        }
        int sum = 0;
        for (int n = 1; n < CORPORATE; n++) {
            sum += digit(digits, CORPORATE - n) * (n % 2 == 1 ? 1 : 2);
        }
        return digit(digits, 0) == 9 - sum % 9;
    }

    /// Luhn's formula (ISO/IEC 7812-1 annex B).
    static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digit(digits, digits.length() - 1 - i);
            int weighed = i % 2 == 0 ? digit : 2 * digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0;
    }

    private static int digit(String digits, int index) {
        return digits.charAt(index) - '0';
    }
}
