package io.kuramori.evidence.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kuramori.database.KuramoriDatabase;
import io.kuramori.evidence.Blobs;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Files come in whole or not at all, also when the process is killed; and large ones take no memory.
@ExtendWith(KuramoriDatabase.class)
class IntakeTest {

    private static boolean furnished;

    @TempDir
    Path folder;

    private Path store;

    @BeforeEach
    void furnish() throws ReflectiveOperationException, IOException {
        store = folder.resolve("store");
        if (!furnished) {
            try (var house = house(Clock.systemUTC())) {
                house.furnish();
            }
            furnished = true;
        }
    }

    @Test
    void aKilledUploadLeavesNoRowAndItsFileIsSweptAfterADay() throws Exception {
        var file = Files.writeString(folder.resolve("a.txt"), "点検の記録 1\n");
        var process = process("stop", "64m", file);
        try (var said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(said.readLine()).startsWith("written ");
            process.destroyForcibly();
            assertThat(process.waitFor()).isEqualTo(128 + 9);
        }
        try (var house = house(Clock.systemUTC())) {
            assertThat(rows(house)).isZero();
            assertThat(blobs(house)).hasSize(1);
            house.bean(Sweep.class).run();
            assertThat(blobs(house)).as("young ones stay").hasSize(1);
        }
        try (var house = house(Clock.offset(Clock.systemUTC(), Duration.ofHours(25)))) {
            house.bean(Sweep.class).run();
            assertThat(blobs(house)).isEmpty();
            assertThat(arrivals(house)).isZero();
        }
    }

    @Test
    void whatAnItemKeepsIsNotSweptWithABrokenUploadOfTheSameBytes() throws Exception {
        var file = Files.writeString(folder.resolve("b.txt"), "点検の記録 2\n");
        try (var house = house(Clock.systemUTC())) {
            assertThat(receive(house, file)).isInstanceOf(Received.Kept.class);
            var sha256 = blobs(house).getFirst();
            house.write(jdbc -> jdbc.sql("""
                            insert into evidence.arrival (id, institution_id, sha256, at)
                            values (uuidv7(), :bank, :sha256, now() - interval '3 days')""")
                    .param("bank", EvidenceHouse.BANK.value())
                    .param("sha256", sha256)
                    .update());
            house.bean(Sweep.class).run();
            assertThat(blobs(house)).containsExactly(sha256);
            assertThat(arrivals(house)).isZero();
        }
    }

    @Test
    void aFileThatIsSweptBetweenItsWritingAndItsRowGetsNoRow() throws Exception {
        var file = Files.writeString(folder.resolve("c.txt"), "点検の記録 3\n");
        try (var house =
                new EvidenceHouse(KuramoriDatabase.appDataSource(), store, Clock.systemUTC(), Vanishing::new)) {
            long before = rows(house);
            assertThatThrownBy(() -> receive(house, file)).hasMessageContaining("is not there");
            assertThat(rows(house)).isEqualTo(before);
        }
    }

    @Test
    void custodyIsOnlyAddedTo() throws Exception {
        var file = Files.writeString(folder.resolve("d.txt"), "点検の記録 4\n");
        try (var house = house(Clock.systemUTC())) {
            receive(house, file);
            for (var change : List.of("update evidence.custody set why = 'x'", "delete from evidence.custody")) {
                assertThatThrownBy(() -> house.write(jdbc -> jdbc.sql(change).update()))
                        .hasStackTraceContaining("permission denied");
            }
            assertThatThrownBy(() -> house.write(
                            jdbc -> jdbc.sql("update evidence.item set version = version + 1, sha256 = repeat('0', 64)")
                                    .update()))
                    .hasStackTraceContaining("what evidence is does not change");
        }
    }

    /// Hash, sniffing, search for numbers, writing: 1 GB of text in a heap of 96 MB.
    @Test
    @Tag("full")
    void aGigabyteTakesNoMemory() throws Exception {
        var file = folder.resolve("large.txt");
        var line = "2026-11-25 10:15:00 INFO 10.0.0.1 転送 1234567 件 req=0f8fad5bd9cb469fa165\n"
                .getBytes(StandardCharsets.UTF_8);
        try (var out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            for (long size = 0; size < 1L << 30; size += line.length) {
                out.write(line);
            }
        }
        var process = process("whole", "96m", file);
        try (var said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(said.readLine()).startsWith("Kept[");
        }
        assertThat(process.waitFor()).isZero();
    }

    private Process process(String mode, String heap, Path file) throws IOException {
        var server = KuramoriDatabase.current().server();
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx" + heap,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        TakingIn.class.getName(),
                        mode,
                        server.url(),
                        server.app().password(),
                        store.toString(),
                        file.toString(),
                        file.getFileName().toString())
                .redirectError(folder.resolve("errors").toFile())
                .start();
    }

    private EvidenceHouse house(Clock clock) throws ReflectiveOperationException, IOException {
        return new EvidenceHouse(KuramoriDatabase.appDataSource(), store, clock, blobs -> blobs);
    }

    private static Received receive(EvidenceHouse house, Path file) throws IOException {
        return house.bean(Intake.class)
                .receive(
                        house.caller(),
                        EvidenceHouse.draft("証跡"),
                        file,
                        file.getFileName().toString(),
                        null);
    }

    private static List<String> blobs(EvidenceHouse house) throws IOException {
        try (var all = house.bean(Blobs.class).list()) {
            return all.map(Blobs.BlobRef::sha256).toList();
        }
    }

    private static long rows(EvidenceHouse house) {
        return count(house, "evidence.item");
    }

    private static long arrivals(EvidenceHouse house) {
        return count(house, "evidence.arrival");
    }

    private static long count(EvidenceHouse house, String table) {
        var count = new long[1];
        house.write(jdbc -> count[0] =
                jdbc.sql("select count(*) from " + table).query(Long.class).single());
        return count[0];
    }
}
