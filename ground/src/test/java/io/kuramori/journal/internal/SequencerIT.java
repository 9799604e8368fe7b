package io.kuramori.journal.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kuramori.database.KuramoriDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ExtendWith(KuramoriDatabase.class)
class SequencerIT {

    private DataSource app;
    private JdbcClient system;
    private Sequencer sequencer;

    @BeforeAll
    static void createTable() {
        Things.create(KuramoriDatabase.ownerDataSource());
    }

    @BeforeEach
    void connect() {
        app = KuramoriDatabase.appDataSource();
        system = JdbcClient.create(KuramoriDatabase.systemDataSource());
        sequencer = Things.sequencer(KuramoriDatabase.systemDataSource());
        sequencer.drain();
    }

    @Test
    void refusesAWriteWithoutActor() throws SQLException {
        try (Connection connection = app.getConnection()) {
            connection.setAutoCommit(false);
            try (var scope = connection.prepareStatement("select set_config('kuramori.scope', ?, true)")) {
                scope.setString(1, Things.BANK.value().toString());
                scope.execute();
            }

            assertThatThrownBy(() -> Things.insert(connection, UUID.randomUUID(), "勘定系"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("kuramori.actor")
                    .extracting(e -> ((SQLException) e).getSQLState())
                    .isEqualTo("KJ001");
            connection.rollback();
        }
    }

    @Test
    void refusesAVersionThatSkips() throws SQLException {
        UUID id = UUID.randomUUID();
        write("登録", connection -> Things.insert(connection, id, "勘定系"));

        assertThatThrownBy(() -> write("飛ばす", connection -> {
                    try (var update = connection.prepareStatement("update test.thing set version = 5 where id = ?")) {
                        update.setObject(1, id);
                        update.executeUpdate();
                    }
                }))
                .isInstanceOf(SQLException.class)
                .extracting(e -> ((SQLException) e).getSQLState())
                .isEqualTo("KJ002");
    }

    @Test
    void thePoolCannotWriteTheJournalItself() {
        JdbcClient pool = JdbcClient.create(app);

        for (String statement : List.of(
                "insert into journal.pending values (1)",
                "update journal.head set size = 0",
                "delete from journal.entry",
                "insert into test.thing_history (entry_id, record_id, version) values (1, gen_random_uuid(), 1)",
                "select journal.append('thing', gen_random_uuid(), 1, 'insert', null, '{}')")) {
            assertThatThrownBy(() -> pool.sql(statement).update())
                    .as(statement)
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void keepsSecretsAndDerivedColumnsOut() throws SQLException {
        UUID id = UUID.randomUUID();
        write("登録", connection -> Things.insert(connection, id, "勘定系"));

        String kept = system.sql("""
                        select e.fields::text || h.row::text from journal.entry e
                        join test.thing_history h on h.entry_id = e.id where e.record_id = :id
                        """).param("id", id).query(String.class).single();

        assertThat(kept).contains("勘定系").doesNotContain("secret").doesNotContain("search_key");
    }

    @Test
    void anEntryThatCommitsLateGetsALaterIndex() throws SQLException {
        UUID slow = UUID.randomUUID();
        UUID fast = UUID.randomUUID();
        long before = size();
        try (Connection late = app.getConnection()) {
            late.setAutoCommit(false);
            Things.settle(late, Things.BANKER, "遅い");
            Things.insert(late, slow, "先に始めた");
            write("速い", connection -> Things.insert(connection, fast, "先に終えた"));
            assertThat(sequencer.pass()).isEqualTo(1);
            Map<String, JsonNode> early = Things.asOf(system, before + 1);
            late.commit();
            assertThat(sequencer.pass()).isEqualTo(1);

            assertThat(early).containsKey(fast.toString()).doesNotContainKey(slow.toString());
            assertThat(Things.asOf(system, before + 1)).isEqualTo(early);
            assertThat(Things.asOf(system, before + 2)).containsKeys(slow.toString(), fast.toString());
        }
    }

    @Test
    void aPassThatFailsLeavesNothing() throws SQLException {
        write("登録", connection -> Things.insert(connection, UUID.randomUUID(), "勘定系"));
        long before = size();
        // A leaf that is already there at the next index makes the pass fail after it has read.
        JdbcClient superuser = JdbcClient.create(KuramoriDatabase.superuser());
        superuser.sql("""
                        with e as (insert into journal.entry (kind, record_id, version, action, actor_id, actor_kind,
                                       strength, reason, recorded_at, fields)
                                   values ('obstacle', gen_random_uuid(), 1, 'batch', gen_random_uuid(), 'SYSTEM',
                                           'MACHINE', 'test', now(), '{}') returning id)
                        insert into journal.leaf (log_index, entry_id, epoch, leaf, leaf_hash)
                        select :index, id, 1, '', decode(repeat('00', 32), 'hex') from e
                        """).param("index", before).update();

        assertThatThrownBy(sequencer::pass).isInstanceOf(RuntimeException.class);
        assertThat(size()).isEqualTo(before);
        superuser.sql("delete from journal.leaf where leaf = ''").update();
        assertThat(sequencer.pass()).isEqualTo(1);
        assertThat(size()).isEqualTo(before + 1);
    }

    @Test
    void competingSequencersNeverForkTheLog() throws Exception {
        for (int i = 0; i < 60; i++) {
            write("登録", connection -> Things.insert(connection, UUID.randomUUID(), "同時"));
        }
        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Callable<Long>> drains = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                drains.add(Things.sequencer(KuramoriDatabase.systemDataSource())::drain);
            }
            for (Future<Long> drain : threads.invokeAll(drains)) {
                drain.get();
            }
        }
        sequencer.drain();

        assertGapless();
    }

    /// Random histories by several writers whose transactions overlap, roll back and commit out of order.
    @ParameterizedTest
    @ValueSource(longs = {1, 20261123, 8071})
    void everyAsOfEqualsAReplayOfTheEntries(long seed) throws Exception {
        List<Map<String, JsonNode>> seenThen = new ArrayList<>();
        List<Long> sizesThen = new ArrayList<>();
        try (var writers = Executors.newFixedThreadPool(3)) {
            List<Future<Void>> running = new ArrayList<>();
            for (int writer = 0; writer < 3; writer++) {
                long own = seed * 31 + writer;
                running.add(writers.submit(() -> {
                    randomHistory(new Random(own));
                    return null;
                }));
            }
            while (running.stream().anyMatch(future -> !future.isDone())) {
                sequencer.pass();
                sizesThen.add(size());
                seenThen.add(Things.asOf(system, sizesThen.getLast()));
            }
            for (Future<Void> future : running) {
                future.get();
            }
        }
        sequencer.drain();

        assertGapless();
        List<Map<String, JsonNode>> replayed = Things.replay(system);
        for (int size = 0; size < replayed.size(); size++) {
            assertThat(Things.asOf(system, size))
                    .as("seed %d, size %d", seed, size)
                    .isEqualTo(replayed.get(size));
        }
        for (int i = 0; i < sizesThen.size(); i++) {
            assertThat(seenThen.get(i))
                    .as("seed %d, as seen when the size was %d", seed, sizesThen.get(i))
                    .isEqualTo(replayed.get(Math.toIntExact(sizesThen.get(i))));
        }
        assertThat(Things.liveCheck(KuramoriDatabase.systemDataSource()).run().mismatches())
                .isEmpty();
    }

    private void randomHistory(Random random) throws SQLException {
        Map<UUID, Boolean> alive = new HashMap<>();
        for (int transaction = 0; transaction < 25; transaction++) {
            Map<UUID, Boolean> after = new HashMap<>(alive);
            try (Connection connection = app.getConnection()) {
                connection.setAutoCommit(false);
                Things.settle(connection, Things.BANKER, "無作為 " + transaction);
                for (int i = random.nextInt(4); i >= 0; i--) {
                    randomChange(random, connection, after);
                }
                if (random.nextInt(5) == 0) {
                    connection.rollback();
                } else {
                    connection.commit();
                    alive = after;
                }
            }
        }
    }

    private static void randomChange(Random random, Connection connection, Map<UUID, Boolean> alive)
            throws SQLException {
        if (alive.isEmpty() || random.nextInt(3) == 0) {
            UUID id = new UUID(random.nextLong(), random.nextLong());
            Things.insert(connection, id, "名前" + random.nextInt(100));
            alive.put(id, true);
            return;
        }

        UUID id = List.copyOf(alive.keySet()).get(random.nextInt(alive.size()));
        switch (random.nextInt(4)) {
            case 0 -> {
                Things.delete(connection, id);
                alive.remove(id);
            }
            case 1 -> Things.rename(connection, id, null);
            default -> Things.rename(connection, id, "改名" + random.nextInt(100));
        }
    }

    private void assertGapless() {
        assertThat(system.sql("select log_index from journal.leaf order by log_index")
                        .query(Long.class)
                        .list())
                .containsExactlyElementsOf(LongStream.range(0, size()).boxed().toList());
        assertThat(system.sql("select count(*) from journal.pending")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private long size() {
        return system.sql("select size from journal.head").query(Long.class).single();
    }

    interface Work {
        void on(Connection connection) throws SQLException;
    }

    private void write(String reason, Work work) throws SQLException {
        try (Connection connection = app.getConnection()) {
            connection.setAutoCommit(false);
            try {
                Things.settle(connection, Things.BANKER, reason);
                work.on(connection);
                connection.commit();
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            }
        }
    }
}
