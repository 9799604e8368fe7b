package io.kuramori.journal;

import io.kuramori.journal.Change.FieldChange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What happened to a record: who, when, why, before → after. Sees what the caller's scope sees.
@Component
public final class History {

    /// A record with more versions than this shows the newest ones.
    public static final int MAX_VERSIONS = 500;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    History(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// Changes of one record, the newest first.
    ///
    /// @param kind the record kind, as its migration registered it
    public List<Change> of(String kind, UUID record) {
        return jdbc.sql("""
                        /* language=sql */
                        select table_schema, table_name from journal.tracked where kind = :kind
                        """)
                .param("kind", kind)
                .query((row, n) -> "%s.%s_history".formatted(row.getString(1), row.getString(2)))
                .optional()
                .map(history -> versions(history, record))
                .orElseThrow(() -> new IllegalArgumentException("no tracked record kind " + kind));
    }

    /// The table's name comes from journal.tracked, never from a request.
    private List<Change> versions(String history, UUID record) {
        return jdbc.sql("""
                        /* language=sql */
                        select l.log_index, e.record_id, e.version, e.action, e.actor_id, e.actor_kind, e.strength,
                               e.reason, e.recorded_at, h.row as after,
                               lag(h.row) over (order by h.version) as before
                        from %s h
                        join journal.entry e on e.id = h.entry_id
                        left join journal.leaf l on l.entry_id = h.entry_id
                        where h.record_id = :record
                        order by h.version desc
                        limit :limit
                        """.formatted(history))
                .param("record", record)
                .param("limit", MAX_VERSIONS)
                .query((row, n) -> change(row))
                .list();
    }

    private Change change(ResultSet row) throws SQLException {
        return new Change(
                Optional.ofNullable(row.getObject("log_index", Long.class)),
                row.getObject("record_id", UUID.class),
                row.getInt("version"),
                row.getString("action"),
                new Actor(
                        row.getObject("actor_id", UUID.class),
                        Actor.Kind.valueOf(row.getString("actor_kind")),
                        Actor.Strength.valueOf(row.getString("strength"))),
                row.getString("reason"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                differences(row.getString("before"), row.getString("after")));
    }

    private List<FieldChange> differences(@Nullable String before, @Nullable String after) {
        JsonNode old = before == null ? json.createObjectNode() : json.readTree(before);
        JsonNode now = after == null ? json.createObjectNode() : json.readTree(after);
        var names = new TreeSet<String>();
        names.addAll(old.propertyNames());
        names.addAll(now.propertyNames());
        List<FieldChange> changes = new ArrayList<>();
        for (String name : names) {
            Optional<String> from = text(old.get(name));
            Optional<String> to = text(now.get(name));
            if (!name.equals("version") && !from.equals(to)) {
                changes.add(new FieldChange(name, from, to));
            }
        }
        return changes;
    }

    private static Optional<String> text(@Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            return Optional.empty();
        }
        return Optional.of(value.isString() ? value.stringValue() : value.toString());
    }
}
