package io.kuramori.evidence.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kuramori.database.DatabaseServer;
import io.kuramori.database.KuramoriDatabase;
import io.kuramori.evidence.Blobs;
import io.kuramori.evidence.MaintenanceCommand;
import io.kuramori.evidence.blobs.FolderStore;
import io.kuramori.journal.LiveCheck;
import io.kuramori.journal.internal.Sequencer;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(KuramoriDatabase.class)
final class BackupTest {

    private static final String PAIR = """
            select set_config('kuramori.actor', '00000000-0000-7000-8000-000000000001', true),
                   set_config('kuramori.actor_kind', 'SYSTEM', true), set_config('kuramori.strength', 'MACHINE', true),
                   set_config('kuramori.reason', 'test', true), set_config('kuramori.request', uuidv7()::text, true);
            select journal.record_batch('test.batch', null, '{"n": 1}'), journal.record_batch('test.batch', null, '{"n": 2}')
            """;

    @TempDir
    private Path folder;

    private final List<String> said = new ArrayList<>();
    private final Teller teller = new Teller(Locale.ENGLISH, said::add);
    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("backup.zip");
    }

    @Test
    void takenWhileWritersWriteComesBackWholeInANewEpoch() throws Exception {
        try (FolderStore from = FolderStore.open(folder.resolve("from"));
                FolderStore to = FolderStore.open(folder.resolve("to"))) {
            String blob = from.blobs()
                    .put(new ByteArrayInputStream("証跡".getBytes(UTF_8)), 100)
                    .sha256();
            writePair();
            AtomicBoolean enough = new AtomicBoolean();
            Thread writer = Thread.ofPlatform().start(() -> {
                while (!enough.get()) {
                    writePair();
                }
            });
            try {
                backup(from.blobs()).write(file, teller);
            } finally {
                enough.set(true);
                writer.join();
            }

            DatabaseServer target = emptyDatabase();
            try (BackupReader backup = BackupReader.open(file)) {
                new Restore(target, to.blobs()).run(backup, teller);
                assertRowsOf(backup.manifest(), target);
                assertThat(said).anyMatch(line -> line.contains(backup.fingerprint()));
            }
            try (InputStream kept = to.blobs().open(blob).orElseThrow()) {
                assertThat(kept.readAllBytes()).isEqualTo("証跡".getBytes(UTF_8));
            }
            assertThat(said).contains("Keys are not in the backup. Keep them separately.");
            assertRightsGivenBack();
            assertGoesOnClean(target);
        }
    }

    @Test
    void refusesAFileThatExists() throws Exception {
        Files.writeString(file, "mine");
        try (FolderStore from = FolderStore.open(folder.resolve("from"))) {
            assertThatThrownBy(() -> backup(from.blobs()).write(file, teller))
                    .isInstanceOfSatisfying(
                            BackupProblem.class,
                            problem -> assertThat(problem.key()).isEqualTo("evidence.backup.exists"));
        }
        assertThat(file).hasContent("mine");
    }

    @Test
    void isRefusedWhenCutOff() throws Exception {
        written();
        try (var channel = java.nio.channels.FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(Files.size(file) / 2);
        }

        assertRefused("evidence.backup.unreadable");
    }

    @Test
    void isRefusedWhenAByteIsAltered() throws Exception {
        written();
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);

        assertThatThrownBy(() -> BackupReader.open(file)).isInstanceOf(BackupProblem.class);
    }

    @Test
    void isRefusedWhenAPartIsMissingOrTheFileIsNotOurs() throws Exception {
        Manifest manifest = new Manifest(
                1,
                "2026-11-23T00:00:00Z",
                "202611230900",
                new Manifest.Journal(0, 1, null),
                List.of(new Manifest.Table("work", "job", List.of("id"), 0, Hashes.of(new byte[0]))),
                List.of(),
                List.of());
        try (BackupWriter writer = new BackupWriter(file)) {
            writer.finish(manifest);
        }
        assertRefused("evidence.backup.part-missing");

        Files.delete(file);
        assertRefused("evidence.backup.no-file");
        try (BackupWriter writer = new BackupWriter(file)) {
            writer.part("other", out -> out.write(1));
        }
        assertThatThrownBy(() -> BackupReader.open(file)).isInstanceOf(BackupProblem.class);
    }

    @Test
    void ofANewerVersionIsRefused() throws Exception {
        Manifest newer =
                new Manifest(1, "x", "209901010000", new Manifest.Journal(0, 1, null), List.of(), List.of(), List.of());
        try (BackupWriter writer = new BackupWriter(file)) {
            writer.finish(newer);
        }
        DatabaseServer target = emptyDatabase();
        try (BackupReader backup = BackupReader.open(file);
                FolderStore to = FolderStore.open(folder.resolve("to"))) {
            assertThatThrownBy(() -> new Restore(target, to.blobs()).run(backup, teller))
                    .isInstanceOfSatisfying(
                            BackupProblem.class,
                            problem -> assertThat(problem.key()).isEqualTo("evidence.restore.newer"));
        }
    }

    @Test
    void isNotRestoredOverAnything() throws Exception {
        written();
        Path data = Files.createDirectories(folder.resolve("data"));
        Files.writeString(data.resolve("something"), "kept");

        assertThat(MaintenanceCommand.run("restore", file.toString(), "--data", data.toString()))
                .hasValue(1);
        assertThat(data.resolve("something")).hasContent("kept");

        try (BackupReader backup = BackupReader.open(file);
                FolderStore to = FolderStore.open(folder.resolve("to"))) {
            DatabaseServer used = KuramoriDatabase.current().server();
            assertThatThrownBy(() -> new Restore(used, to.blobs()).run(backup, teller))
                    .isInstanceOfSatisfying(
                            BackupProblem.class,
                            problem -> assertThat(problem.key()).isEqualTo("evidence.restore.database-not-empty"));
        }
    }

    private void written() throws Exception {
        writePair();
        try (FolderStore from = FolderStore.open(folder.resolve("from"))) {
            backup(from.blobs()).write(file, teller);
        }
    }

    private void assertRefused(String key) {
        assertThatThrownBy(() -> BackupReader.open(file))
                .isInstanceOfSatisfying(
                        BackupProblem.class,
                        problem -> assertThat(problem.key()).isEqualTo(key));
    }

    private static void assertRowsOf(Manifest manifest, DatabaseServer target) throws SQLException {
        JdbcClient restored = JdbcClient.create(superuser(target));
        for (Manifest.Table table : manifest.tables()) {
            long extra = table.entry().equals("tables/journal.epoch") ? 1 : 0;
            assertThat(restored.sql("select count(*) from " + table.schema() + "." + table.name())
                            .query(Long.class)
                            .single())
                    .as(table.entry())
                    .isEqualTo(table.rows() + extra);
        }
        assertThat(restored.sql("select count(*) from journal.entry")
                        .query(Long.class)
                        .single())
                .isPositive()
                .isEven();
        assertThat(restored.sql("select note from journal.epoch where number = (select epoch from journal.head)")
                        .query(String.class)
                        .single())
                .startsWith("restored from the backup of");
        assertThat(restored.sql("select relforcerowsecurity from pg_class where oid = 'work.job'::regclass")
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(restored.sql("select nextval(pg_get_serial_sequence('journal.entry', 'id'))"
                                + " > (select max(id) from journal.entry)")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    /// What waited for its index gets one in the new epoch, and every row agrees with its newest entry.
    private static void assertGoesOnClean(DatabaseServer target) throws ClassNotFoundException {
        var system = new DriverManagerDataSource(
                target.url(), target.system().user(), target.system().password());
        try (var journal = new AnnotationConfigApplicationContext()) {
            journal.registerBean("system", DataSource.class, () -> system);
            journal.registerBean(
                    "systemTransactionManager",
                    PlatformTransactionManager.class,
                    () -> new JdbcTransactionManager(system));
            journal.registerBean(JsonMapper.class, () -> new JsonMapper());
            journal.registerBean(Clock.class, Clock::systemUTC);
            for (String part : List.of("JournalRepository", "Sequencer", "RowCheck")) {
                journal.register(Class.forName("io.kuramori.journal.internal." + part));
            }
            journal.refresh();
            journal.getBean(Sequencer.class).drain();

            LiveCheck.Report report = journal.getBean(LiveCheck.class).run();
            assertThat(report.mismatches()).isEmpty();
            assertThat(report.epoch()).isEqualTo(2);
            assertThat(report.size()).isPositive();
        }
    }

    private static void assertRightsGivenBack() {
        assertThat(JdbcClient.create(KuramoriDatabase.ownerDataSource())
                        .sql("select has_table_privilege('kuramori_system', 'public.schema_history', 'select')")
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }

    private static Backup backup(Blobs blobs) {
        return new Backup(
                KuramoriDatabase.current().server(), KuramoriDatabase.systemDataSource(), blobs, Clock.systemUTC());
    }

    private static void writePair() {
        try (Connection connection = KuramoriDatabase.ownerDataSource().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(PAIR);
            connection.commit();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static DatabaseServer emptyDatabase() throws SQLException {
        String name = "restore_" + UUID.randomUUID().toString().replace("-", "");
        try (Connection connection = KuramoriDatabase.superuser().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + " owner kuramori_owner");
            statement.execute("grant connect on database " + name + " to kuramori_app, kuramori_system");
        }
        DatabaseServer server = KuramoriDatabase.current().server();
        return server.withUrl(server.url().substring(0, server.url().lastIndexOf('/') + 1) + name);
    }

    private static DataSource superuser(DatabaseServer server) {
        return new KuramoriDatabase.Handle(
                        "restored", server, KuramoriDatabase.current().bootstrap())
                .superuser();
    }
}
