package io.kuramori.evidence.numbers;

/// What a number that was found is.
public enum NumberKind {
    /// 個人番号 (マイナンバー): twelve digits, the last of which checks the others.
    INDIVIDUAL(3),
    /// The number of a payment card: an issuer's range, a length of that issuer, Luhn's check digit.
    CARD(4);

    private final int shown;

    NumberKind(int shown) {
        this.shown = shown;
    }

    /// How many digits at the end may be shown.
    int shown() {
        return shown;
    }
}
