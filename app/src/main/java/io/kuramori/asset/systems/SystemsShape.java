package io.kuramori.asset.systems;

import io.kuramori.asset.Exposure;
import io.kuramori.shell.ListColumn;
import io.kuramori.shell.ListColumn.Order;
import io.kuramori.shell.ListQuery;
import io.kuramori.shell.ListShape;
import java.util.List;
import java.util.UUID;

/// What can be asked of the ledger's list.
final class SystemsShape {

    static final ListShape SHAPE = new ListShape(
            "/systems",
            List.of("q", "institution", "kind", "importance", "exposure", "unowned", "stale", "retired"),
            List.of(
                    ListColumn.text("code", "asset.system.code").sorted(Order.ASCENDING),
                    ListColumn.text("name", "asset.system.name").sorted(Order.ASCENDING),
                    ListColumn.text("reading", "asset.system.reading").onDemand(),
                    ListColumn.text("institution", "asset.system.institution"),
                    ListColumn.text("kind", "asset.system.kind"),
                    ListColumn.text("importance", "asset.system.importance").sorted(Order.DESCENDING),
                    ListColumn.text("critical", "asset.system.critical").onDemand(),
                    ListColumn.text("exposure", "asset.system.exposure"),
                    ListColumn.text("owner", "asset.system.owner"),
                    ListColumn.text("department", "asset.system.department").onDemand(),
                    ListColumn.text("thirdParty", "asset.system.third-party"),
                    ListColumn.number("rto", "asset.list.rto").onDemand(),
                    ListColumn.number("rpo", "asset.list.rpo").onDemand(),
                    ListColumn.day("confirmed", "asset.system.confirmed").sorted(Order.ASCENDING),
                    ListColumn.text("confirmedBy", "asset.list.confirmed-by").onDemand(),
                    ListColumn.day("retired", "asset.list.retired-on").onDemand()),
            "code");

    private SystemsShape() {}

    static SystemFilter filter(ListQuery query) {
        return new SystemFilter(
                query.value("q"),
                query.read("institution", UUID::fromString),
                query.read("kind", SystemKind::of),
                query.read("importance", SystemsShape::level),
                query.read("exposure", Exposure::of),
                !query.value("unowned").isEmpty(),
                !query.value("stale").isEmpty(),
                !query.value("retired").isEmpty());
    }

    static SystemSort sort(ListQuery query) {
        return SystemSort.of(query.sort().key());
    }

    private static int level(String value) {
        return switch (value) {
            case "1", "2", "3" -> Integer.parseInt(value);
            default -> throw new IllegalArgumentException("no level " + value);
        };
    }
}
