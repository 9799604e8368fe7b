package io.kuramori.exchange.reading;

import java.util.Map;

/// Where the table is and which of its columns is which field.
///
/// @param columns column of the file (from 0) by the sheet's column key; fields without a column stay out
public record Mapping(Layout layout, Map<String, Integer> columns) {

    public Mapping {
        columns = Map.copyOf(columns);
    }
}
