package io.kuramori.exchange;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One row of a sheet, checked against the columns' types: canonical text by column key, blank cells absent. Where a
/// file brings only some columns of a record that exists, the others hold the record's present values.
public record Row(Map<String, String> cells) {

    public Row {
        cells = Map.copyOf(cells);
    }

    public @Nullable String text(String column) {
        return cells.get(column);
    }

    /// The value of a mandatory column.
    public String required(String column) {
        var value = cells.get(column);
        if (value == null) {
            throw new IllegalStateException("column " + column + " is not mandatory in its sheet");
        }
        return value;
    }

    public @Nullable LocalDate date(String column) {
        var value = cells.get(column);
        return value == null ? null : LocalDate.parse(value);
    }

    public @Nullable BigDecimal number(String column) {
        var value = cells.get(column);
        return value == null ? null : new BigDecimal(value);
    }

    public @Nullable Integer integer(String column) {
        var value = cells.get(column);
        return value == null ? null : Integer.valueOf(value);
    }

    /// Yes; a blank cell is no.
    public boolean yes(String column) {
        return "true".equals(cells.get(column));
    }

    /// The values of a column that holds several.
    public List<String> list(String column) {
        var value = cells.get(column);
        return value == null ? List.of() : List.of(value.split(";", -1));
    }
}
