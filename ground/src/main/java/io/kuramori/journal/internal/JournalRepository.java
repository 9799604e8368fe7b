package io.kuramori.journal.internal;

import io.kuramori.engine.journal.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The journal's own tables, as kuramori_system sees them.
@Repository
class JournalRepository {

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final JsonMapper json;

    JournalRepository(@Qualifier("system") DataSource system, JsonMapper json) {
        this.batch = new JdbcTemplate(system);
        this.jdbc = JdbcClient.create(batch);
        this.json = json;
    }

    record Head(long size, int epoch) {}

    /// The head, held until the transaction ends; empty when another replica holds it.
    Optional<Head> holdHead() {
        return jdbc.sql("select size, epoch from journal.head for update skip locked")
                .query((row, n) -> new Head(row.getLong(1), row.getInt(2)))
                .optional();
    }

    Head head() {
        return jdbc.sql("select size, epoch from journal.head")
                .query((row, n) -> new Head(row.getLong(1), row.getInt(2)))
                .single();
    }

    /// Moves the head, if nobody else did.
    ///
    /// @return whether it still stood where `from` says
    boolean moveHead(Head from, long size) {
        return jdbc.sql("""
                        /* language=sql */
                        update journal.head set size = :size where size = :old and epoch = :epoch
                        """)
                        .param("size", size)
                        .param("old", from.size())
                        .param("epoch", from.epoch())
                        .update()
                == 1;
    }

    List<PendingEntry> pending(int limit) {
        return jdbc.sql("""
                        /* language=sql */
                        select e.* from journal.pending p join journal.entry e on e.id = p.entry_id
                        order by p.entry_id limit :limit
                        """)
                .param("limit", limit)
                .query((row, n) -> pendingEntry(row))
                .list();
    }

    /// The whole state after each entry; entries of batches have none.
    Map<Long, Json> states(List<PendingEntry> entries) {
        Map<String, List<Long>> byKind = new HashMap<>();
        for (PendingEntry entry : entries) {
            if (!entry.action().equals("batch")) {
                byKind.computeIfAbsent(entry.kind(), kind -> new ArrayList<>()).add(entry.id());
            }
        }
        Map<Long, Json> states = new HashMap<>();
        byKind.forEach((kind, ids) -> jdbc.sql(
                        "select entry_id, row from %s where entry_id = any (:ids)".formatted(historyOf(kind)))
                .param("ids", ids.toArray(Long[]::new))
                .query(row -> {
                    String text = row.getString(2);
                    states.put(row.getLong(1), text == null ? Json.NULL : JsonText.parse(text));
                }));
        return states;
    }

    record Tracked(String kind, String schema, String table, List<String> excluded) {

        String live() {
            return schema + "." + table;
        }

        String history() {
            return live() + "_history";
        }
    }

    List<Tracked> tracked() {
        return jdbc.sql("select kind, table_schema, table_name, excluded from journal.tracked order by kind")
                .query((row, n) -> new Tracked(row.getString(1), row.getString(2), row.getString(3), List.of((String[])
                        row.getArray(4).getArray())))
                .list();
    }

    void insert(long firstIndex, int epoch, List<PendingEntry> entries, List<Commitment> commitments) {
        List<Object[]> leaves = new ArrayList<>(entries.size());
        List<Object[]> bodies = new ArrayList<>(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            Commitment made = commitments.get(i);
            long entry = entries.get(i).id();
            leaves.add(new Object[] {firstIndex + i, entry, epoch, made.leaf, made.leafHash});
            bodies.add(new Object[] {
                entry,
                json.writeValueAsString(made.salts),
                json.writeValueAsString(made.digests),
                made.stateSalt,
                made.stateDigest
            });
        }
        batch.batchUpdate("""
                /* language=sql */
                insert into journal.leaf (log_index, entry_id, epoch, leaf, leaf_hash) values (?, ?, ?, ?, ?)
                """, leaves);
        batch.batchUpdate("""
                /* language=sql */
                insert into journal.body (entry_id, salts, digests, state_salt, state_digest)
                values (?, ?::jsonb, ?::jsonb, ?, ?)
                """, bodies);
    }

    void removePending(List<PendingEntry> entries) {
        Long[] ids = entries.stream().map(PendingEntry::id).toArray(Long[]::new);
        jdbc.sql("delete from journal.pending where entry_id = any (:ids)")
                .param("ids", ids)
                .update();
    }

    void insertPass(long size, Instant at, int epoch) {
        jdbc.sql("insert into journal.pass (size, at, epoch) values (:size, :at, :epoch)")
                .param("size", size)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("epoch", epoch)
                .update();
    }

    private String historyOf(String kind) {
        return jdbc.sql(
                        "select table_schema || '.' || table_name || '_history' from journal.tracked where kind = :kind")
                .param("kind", kind)
                .query(String.class)
                .single();
    }

    static PendingEntry pendingEntry(ResultSet row) throws SQLException {
        return new PendingEntry(
                row.getLong("id"),
                Optional.ofNullable(row.getObject("institution_id", UUID.class)),
                row.getString("kind"),
                row.getObject("record_id", UUID.class),
                row.getInt("version"),
                row.getString("action"),
                row.getObject("actor_id", UUID.class),
                row.getString("actor_kind"),
                row.getString("strength"),
                row.getString("reason"),
                row.getString("request_id"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                (Json.Obj) JsonText.parse(row.getString("fields")));
    }
}
