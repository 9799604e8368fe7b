package io.kuramori.shell.evidence;

import io.kuramori.evidence.EvidenceRegister.Filter;
import io.kuramori.evidence.EvidenceRegister.Line;
import io.kuramori.evidence.EvidenceRegister.Sort;
import io.kuramori.evidence.EvidenceRegister.View;
import io.kuramori.evidence.ItemKind;
import io.kuramori.identity.Caller;
import io.kuramori.identity.InstitutionId;
import io.kuramori.shell.ListColumn;
import io.kuramori.shell.ListColumn.Order;
import io.kuramori.shell.ListQuery;
import io.kuramori.shell.ListShape;
import io.kuramori.shell.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/// What can be asked of the list of evidence, and its cells in words.
public final class EvidenceShape {

    static final ListShape SHAPE = new ListShape(
            "/evidence",
            List.of("q", "institution", "kind", "view", "covering", "mine"),
            List.of(
                    ListColumn.text("code", "evidence.code").sorted(Order.ASCENDING),
                    ListColumn.text("title", "evidence.title"),
                    ListColumn.text("kind", "evidence.kind"),
                    ListColumn.text("institution", "evidence.institution").onDemand(),
                    ListColumn.text("owner", "evidence.owner"),
                    ListColumn.day("from", "evidence.from"),
                    ListColumn.day("to", "evidence.to"),
                    ListColumn.day("collected", "evidence.collected").sorted(Order.DESCENDING),
                    ListColumn.day("received", "evidence.received").sorted(Order.DESCENDING),
                    ListColumn.text("name", "evidence.name").onDemand(),
                    ListColumn.number("size", "evidence.size").onDemand(),
                    ListColumn.text("state", "evidence.state")),
            "received");

    private EvidenceShape() {}

    static Filter filter(Caller caller, ListQuery query, LocalDate today) {
        var institution = query.read("institution", UUID::fromString);
        return new Filter(
                query.value("q"),
                institution == null ? null : new InstitutionId(institution),
                query.read("kind", ItemKind::valueOf),
                query.read("view", View::valueOf),
                query.read("covering", LocalDate::parse),
                query.has("mine", "1") ? caller : null,
                today);
    }

    static Sort sort(ListQuery query) {
        return Sort.valueOf(query.sort().key().toUpperCase(Locale.ROOT));
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
            case "kind" -> page.t("evidence.kind." + line.kind());
            case "institution" -> line.institution();
            case "owner" -> line.owner();
            case "from" -> line.from().toString();
            case "to" -> line.to().toString();
            case "collected" -> line.collected().toString();
            case "received" -> line.received().atZone(page.zone()).toLocalDate().toString();
            case "name" -> line.name();
            case "size" -> line.size() == null ? "" : line.size().toString();
            case "state" -> state(page, line);
            default -> throw new IllegalArgumentException("no column " + column);
        };
    }

    private static String state(Page page, Line line) {
        if (line.retiredOn() != null) {
            return page.t("evidence.state.retired");
        }
        return line.accepted() ? page.t("evidence.looked.ACCEPTED") : page.t("evidence.state.in-force");
    }
}
