package io.kuramori.journal.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuramori.database.KuramoriDatabase;
import io.kuramori.journal.LiveCheck.Mismatch;
import io.kuramori.journal.LiveCheck.Problem;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What a superuser changes around the application is found and named.
@ExtendWith(KuramoriDatabase.class)
class RowCheckIT {

    private final UUID thing = UUID.randomUUID();
    private JdbcClient superuser;

    @BeforeAll
    static void createTable() {
        Things.create(KuramoriDatabase.ownerDataSource());
    }

    @BeforeEach
    void writeOne() throws SQLException {
        superuser = JdbcClient.create(KuramoriDatabase.superuser());
        superuser
                .sql("set session_replication_role = replica; truncate test.thing, test.thing_history, journal.leaf,"
                        + " journal.body, journal.pending, journal.pass, journal.entry cascade;"
                        + " update journal.head set size = 0; set session_replication_role = origin")
                .update();
        try (Connection connection = KuramoriDatabase.appDataSource().getConnection()) {
            connection.setAutoCommit(false);
            Things.settle(connection, Things.BANKER, "登録");
            Things.insert(connection, thing, "勘定系");
            Things.rename(connection, thing, "新勘定系");
            connection.commit();
        }
        Things.sequencer(KuramoriDatabase.systemDataSource()).drain();
    }

    @Test
    void isCleanWhenNothingWasTouched() {
        var report = Things.liveCheck(KuramoriDatabase.systemDataSource()).run();

        assertThat(report.clean()).isTrue();
        assertThat(report.rows()).isEqualTo(1);
        assertThat(report.entries()).isEqualTo(2);
        assertThat(report.size()).isEqualTo(2);
    }

    @Test
    void findsAChangedRow() {
        around("update test.thing set name = '偽勘定系'");

        assertFound(Problem.ROW_DIFFERS);
    }

    @Test
    void findsARemovedRow() {
        around("delete from test.thing");

        assertFound(Problem.ROW_MISSING);
    }

    @Test
    void findsARowSlippedIn() {
        around("update test.thing set id = gen_random_uuid()");

        assertThat(Things.liveCheck(KuramoriDatabase.systemDataSource()).run().mismatches())
                .extracting(Mismatch::problem)
                .containsExactlyInAnyOrder(Problem.ROW_MISSING, Problem.ROW_WITHOUT_ENTRY);
    }

    @Test
    void findsARowChangedTogetherWithItsHistory() {
        around("update test.thing set name = '偽'; update test.thing_history set row = jsonb_set(row, '{name}', '\"偽\"')"
                + " where version = 2");

        assertFound(Problem.HISTORY_ALTERED);
    }

    @Test
    void findsAnEntryWhoseReasonWasRewritten() {
        around("update journal.entry set reason = '別の理由' where version = 1");

        assertFound(Problem.HISTORY_ALTERED);
    }

    @Test
    void findsAnEntryGivenToSomeoneElse() {
        around("update journal.entry set actor_id = gen_random_uuid() where version = 2");

        assertFound(Problem.LEAF_ALTERED);
    }

    private void around(String statements) {
        superuser
                .sql("set session_replication_role = replica; " + statements
                        + "; set session_replication_role = origin")
                .update();
    }

    private void assertFound(Problem problem) {
        assertThat(Things.liveCheck(KuramoriDatabase.systemDataSource()).run().mismatches())
                .containsExactly(new Mismatch("thing", thing, problem));
    }
}
