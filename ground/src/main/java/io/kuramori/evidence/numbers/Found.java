package io.kuramori.evidence.numbers;

/// A number that was found. It holds the last digits only: what was found is not kept by the finding of it.
///
/// @param masked `*********018`
/// @param offset index in the text of its first digit
public record Found(NumberKind kind, String masked, int offset) {

    static Found of(NumberKind kind, String digits, int offset) {
        int hidden = digits.length() - kind.shown();
        return new Found(kind, "*".repeat(hidden) + digits.substring(hidden), offset);
    }
}
