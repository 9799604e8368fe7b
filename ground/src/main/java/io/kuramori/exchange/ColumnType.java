package io.kuramori.exchange;

import java.math.BigDecimal;
import java.util.List;

/// What a cell of a column may hold, and how its canonical text looks: the form in which cells are compared and handed
/// to the ledger.
public sealed interface ColumnType {

    /// Free text. Half-width kana become full-width, outer space is cut, line ends become `\n`.
    record Text(int maxLength, boolean multiline) implements ColumnType {}

    /// A code: NFKC, no space.
    record Code(int maxLength) implements ColumnType {}

    /// A day; canonical `2026-11-23`.
    record Day() implements ColumnType {}

    /// A number; canonical without grouping or trailing zeros.
    ///
    /// @param decimals digits allowed after the point; 0 for whole numbers
    record Decimal(BigDecimal least, BigDecimal most, int decimals) implements ColumnType {}

    /// One of a closed set, or several of it; canonical is the option's value, several joined by `;`.
    record Choice(List<Option> options, boolean many) implements ColumnType {
        public Choice {
            options = List.copyOf(options);
        }
    }

    /// Yes or no; canonical `true` or `false`.
    record YesNo() implements ColumnType {}

    /// A record named by its code (or by its name, when only one has it); canonical is the code, several joined by `;`.
    ///
    /// @param self whether codes that the same file brings are good too
    record Reference(boolean self, boolean many) implements ColumnType {}
}
