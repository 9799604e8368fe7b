package io.kuramori.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuramori.database.DataFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// `kill -9` of the JVM and of the server at random moments under concurrent writes, round after round on the same
/// data: nothing acknowledged is lost, no entry is without its row version nor the reverse, no process stays
/// behind, and the next start recovers by itself.
final class KillTest {

    private static final int MOST_WRITES_BEFORE = 400;
    private static final int WRITES_AFTER_RECOVERY = 50;
    private static final long MOST_NANOS_BEFORE = TimeUnit.MILLISECONDS.toNanos(5);
    private static final long PROCESSES_LEAVE_WITHIN = TimeUnit.SECONDS.toNanos(30);

    @TempDir
    private Path data;

    /// The newest acknowledged version of each row, over all rounds.
    private final Map<UUID, Integer> acknowledged = new HashMap<>();

    @Test
    void losesNothingInTenRounds(TestReporter reporter) throws IOException, InterruptedException {
        rounds(10, reporter);
    }

    @Test
    @Tag("full")
    void losesNothingInAHundredRounds(TestReporter reporter) throws IOException, InterruptedException {
        rounds(100, reporter);
    }

    private void rounds(int count, TestReporter reporter) throws IOException, InterruptedException {
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx--x--x"));
        long seed = Long.getLong("kuramori.seed", System.nanoTime());
        reporter.publishEntry("kuramori.seed", Long.toString(seed));
        var random = new Random(seed);
        for (int round = 0; round < count; round++) {
            var where = "round " + round + " of -Dkuramori.seed=" + seed;
            killedWriter(round, random, where);
            awaitNoProcess(where);
            verify(where);
        }
    }

    /// Even rounds kill the JVM. Odd rounds kill the server first, see it come back, and then kill the JVM.
    private void killedWriter(int round, Random random, String where) throws IOException, InterruptedException {
        var errors = data.resolve("writer-" + round + ".log");
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledWriter.class.getName(),
                        data.toString(),
                        programs().toString(),
                        Integer.toString(round))
                .redirectError(errors.toFile())
                .start();
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            var first = lines.readLine();
            assertThat(first).as("%s: %s", where, Files.readString(errors)).startsWith("pid ");
            long server = Long.parseLong(first.substring(4));

            read(lines, random.nextInt(1, MOST_WRITES_BEFORE), where);
            LockSupport.parkNanos(random.nextLong(MOST_NANOS_BEFORE));
            if (round % 2 == 1) {
                kill(server);
                // What was already on its way when the server died, and what shows that it is back.
                read(lines, MOST_WRITES_BEFORE + WRITES_AFTER_RECOVERY, where);
                LockSupport.parkNanos(random.nextLong(MOST_NANOS_BEFORE));
            }
            // Not through Process, which would close the stream and lose the last lines.
            kill(process.pid());
            while (acknowledge(lines.readLine())) {
                // To the last line that was said before the end.
            }
        }
        assertThat(process.waitFor()).as(where).isEqualTo(128 + 9);
    }

    private void read(BufferedReader lines, int count, String where) throws IOException {
        for (int i = 0; i < count; i++) {
            assertThat(acknowledge(lines.readLine()))
                    .as("%s: write %s", where, i)
                    .isTrue();
        }
    }

    /// False at the end, and for a line that the kill cut short.
    private boolean acknowledge(@Nullable String line) {
        if (line == null) {
            return false;
        }
        var part = line.split(" ", -1);
        if (part.length != 4 || part[2].length() != 36 || part[3].isEmpty()) {
            return false;
        }
        acknowledged.merge(UUID.fromString(part[2]), Integer.valueOf(part[3]), Math::max);

        return true;
    }

    private static void kill(long pid) {
        var process = ProcessHandle.of(pid).orElseThrow();
        assertThat(process.destroyForcibly()).isTrue();
        process.onExit().join();
    }

    private void awaitNoProcess(String where) throws IOException {
        long deadline = System.nanoTime() + PROCESSES_LEAVE_WITHIN;
        var cluster = data.toRealPath().resolve("postgres");
        while (!Survivors.of(cluster).isEmpty() && System.nanoTime() - deadline < 0) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        assertThat(Survivors.of(cluster)).as(where).isEmpty();
    }

    private void verify(String where) {
        try (var folder = DataFolder.hold(data, Clock.systemUTC());
                var postgres = EmbeddedPostgres.start(folder, new EmbeddedPostgres.Options(0, true, programs()))) {
            var system = postgres.server().system();
            var source = new DriverManagerDataSource(postgres.server().url(), system.user(), system.password());
            var sql = JdbcClient.create(source);
            var live = new HashMap<UUID, Integer>();
            sql.sql("select id, version from crash.thing").query(row -> {
                live.put(row.getObject(1, UUID.class), row.getInt(2));
            });

            assertThat(acknowledged).as(where).isNotEmpty();
            acknowledged.forEach((id, version) -> assertThat(live.get(id))
                    .as("%s: row %s acknowledged at version %s", where, id, version)
                    .isNotNull()
                    .isGreaterThanOrEqualTo(version));
            assertThat(sql.sql("""
                            select count(*)
                            from (select * from journal.entry where kind = 'crash.thing') e
                            full join crash.thing_history h on h.entry_id = e.id
                            where e.id is null or h.entry_id is null
                               or (e.record_id, e.version) is distinct from (h.record_id, h.version)
                            """).query(Integer.class).single())
                    .as("%s: entries without their row version, or the reverse", where)
                    .isZero();
            assertThat(sql.sql("""
                            select count(*)
                            from crash.thing t
                            full join (select record_id, max(version) as newest, count(*) as versions
                                       from crash.thing_history group by record_id) h on h.record_id = t.id
                            where t.version is distinct from h.newest or h.versions is distinct from h.newest
                            """).query(Integer.class).single())
                    .as("%s: rows that are not as their history says", where)
                    .isZero();
        }
    }

    private static Path programs() {
        return Path.of(System.getProperty("java.io.tmpdir"), "kuramori-programs-" + System.getProperty("user.name"));
    }
}
