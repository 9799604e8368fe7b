package io.kuramori.exchange.reading;

/// Where the table is in a file.
///
/// @param worksheet index among the visible worksheets
/// @param headerRow first row of the headings, from 1
/// @param headerRows one, or two where groups stand above
/// @param lastRow last row that belongs to the table; 0 to find its end by its look
public record Layout(int worksheet, int headerRow, int headerRows, int lastRow) {

    public Layout {
        if (worksheet < 0 || headerRow < 1 || headerRows < 1 || headerRows > 2 || lastRow < 0) {
            throw new IllegalArgumentException("no such layout");
        }
    }

    int firstDataRow() {
        return headerRow + headerRows;
    }
}
