package io.kuramori.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kuramori.database.DataFolder;
import io.kuramori.database.DatabaseProblem;
import io.kuramori.database.DatabaseProblem.Kind;
import io.kuramori.database.Migrations;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The server's life: first start, next start, what stands in its way. Its deaths are in `KillTest`.
final class EmbeddedPostgresTest {

    @TempDir
    private Path temporary;

    private DataFolder folder;

    @BeforeEach
    void holdFolder() throws IOException {
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwx--x--x"));
        folder = DataFolder.hold(temporary, Clock.systemUTC());
    }

    @AfterEach
    void freeFolder() {
        folder.close();
    }

    @Test
    void isDurableCheckedLocalAndByPasswordOnly() throws SQLException {
        try (var postgres = start(0, true)) {
            var superuser = postgres.superuser();
            try (var connection =
                    DriverManager.getConnection(postgres.server().url(), superuser.user(), superuser.password())) {
                for (var setting : new String[][] {
                    {"fsync", "on"},
                    {"full_page_writes", "on"},
                    {"synchronous_commit", "on"},
                    {"data_checksums", "on"},
                    {"password_encryption", "scram-sha-256"},
                    {"listen_addresses", "127.0.0.1"},
                    {"unix_socket_directories", ""},
                    {"server_encoding", "UTF8"}
                }) {
                    assertThat(show(connection, setting[0])).as(setting[0]).isEqualTo(setting[1]);
                }
                assertThat(query(
                                connection, "select datlocprovider::text || ' ' || datlocale from pg_database limit 1"))
                        .isEqualTo("b C.UTF-8");
                assertThat(query(connection, "select string_agg(distinct auth_method, ',') from pg_hba_file_rules"))
                        .isEqualTo("scram-sha-256");
            }
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(
                            () -> DriverManager.getConnection(postgres.server().url(), superuser.user(), "wrong"));
        }
    }

    @Test
    void keepsItsPasswordsFromOthersAndItsServerFromRoot() throws IOException {
        try (var postgres = start(0, false)) {
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(folder.resolve("database-passwords"))))
                    .isEqualTo("rw-------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("postgres"))))
                    .isEqualTo("rwx------");
            assertThat(Ownership.uid(Path.of("/proc/" + postgres.pid()))).isNotZero();
            assertThat(Files.readString(Path.of("/proc/" + postgres.pid() + "/status")))
                    .contains("NoNewPrivs:\t1");
        }
    }

    @Test
    void givesTheRolesWhatTheyMayDoAndNoMore() throws SQLException {
        try (var postgres = start(0, false);
                var connection = DriverManager.getConnection(
                        postgres.server().url(),
                        postgres.superuser().user(),
                        postgres.superuser().password())) {
            assertThat(query(connection, """
                    select string_agg(rolname || ':' || rolsuper || ',' || rolbypassrls || ',' || rolcreaterole, ' '
                                      order by rolname)
                    from pg_roles where rolname like 'kuramori%' and rolname <> 'kuramori_bootstrap'
                    """))
                    .isEqualTo("kuramori_app:false,false,false kuramori_owner:false,false,false"
                            + " kuramori_system:false,true,false");
            assertThat(query(connection, "select pg_has_role('kuramori_owner', 'kuramori_system', 'set')"))
                    .isEqualTo("t");
            assertThat(query(connection, "select pg_has_role('kuramori_owner', 'kuramori_system', 'usage')"))
                    .isEqualTo("f");
        }
    }

    @Test
    void runsWhereNobodyElseMayLook() throws IOException {
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwx------"));

        try (var first = start(0, false)) {
            Migrations.run(first.server());
        }
        // And moves to the user of its own when the folder is opened for it.
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwx--x--x"));
        try (var second = start(0, false)) {
            Migrations.run(second.server());
            assertThat(Ownership.uid(Path.of("/proc/" + second.pid()))).isNotZero();
        }
    }

    @Test
    void startsAgainWithALeftOverPidFile() throws IOException, SQLException {
        try (var first = start(0, false)) {
            assertThat(first.pid()).isPositive();
        }
        var ours = ProcessHandle.current().pid();
        Files.writeString(folder.resolve("postgres/postmaster.pid"), ours + "\n" + folder.resolve("postgres") + "\n");

        try (var second = start(0, false)) {
            assertThat(second.pid()).isNotEqualTo(ours);
        }
    }

    @Test
    void saysWhichPortIsTaken() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();

            assertThatExceptionOfType(DatabaseProblem.class)
                    .isThrownBy(() -> start(port, false))
                    .satisfies(problem -> assertThat(problem.kind()).isEqualTo(Kind.PORT_TAKEN))
                    .withMessageContaining(Integer.toString(port));
        }
    }

    @Test
    void refusesFilesOfANewerPostgres() throws IOException {
        Files.createDirectory(folder.resolve("postgres"));
        Files.writeString(folder.resolve("postgres/PG_VERSION"), "19\n");

        assertThatExceptionOfType(DatabaseProblem.class)
                .isThrownBy(() -> start(0, false))
                .satisfies(problem -> assertThat(problem.kind()).isEqualTo(Kind.NEWER_DATA));
    }

    @Test
    void refusesADatabaseOfANewerKuramori() {
        try (var postgres = start(0, false)) {
            Migrations.run(postgres.server());
            JdbcClient.create(postgres.server().ownerDataSource()).sql("""
                            insert into public.schema_history (installed_rank, version, description, type, script,
                                                               installed_by, execution_time, success)
                            values (9999, '999912312359', 'later', 'SQL', 'later.sql', 'x', 0, true)
                            """).update();

            assertThatExceptionOfType(DatabaseProblem.class)
                    .isThrownBy(() -> Migrations.run(postgres.server()))
                    .satisfies(problem -> assertThat(problem.kind()).isEqualTo(Kind.NEWER_DATA))
                    .withMessageContaining("999912312359");
        }
    }

    @Test
    void refusesASecondHolderAndSaysWhoHasIt() {
        assertThatExceptionOfType(DatabaseProblem.class)
                .isThrownBy(() -> DataFolder.hold(temporary, Clock.systemUTC()))
                .satisfies(problem -> assertThat(problem.kind()).isEqualTo(Kind.HELD))
                .withMessageContaining(Long.toString(ProcessHandle.current().pid()));
    }

    @Test
    void saysThatAFolderIsNotWritable() throws IOException {
        var file = Files.writeString(temporary.resolve("file"), "in the way");

        assertThatExceptionOfType(DatabaseProblem.class)
                .isThrownBy(() -> DataFolder.hold(file.resolve("data"), Clock.systemUTC()))
                .satisfies(problem -> assertThat(problem.kind()).isEqualTo(Kind.NOT_WRITABLE));
    }

    @Test
    void tellsAFullDiskFromOtherTrouble() {
        assertThat(DatabaseProblem.ofWriting(temporary, new IOException("x: No space left on device"))
                        .kind())
                .isEqualTo(Kind.DISK_FULL);
        assertThat(DatabaseProblem.ofWriting(temporary, new IOException("x: Input/output error"))
                        .kind())
                .isEqualTo(Kind.NOT_WRITABLE);
    }

    @Test
    void knowsWhereItRuns() {
        assertThat(Platform.of("Linux", "amd64")).isEqualTo(Platform.LINUX_X86_64);
        assertThat(Platform.of("Linux", "aarch64")).isEqualTo(Platform.LINUX_ARM_64);
        for (var other : new String[][] {{"Mac OS X", "aarch64"}, {"Windows 11", "amd64"}, {"Linux", "riscv64"}}) {
            assertThatExceptionOfType(DatabaseProblem.class)
                    .isThrownBy(() -> Platform.of(other[0], other[1]))
                    .satisfies(problem -> assertThat(problem.kind()).isEqualTo(Kind.UNSUPPORTED_PLATFORM));
        }
    }

    @ParameterizedTest
    @EnumSource
    void saysEveryProblemInBothLanguages(Kind kind) {
        var problem = new DatabaseProblem(kind, "ONE", "TWO", "THREE", "FOUR");

        assertThat(problem.messageIn(Locale.JAPAN)).contains("ONE").containsPattern("[\\p{IsHiragana}]");
        assertThat(problem.messageIn(Locale.ENGLISH)).contains("ONE").doesNotContainPattern("[\\p{IsHiragana}]");
        assertThat(problem).hasMessage(problem.messageIn(Locale.ENGLISH));
    }

    private EmbeddedPostgres start(int port, boolean durable) {
        var programs =
                Path.of(System.getProperty("java.io.tmpdir"), "kuramori-programs-" + System.getProperty("user.name"));

        return EmbeddedPostgres.start(folder, new EmbeddedPostgres.Options(port, durable, programs));
    }

    private static String show(Connection connection, String setting) throws SQLException {
        return query(connection, "select current_setting('" + setting + "')");
    }

    private static String query(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
