package io.kuramori.exchange.grid;

import io.kuramori.exchange.grid.XlsxParts.Range;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Gives every cell of a merged range the value of its first one, row by row.
final class Merges {

    private final ArrayDeque<Range> ahead;
    private final List<Open> open = new ArrayList<>();

    Merges(List<Range> ranges) {
        var sorted = new ArrayList<>(ranges);
        sorted.sort(Comparator.comparingInt(Range::firstRow));
        ahead = new ArrayDeque<>(sorted);
    }

    GridRow fill(GridRow row) {
        open.removeIf(merge -> merge.range().lastRow() < row.number());
        while (!ahead.isEmpty() && ahead.peek().firstRow() <= row.number()) {
            var range = ahead.remove();
            // A range whose first row the file leaves out has nothing to give.
            if (range.firstRow() == row.number()) {
                open.add(new Open(range, row.cell(range.firstColumn())));
            }
        }
        return open.isEmpty() ? row : filled(row);
    }

    private GridRow filled(GridRow row) {
        var cells = new ArrayList<>(row.cells());
        for (var merge : open) {
            int last = Math.min(merge.range().lastColumn(), Limits.COLUMNS - 1);
            for (int i = merge.range().firstColumn();
                    i <= last && !merge.value().blank();
                    i++) {
                while (cells.size() <= i) {
                    cells.add(Cell.BLANK);
                }
                if (cells.get(i).blank()) {
                    cells.set(i, merge.value());
                }
            }
        }
        return new GridRow(row.number(), cells);
    }

    private record Open(Range range, Cell value) {}
}
