package io.kuramori.evidence.looking;

/// Columns as spreadsheets name them.
final class Columns {

    private Columns() {}

    /// `A` for 0, `AA` for 26.
    static String letters(int index) {
        var letters = new StringBuilder();
        for (int left = index; left >= 0; left = left / 26 - 1) {
            letters.insert(0, (char) ('A' + left % 26));
        }
        return letters.toString();
    }
}
