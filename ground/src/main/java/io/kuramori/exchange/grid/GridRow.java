package io.kuramori.exchange.grid;

import java.util.List;

/// A row of a worksheet.
///
/// @param number counted from 1, as spreadsheets show it; for CSV the record's number, which is the same once it is
///     opened in a spreadsheet
/// @param cells from column A on
public record GridRow(int number, List<Cell> cells) {

    public GridRow {
        cells = List.copyOf(cells);
    }

    public Cell cell(int column) {
        return column < cells.size() ? cells.get(column) : Cell.BLANK;
    }

    public boolean blank() {
        return filled() == 0;
    }

    /// How many cells hold something.
    public long filled() {
        return cells.stream().filter(cell -> !cell.blank()).count();
    }
}
