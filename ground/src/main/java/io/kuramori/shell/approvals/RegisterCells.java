package io.kuramori.shell.approvals;

import io.kuramori.approval.Register.Line;
import io.kuramori.shell.ListColumn;
import io.kuramori.shell.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The register's cells in words, on the page and in the spreadsheet alike.
public final class RegisterCells {

    private RegisterCells() {}

    static Map<String, String> of(Page page, Line line, List<ListColumn> columns) {
        var cells = new HashMap<String, String>();
        columns.forEach(column -> cells.put(column.key(), text(page, line, column.key())));
        return cells;
    }

    /// Days as `2026-11-23`.
    public static String text(Page page, Line line, String column) {
        return switch (column) {
            case "code" -> line.code();
            case "title" -> line.title();
            case "institution" -> line.institution();
            case "status" -> page.t("approval.status." + line.status());
            case "proof" -> line.proof() == null ? "" : page.t("approval.proof." + line.proof());
            case "matter" -> matter(page, line.matter(), line.condition());
            case "article" -> text(line.article());
            case "requester" -> line.requester();
            case "submitted" -> line.submitted().toString();
            case "from" -> text(line.from());
            case "until" -> line.until().toString();
            case "original" -> text(line.original());
            case "renewals" -> String.valueOf(line.renewals());
            case "unmet" -> String.valueOf(line.unmet());
            case "confirmBy" -> text(line.confirmBy());
            default -> throw new IllegalArgumentException("no column " + column);
        };
    }

    /// An emergency decision whose confirmation is overdue.
    public static boolean overdue(Page page, Line line) {
        var by = line.confirmBy();
        return line.status().equals("provisional") && by != null && by.isBefore(page.today());
    }

    /// A matter by its name, and the row of the table that applies.
    static String matter(Page page, String matter, @Nullable String condition) {
        var key = "organization.decision." + matter;
        var name = page.has(key) ? page.t(key) : matter;
        return condition == null ? name : page.t("approval.matter.condition", name, condition);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
