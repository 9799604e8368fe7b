package io.kuramori.journal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Turns a day into the journal size at its end. With that size, `<schema>.<table>_at(size)` is the table of that day.
@Component
public final class AsOf {

    private final JdbcClient jdbc;

    AsOf(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The size at the local midnight that ends `day`: the last pass strictly before it; 0 before the first.
    public JournalSize endOf(LocalDate day, ZoneId zone) {
        return before(day.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /// The size of the last pass strictly before an instant; 0 before the first.
    public JournalSize before(Instant instant) {
        long size = jdbc.sql("""
                        /* language=sql */
                        select coalesce(max(size), 0) from journal.pass where at < :at
                        """)
                .param("at", java.sql.Timestamp.from(instant))
                .query(Long.class)
                .single();
        return new JournalSize(size);
    }

    /// The size now, entries that still wait for their index not counted.
    public JournalSize now() {
        return new JournalSize(
                jdbc.sql("select size from journal.head").query(Long.class).single());
    }
}
