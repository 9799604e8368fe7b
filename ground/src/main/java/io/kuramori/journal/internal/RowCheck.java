package io.kuramori.journal.internal;

import io.kuramori.engine.journal.Digests;
import io.kuramori.engine.journal.EntryV1;
import io.kuramori.engine.journal.Json;
import io.kuramori.journal.LiveCheck;
import io.kuramori.journal.internal.JournalRepository.Tracked;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// The live check as two passes over one snapshot: rows against the newest history version (in SQL), then every version
/// against the digest that its leaf committed to (in Java, streamed).
@Component
class RowCheck implements LiveCheck {

    private static final int MAX_MISMATCHES = 1_000;
    private static final HexFormat HEX = HexFormat.of();

    private final JournalRepository journal;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate snapshot;

    RowCheck(
            JournalRepository journal,
            @Qualifier("system") DataSource system,
            @Qualifier("systemTransactionManager") PlatformTransactionManager transactions) {
        this.journal = journal;
        this.jdbc = new JdbcTemplate(system);
        this.jdbc.setFetchSize(1_000);
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setReadOnly(true);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    @Override
    public Report run() {
        Report report = snapshot.execute(status -> check());
        if (report == null) {
            throw new IllegalStateException("the check always reports");
        }
        return report;
    }

    private Report check() {
        JournalRepository.Head head = journal.head();
        List<Mismatch> mismatches = new ArrayList<>();
        long rows = 0;
        long entries = 0;
        for (Tracked tracked : journal.tracked()) {
            rows += compareRows(tracked, mismatches);
            entries += compareDigests(tracked, mismatches);
        }
        return new Report(head.size(), head.epoch(), rows, entries, mismatches);
    }

    private long compareRows(Tracked tracked, List<Mismatch> mismatches) {
        jdbc.query(
                """
                /* language=sql */
                select coalesce(live.id, newest.record_id) as record,
                       case when newest.record_id is null then 'ROW_WITHOUT_ENTRY'
                            when live.id is null then 'ROW_MISSING'
                            else 'ROW_DIFFERS' end as problem
                from (select t.id, to_jsonb(t) - ?::text[] as row from %s t) live
                full join (select distinct on (record_id) record_id, row from %s
                           order by record_id, version desc) newest
                       on newest.record_id = live.id
                where live.row is distinct from newest.row
                limit ?
                """.formatted(tracked.live(), tracked.history()),
                row -> {
                    add(
                            mismatches,
                            tracked,
                            row.getObject("record", UUID.class),
                            Problem.valueOf(row.getString("problem")));
                },
                excluded(tracked),
                MAX_MISMATCHES);
        Long count = jdbc.queryForObject("select count(*) from " + tracked.live(), Long.class);
        return count == null ? 0 : count;
    }

    private long compareDigests(Tracked tracked, List<Mismatch> mismatches) {
        var entries = new LongAdder();
        jdbc.query(
                """
                /* language=sql */
                select e.*, h.row, b.digests, b.state_salt, b.state_digest, b.salts, l.leaf, l.leaf_hash
                from journal.entry e
                join journal.leaf l on l.entry_id = e.id
                join journal.body b on b.entry_id = e.id
                left join %s h on h.entry_id = e.id
                where e.kind = ?
                """.formatted(tracked.history()),
                row -> {
                    entries.increment();
                    PendingEntry entry = JournalRepository.pendingEntry(row);
                    if (stateAltered(row) || fieldsAltered(entry, row)) {
                        add(mismatches, tracked, entry.record(), Problem.HISTORY_ALTERED);
                    } else if (leafAltered(entry, row)) {
                        add(mismatches, tracked, entry.record(), Problem.LEAF_ALTERED);
                    }
                },
                tracked.kind());
        return entries.sum();
    }

    private static boolean stateAltered(ResultSet row) throws SQLException {
        String text = row.getString("row");
        byte[] salt = row.getBytes("state_salt");
        // Without a salt the state was erased: its digest stands, its value is gone by decision.
        return salt != null
                && !Arrays.equals(
                        Digests.state(salt, text == null ? Json.NULL : JsonText.parse(text)),
                        row.getBytes("state_digest"));
    }

    private static boolean fieldsAltered(PendingEntry entry, ResultSet row) throws SQLException {
        Map<String, String> digests = texts(row.getString("digests"));
        Map<String, String> salts = texts(row.getString("salts"));
        for (var field : entry.committedFields().entrySet()) {
            String salt = salts.get(field.getKey());
            if (salt == null) {
                return true;
            }
            byte[] digest = Digests.field(HEX.parseHex(salt), field.getKey(), field.getValue());
            if (!HEX.formatHex(digest).equals(digests.get(field.getKey()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean leafAltered(PendingEntry entry, ResultSet row) throws SQLException {
        byte[] kept = row.getBytes("leaf");
        var expected = new EntryV1(
                entry.kind(),
                entry.record(),
                entry.version(),
                entry.action(),
                entry.institution(),
                entry.actor(),
                entry.actorKind(),
                entry.strength(),
                entry.at(),
                texts(row.getString("digests")),
                HEX.formatHex(row.getBytes("state_digest")));
        return !Arrays.equals(expected.leaf(), kept) || !Arrays.equals(Digests.leaf(kept), row.getBytes("leaf_hash"));
    }

    private static SortedMap<String, String> texts(String jsonObject) {
        var texts = new TreeMap<String, String>();
        ((Json.Obj) JsonText.parse(jsonObject))
                .members()
                .forEach((name, value) -> texts.put(name, ((Json.Str) value).value()));
        return texts;
    }

    private static String excluded(Tracked tracked) {
        return "{" + String.join(",", tracked.excluded()) + "}";
    }

    private static void add(List<Mismatch> mismatches, Tracked tracked, UUID record, Problem problem) {
        if (mismatches.size() < MAX_MISMATCHES) {
            mismatches.add(new Mismatch(tracked.kind(), record, problem));
        }
    }
}
