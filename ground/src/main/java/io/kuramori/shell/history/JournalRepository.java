package io.kuramori.shell.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads entries with the names of who made them. Row-level security leaves the caller's institutions.
@Repository("journalPageRepository")
class JournalRepository {

    static final int PAGE = 50;

    private final JdbcClient jdbc;

    JournalRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The newest first, one more than a page to tell whether there is a next one.
    List<JournalLine> find(JournalFilter filter, ZoneId zone) {
        return jdbc.sql("""
                        /* language=sql */
                        select e.id, l.log_index, e.recorded_at, e.kind, e.record_id, e.version, e.action,
                               coalesce(a.name, e.actor_id::text) as actor, e.strength, e.reason, e.fields::text
                        from journal.entry e
                        left join journal.leaf l on l.entry_id = e.id
                        left join identity.face_account a on a.id = e.actor_id
                        where (cast(:kind as text) = '' or e.kind = :kind)
                          and (cast(:actor as text) = '' or position(:actor in a.name) > 0)
                          and (cast(:reason as text) = '' or position(:reason in e.reason) > 0)
                          and (cast(:record as uuid) is null or e.record_id = :record)
                          and (cast(:from as timestamptz) is null or e.recorded_at >= :from and e.recorded_at < :until)
                          and (cast(:before as bigint) is null or e.id < :before)
                        order by e.id desc
                        limit :limit
                        """)
                .param("kind", filter.kind())
                .param("actor", filter.actor())
                .param("reason", filter.reason())
                .param("record", uuid(filter.record()))
                .param("from", start(filter, zone, 0))
                .param("until", start(filter, zone, 1))
                .param("before", filter.before())
                .param("limit", PAGE + 1)
                .query((row, n) -> line(row))
                .list();
    }

    List<String> kinds() {
        return jdbc.sql("select kind from journal.tracked order by kind")
                .query((row, n) -> row.getString(1))
                .list();
    }

    /// Length of the log now, and its epoch.
    Standing standing() {
        return jdbc.sql("""
                        /* language=sql */
                        select h.size, h.epoch, (select max(at) from journal.pass) as at from journal.head h
                        """)
                .query((row, n) -> new Standing(
                        row.getLong("size"),
                        row.getInt("epoch"),
                        Optional.ofNullable(row.getObject("at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)))
                .single();
    }

    private static @Nullable OffsetDateTime start(JournalFilter filter, ZoneId zone, int daysLater) {
        return filter.day() == null
                ? null
                : filter.day()
                        .plusDays(daysLater)
                        .atStartOfDay(zone)
                        .toInstant()
                        .atOffset(ZoneOffset.UTC);
    }

    /// What is no id finds nothing, rather than everything.
    private static @Nullable UUID uuid(String text) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return new UUID(0, 0);
        }
    }

    private static JournalLine line(ResultSet row) throws SQLException {
        return new JournalLine(
                row.getLong("id"),
                row.getObject("log_index", Long.class),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("kind"),
                row.getString("record_id"),
                row.getInt("version"),
                row.getString("action"),
                row.getString("actor"),
                row.getString("strength"),
                row.getString("reason"),
                row.getString("fields"));
    }
}
