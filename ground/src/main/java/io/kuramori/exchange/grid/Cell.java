package io.kuramori.exchange.grid;

/// What stands in a cell.
///
/// @param kind how the file marks it
/// @param text the text; a number in plain form; a date as `2026-11-23`; `true` or `false`; the error as Excel shows it
public record Cell(Kind kind, String text) {

    public static final Cell BLANK = new Cell(Kind.BLANK, "");

    /// How the file marks a cell. CSV knows text only.
    public enum Kind {
        BLANK,
        TEXT,
        NUMBER,
        DATE,
        TRUTH,
        /// An error value, or a formula without its result.
        ERROR
    }

    public boolean blank() {
        return kind == Kind.BLANK;
    }

    static Cell text(String text) {
        return text.isBlank() ? BLANK : new Cell(Kind.TEXT, text);
    }

    /// A cell's name as spreadsheets have it: column 2, row 12 → `C12`.
    public static String name(int column, int row) {
        return letters(column) + row;
    }

    /// Column 0 → `A`, 26 → `AA`.
    public static String letters(int column) {
        var name = new StringBuilder();
        for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
            name.insert(0, (char) ('A' + rest % 26));
        }
        return name.toString();
    }
}
