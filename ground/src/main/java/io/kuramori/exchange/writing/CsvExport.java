package io.kuramori.exchange.writing;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.kuramori.exchange.Column;
import io.kuramori.exchange.ColumnType;
import io.kuramori.exchange.Line;
import io.kuramori.exchange.Sheet;
import io.kuramori.exchange.reading.Spelling;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Stream;

/// Writes a ledger as CSV: UTF-8 with a mark, so that Excel reads it right, and CRLF (RFC 4180).
public final class CsvExport {

    private final Sheet<?> sheet;
    private final Locale locale;

    public CsvExport(Sheet<?> sheet, Locale locale) {
        this.sheet = sheet;
        this.locale = locale;
    }

    public void write(Stream<Line> lines, OutputStream out) throws IOException {
        var text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write('\uFEFF');
        try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            csv.writeRecord(sheet.columns().stream()
                    .map(column -> column.heading().in(locale))
                    .toList());
            lines.filter(line -> !line.retired())
                    .forEach(line -> csv.writeRecord(sheet.columns().stream()
                            .map(column -> cell(column, line.cells().getOrDefault(column.key(), "")))
                            .toList()));
        }
    }

    private String cell(Column column, String value) {
        // A number is no formula, whatever its sign.
        return column.type() instanceof ColumnType.Decimal
                ? value
                : Spelling.neutralised(Labels.label(column, value, locale));
    }
}
