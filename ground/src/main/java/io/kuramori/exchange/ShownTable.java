package io.kuramori.exchange;

import io.kuramori.exchange.writing.XlsxWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// A table as a page shows it, as xlsx. Not meant to come back, unlike a {@link Sheet}: no keys, no drop-downs.
public final class ShownTable {

    private ShownTable() {}

    /// Streams the rows; values that a spreadsheet would run are neutralised.
    ///
    /// @param title the worksheet's name
    /// @param rows canonical text by column key, as {@link ColumnType} gives it; blank fields absent
    public static void write(
            String title, Locale locale, List<Column> columns, Stream<Map<String, String>> rows, OutputStream out)
            throws IOException {
        new XlsxWriter(columns, column -> Set.of(), title, locale).writeRows(rows.iterator(), out);
    }
}
