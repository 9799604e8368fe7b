package io.kuramori.exchange;

import java.util.Map;
import java.util.UUID;

/// A record as it stands, written as a row of its sheet.
///
/// @param cells canonical text by column key, as {@link ColumnType} gives it; blank fields absent
public record Line(UUID id, int version, boolean retired, Map<String, String> cells) {

    public Line {
        cells = Map.copyOf(cells);
    }
}
