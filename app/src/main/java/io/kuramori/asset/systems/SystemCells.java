package io.kuramori.asset.systems;

import io.kuramori.shell.ListColumn;
import io.kuramori.shell.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A line's cells in words: what the page shows, for a spreadsheet.
public final class SystemCells {

    private SystemCells() {}

    /// @return words by column key, blanks absent
    static Map<String, String> of(Page page, SystemLine line, List<ListColumn> columns) {
        var cells = new HashMap<String, String>();
        for (ListColumn column : columns) {
            String text = text(page, line, column.key());
            if (!text.isEmpty()) {
                cells.put(column.key(), text);
            }
        }
        return cells;
    }

    /// One cell; days as `2026-11-23`.
    public static String text(Page page, SystemLine line, String column) {
        return switch (column) {
            case "code" -> line.code();
            case "name" -> line.name();
            case "reading" -> text(line.reading());
            case "institution" -> line.institutionName();
            case "kind" -> page.t("asset.system.kind." + line.kind().code());
            case "importance" -> page.t("asset.level." + line.importance());
            case "critical" -> page.t(line.critical() ? "asset.yes" : "asset.no");
            case "exposure" -> page.t("asset.exposure." + line.exposure().code());
            case "owner" -> text(line.ownerPost());
            case "department" -> text(line.department());
            case "thirdParty" -> text(line.thirdParty());
            case "rto" -> text(line.rtoMinutes());
            case "rpo" -> text(line.rpoMinutes());
            case "confirmed" -> text(line.confirmedOn());
            case "confirmedBy" -> text(line.confirmedBy());
            case "retired" -> text(line.retiredOn());
            default -> throw new IllegalArgumentException("no column " + column);
        };
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
