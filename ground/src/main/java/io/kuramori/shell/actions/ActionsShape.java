package io.kuramori.shell.actions;

import io.kuramori.action.ActionRegister.Filter;
import io.kuramori.action.ActionRegister.Line;
import io.kuramori.action.ActionRegister.View;
import io.kuramori.identity.InstitutionId;
import io.kuramori.shell.ListColumn;
import io.kuramori.shell.ListColumn.Order;
import io.kuramori.shell.ListQuery;
import io.kuramori.shell.ListShape;
import io.kuramori.shell.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/// What can be asked of the list of actions, and its cells in words.
public final class ActionsShape {

    static final ListShape SHAPE = new ListShape(
            "/actions",
            List.of("q", "institution", "view", "mine"),
            List.of(
                    ListColumn.text("code", "action.code").sorted(Order.ASCENDING),
                    ListColumn.text("title", "action.title"),
                    ListColumn.text("institution", "action.institution").onDemand(),
                    ListColumn.text("status", "action.state"),
                    ListColumn.text("owner", "action.owner"),
                    ListColumn.day("due", "action.due").sorted(Order.ASCENDING),
                    ListColumn.day("original", "action.original"),
                    ListColumn.number("extensions", "action.extensions"),
                    ListColumn.number("reopened", "action.reopened").onDemand(),
                    ListColumn.text("source", "action.source").onDemand()),
            "due");

    private ActionsShape() {}

    static Filter filter(ListQuery query, LocalDate today) {
        var institution = query.read("institution", UUID::fromString);
        return new Filter(
                query.value("q"),
                institution == null ? null : new InstitutionId(institution),
                query.read("view", View::valueOf),
                query.has("mine", "1"),
                today);
    }

    static boolean byCode(ListQuery query) {
        return query.sort().key().equals("code");
    }

    static Map<String, String> cells(Page page, Line line, List<ListColumn> columns) {
        var cells = new TreeMap<String, String>();
        columns.forEach(column -> cells.put(column.key(), text(page, line, column.key())));
        return cells;
    }

    /// Days as `2026-11-23`.
    public static String text(Page page, Line line, String column) {
        return switch (column) {
            case "code" -> line.code();
            case "title" -> line.title();
            case "institution" -> line.institution();
            case "status" -> page.t("action.status." + line.status());
            case "owner" -> line.owner();
            case "due" -> line.due().toString();
            case "original" -> line.original().toString();
            case "extensions" -> String.valueOf(line.extensions());
            case "reopened" -> String.valueOf(line.reopened());
            case "source" -> line.source() == null ? "" : page.kind(line.source());
            default -> throw new IllegalArgumentException("no column " + column);
        };
    }
}
