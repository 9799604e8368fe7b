package io.kuramori.exchange.writing;

import io.kuramori.exchange.Column;
import io.kuramori.exchange.ColumnType;
import io.kuramori.exchange.Line;
import io.kuramori.exchange.Sheet;
import io.kuramori.exchange.reading.Spelling;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// Writes a ledger as xlsx, streaming: headings with notes, frozen; drop-downs for closed sets and references.
public final class XlsxWriter {

    private static final int FLUSH = 500;
    private static final int LAST_ROW = 5_000;
    private static final int OFFERED = 2_000;

    private final List<Column> columns;
    private final Function<String, Set<String>> references;
    private final String title;
    private final Locale locale;

    /// @param title the worksheet's name, in the reader's language
    public XlsxWriter(Sheet<?> sheet, String title, Locale locale) {
        this(sheet.columns(), column -> sheet.references(column).keySet(), title, locale);
    }

    /// @param references codes that a reference column may name, by the column's key
    public XlsxWriter(List<Column> columns, Function<String, Set<String>> references, String title, Locale locale) {
        this.columns = List.copyOf(columns);
        this.references = references;
        this.title = title.replaceAll("[\\[\\]:*?/\\\\]", " ").strip();
        this.locale = locale;
    }

    /// @param lines empty for a template
    public void write(Stream<Line> lines, OutputStream out) throws IOException {
        writeRows(lines.filter(line -> !line.retired()).map(Line::cells).iterator(), out);
    }

    /// @param rows canonical text by column key; blank fields absent
    public void writeRows(Iterator<Map<String, String>> rows, OutputStream out) throws IOException {
        try (var workbook = new Workbook(out, "Kuramori", "1.0")) {
            var choices = workbook.newWorksheet("_choices");
            var page = workbook.newWorksheet(title.length() > 31 ? title.substring(0, 31) : title);
            workbook.sortWorksheets((a, b) -> a == page ? -1 : b == page ? 1 : 0);
            workbook.setActiveTab(0);
            choices.setVisibilityState(VisibilityState.HIDDEN);
            head(page, choices);
            choices.finish();
            int row = 1;
            while (rows.hasNext()) {
                line(page, row, rows.next());
                if (row++ % FLUSH == 0) {
                    page.flush();
                }
            }
            page.finish();
        }
    }

    private void head(Worksheet page, Worksheet choices) {
        for (int i = 0; i < columns.size(); i++) {
            var column = columns.get(i);
            page.value(0, i, column.heading().in(locale) + (column.required() ? "*" : ""));
            if (!column.note().in(locale).isEmpty()) {
                page.comment(0, i, column.note().in(locale));
            }
            page.width(i, column.type() instanceof ColumnType.Text ? 28 : 16);
            offer(page, choices, i, column);
        }
        page.range(0, 0, 0, columns.size() - 1)
                .style()
                .bold()
                .fillColor("E8E4DA")
                .wrapText(true)
                .set();
        page.freezePane(1, 1);
    }

    private void offer(Worksheet page, Worksheet choices, int index, Column column) {
        List<String> offered = column.type() instanceof ColumnType.Reference reference && !reference.many()
                ? references.apply(column.key()).stream()
                        .sorted()
                        .limit(OFFERED)
                        .toList()
                : Labels.offered(column, locale);
        if (offered.isEmpty()) {
            return;
        }
        for (int i = 0; i < offered.size(); i++) {
            choices.value(i, index, Spelling.neutralised(offered.get(i)));
        }
        page.range(1, index, LAST_ROW, index)
                .validateWithList(choices.range(0, index, offered.size() - 1, index))
                .allowBlank(true)
                .showErrorMessage(column.type() instanceof ColumnType.Choice);
    }

    private void line(Worksheet page, int row, Map<String, String> cells) {
        for (int i = 0; i < columns.size(); i++) {
            var column = columns.get(i);
            var value = cells.getOrDefault(column.key(), "");
            if (value.isEmpty()) {
                continue;
            }
            switch (column.type()) {
                case ColumnType.Day _ -> {
                    page.value(row, i, LocalDate.parse(value));
                    page.style(row, i).format("yyyy-mm-dd").set();
                }
                case ColumnType.Decimal _ -> page.value(row, i, new BigDecimal(value));
                case ColumnType.Text _,
                        ColumnType.Code _,
                        ColumnType.Choice _,
                        ColumnType.YesNo _,
                        ColumnType.Reference _ ->
                    page.value(row, i, Spelling.neutralised(Labels.label(column, value, locale)));
            }
        }
    }
}
