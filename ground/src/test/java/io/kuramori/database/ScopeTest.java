package io.kuramori.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The institution boundary as the database itself keeps it.
@ExtendWith(KuramoriDatabase.class)
final class ScopeTest {

    private static final String OURS = "01890000-0000-7000-8000-000000000001";
    private static final String THEIRS = "01890000-0000-7000-8000-000000000002";

    @BeforeAll
    static void createGuardedTable() throws SQLException {
        run(KuramoriDatabase.ownerDataSource(), """
                create schema guarded;
                grant usage on schema guarded to kuramori_app, kuramori_system;
                create table guarded.thing (id uuid primary key, institution_id uuid);
                call kuramori.guard('guarded.thing')
                """);
        try (var system = KuramoriDatabase.systemDataSource().getConnection()) {
            insert(system, OURS);
            insert(system, THEIRS);
            insert(system, null);
        }
    }

    @Test
    void seesNothingWithoutScope() throws SQLException {
        try (var connection = KuramoriDatabase.appDataSource().getConnection()) {
            assertThat(count(connection)).isZero();
        }
    }

    @Test
    void seesNothingWithAnEmptyScope() throws SQLException {
        try (var connection = KuramoriDatabase.scoped(KuramoriDatabase.appDataSource(), "")) {
            assertThat(count(connection)).isZero();
        }
    }

    @Test
    void seesItsInstitutionsAndWhatBelongsToTheGroup() throws SQLException {
        try (var one = KuramoriDatabase.scoped(KuramoriDatabase.appDataSource(), OURS);
                var both = KuramoriDatabase.scoped(KuramoriDatabase.appDataSource(), OURS + "," + THEIRS)) {
            assertThat(count(one)).isEqualTo(2);
            assertThat(count(both)).isEqualTo(3);
        }
    }

    @Test
    void bindsTheOwnerOfTheTableToo() throws SQLException {
        try (var connection = KuramoriDatabase.ownerDataSource().getConnection()) {
            assertThat(count(connection)).isZero();
        }
    }

    @Test
    void doesNotBindTheSystem() throws SQLException {
        try (var connection = KuramoriDatabase.systemDataSource().getConnection()) {
            assertThat(count(connection)).isEqualTo(3);
        }
    }

    @Test
    void refusesARowOfAnotherInstitution() throws SQLException {
        try (var connection = KuramoriDatabase.scoped(KuramoriDatabase.appDataSource(), OURS)) {
            assertThatThrownBy(() -> insert(connection, THEIRS))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("row-level security");
        }
    }

    @Test
    void doesNotLetTheApplicationDeleteTurnOffOrBecome() throws SQLException {
        for (String sql : new String[] {
            "delete from guarded.thing",
            "truncate guarded.thing",
            "alter table guarded.thing disable row level security",
            "drop table guarded.thing",
            "create table guarded.mine (id int)",
            "create schema mine",
            "create table public.mine (id int)",
            "set role kuramori_system",
            "set session_replication_role = replica"
        }) {
            assertThatThrownBy(() -> run(KuramoriDatabase.appDataSource(), sql))
                    .as(sql)
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void leavesTheSystemNoRightToCreateAfterMigrations() {
        assertThatThrownBy(() -> run(KuramoriDatabase.systemDataSource(), "create table kuramori.mine (id int)"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
    }

    private static void insert(Connection connection, @Nullable String institution) throws SQLException {
        try (var statement = connection.prepareStatement("insert into guarded.thing values (?, ?::uuid)")) {
            statement.setObject(1, UUID.randomUUID());
            statement.setString(2, institution);
            statement.execute();
        }
    }

    private static int count(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from guarded.thing")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static void run(DataSource source, String sql) throws SQLException {
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
