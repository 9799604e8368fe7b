package io.kuramori.exchange.reading;

import io.kuramori.exchange.Column;
import io.kuramori.exchange.grid.GridFile;
import io.kuramori.exchange.grid.GridRow;
import io.kuramori.exchange.grid.Unreadable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds the row of headings: the one, among the first rows of every worksheet, in which most of the ledger's columns
/// are recognised; two rows together where that recognises more.
public final class TableFinder {

    private static final int ROWS = 80;

    private final GridFile file;
    private final List<Column> columns;

    public TableFinder(GridFile file, List<Column> columns) {
        this.file = file;
        this.columns = columns;
    }

    /// The best table; without any known heading, the first row that looks like headings; empty in an empty file.
    public Optional<Table> find() throws Unreadable {
        @Nullable Table best = null;
        @Nullable Table fallback = null;
        for (int worksheet = 0; worksheet < file.worksheets().size(); worksheet++) {
            var rows = firstRows(worksheet);
            for (int i = 0; i < rows.size(); i++) {
                for (int height = 1; height <= 2; height++) {
                    var table = table(rows, i, new Layout(worksheet, rows.get(i).number(), height, 0));
                    if (table != null && table.proposed().size() > score(best)) {
                        best = table;
                    }
                    if (fallback == null
                            && height == 1
                            && table != null
                            && table.headings().size() > 1) {
                        fallback = table;
                    }
                }
            }
        }
        return Optional.ofNullable(best != null ? best : fallback);
    }

    /// The table at a place that a person named.
    public Optional<Table> at(Layout layout) throws Unreadable {
        if (layout.worksheet() >= file.worksheets().size()) {
            return Optional.empty();
        }
        var rows = new ArrayList<GridRow>();
        file.read(layout.worksheet(), row -> {
            if (row.number() >= layout.headerRow()) {
                rows.add(row);
            }
            return row.number() < layout.headerRow() + layout.headerRows() - 1;
        });
        return rows.isEmpty() || rows.getFirst().number() != layout.headerRow()
                ? Optional.empty()
                : Optional.ofNullable(table(rows, 0, layout));
    }

    private @Nullable Table table(List<GridRow> rows, int index, Layout layout) {
        var top = rows.get(index);
        if (layout.headerRows() == 1) {
            return table(layout, Heading.of(top));
        }
        if (index + 1 >= rows.size() || rows.get(index + 1).number() != top.number() + 1) {
            return null;
        }
        return table(layout, Heading.of(top, rows.get(index + 1)));
    }

    private @Nullable Table table(Layout layout, List<Heading> headings) {
        Map<String, Integer> proposed = Heading.match(headings, columns);
        return headings.isEmpty() ? null : new Table(layout, headings, proposed);
    }

    private List<GridRow> firstRows(int worksheet) throws Unreadable {
        var rows = new ArrayList<GridRow>();
        file.read(worksheet, row -> {
            if (!row.blank()) {
                rows.add(row);
            }
            return rows.size() < ROWS;
        });
        return rows;
    }

    private static int score(@Nullable Table table) {
        return table == null ? 0 : table.proposed().size();
    }
}
