package io.kuramori.organization.internal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Collects the cells of a line; what is null or blank leaves its cell out.
final class SheetCells {

    private final Map<String, String> cells = new HashMap<>();

    SheetCells with(String column, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            cells.put(column, value);
        }
        return this;
    }

    SheetCells with(String column, @Nullable LocalDate day) {
        return with(column, day == null ? null : day.toString());
    }

    Map<String, String> all() {
        return cells;
    }
}
