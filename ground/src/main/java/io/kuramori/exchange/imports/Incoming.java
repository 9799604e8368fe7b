package io.kuramori.exchange.imports;

import io.kuramori.exchange.reading.Spelling;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A row of the file whose cells could all be read.
///
/// @param cells canonical text of the mapped columns; blank cells are empty
record Incoming(int row, Map<String, String> cells) {

    /// The value by which a row's or a record's columns `key` are compared; null when one is blank.
    static @Nullable String key(List<String> columns, Map<String, String> cells) {
        if (columns.stream().anyMatch(column -> cells.getOrDefault(column, "").isEmpty())) {
            return null;
        }
        return columns.stream()
                .map(column -> Spelling.word(cells.getOrDefault(column, "")))
                .collect(Collectors.joining("\u001f", String.join(",", columns) + "\u001e", ""));
    }
}
