package io.kuramori.exchange.imports;

import io.kuramori.exchange.LocatedProblem;
import io.kuramori.exchange.grid.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Collects what is wrong with one worksheet; keeps the first ones, counts all.
final class Problems {

    private static final int VALUE = 80;

    private final String file;
    private final String sheet;
    private final Map<String, Integer> columns;
    private final Map<Integer, String> headings;
    private final List<LocatedProblem> first = new ArrayList<>();
    private int count;

    /// @param columns column of the file by the sheet's column key
    Problems(String file, String sheet, Map<String, Integer> columns, Map<Integer, String> headings) {
        this.file = file;
        this.sheet = sheet;
        this.columns = columns;
        this.headings = headings;
    }

    /// @param column the sheet's column key; one that the file does not have names the whole row
    void add(int row, String column, String value, String message, List<String> args, @Nullable String suggestion) {
        var place = columns.get(column);
        add(new LocatedProblem(
                file,
                sheet,
                place == null ? String.valueOf(row) : Cell.name(place, row),
                place == null ? "" : headings.getOrDefault(place, ""),
                value.length() > VALUE ? value.substring(0, VALUE) + "…" : value,
                message,
                args,
                suggestion));
    }

    void add(LocatedProblem problem) {
        count++;
        if (first.size() < Plan.SHOWN) {
            first.add(problem);
        }
    }

    List<LocatedProblem> first() {
        return first;
    }

    int count() {
        return count;
    }
}
