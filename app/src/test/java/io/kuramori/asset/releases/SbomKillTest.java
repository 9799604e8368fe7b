package io.kuramori.asset.releases;

import static io.kuramori.asset.RoomsContext.BANK;
import static org.assertj.core.api.Assertions.assertThat;

import io.kuramori.KuramoriApplication;
import io.kuramori.Machine;
import io.kuramori.Waiting;
import io.kuramori.asset.ReleaseId;
import io.kuramori.asset.RoomsContext;
import io.kuramori.database.KuramoriDatabase;
import io.kuramori.identity.ApiPermission;
import io.kuramori.identity.Caller;
import io.kuramori.identity.Transactions;
import io.kuramori.journal.Actor;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// `kill -9` between 202 and taking in: whatever was answered with a receipt is taken in by the next process.
@ExtendWith(KuramoriDatabase.class)
class SbomKillTest {

    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)/setup");
    private static final int RELEASES = 4;
    private static final int BILLS = 16;
    private static final int PARTS = 1_500;

    @TempDir
    private Path data;

    @Test
    void whatWasAcceptedIsTakenInAfterTheKill() throws IOException, InterruptedException {
        try (var rooms = new RoomsContext()) {
            var given = new Given(rooms);
            var sender = RoomsContext.caller("登録", BANK);
            var releases = new ArrayList<ReleaseId>();
            for (int i = 0; i < RELEASES; i++) {
                releases.add(given.release(sender, BANK.value(), "software" + i, "1"));
            }
            var last = new HashMap<ReleaseId, Integer>();

            var first = start();
            var machine = machine(rooms, first.port());
            for (int i = 0; i < BILLS; i++) {
                var release = releases.get(i % RELEASES);
                var answer = machine.post("/api/v1/releases/" + release.value() + "/sbom", bill(i));
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
                last.put(release, i);
            }
            first.process().destroyForcibly().waitFor();
            assertThat(count(rooms, "state = 'queued'"))
                    .as("killed before all was done")
                    .isPositive();
            assertThat(count(rooms, "true")).isEqualTo(BILLS);

            var second = start();
            try {
                Waiting.until(() -> count(rooms, "state = 'queued'") == 0 ? true : null);
            } finally {
                second.process().destroyForcibly().waitFor();
            }
            assertThat(count(rooms, "state = 'failed'")).isZero();
            for (Map.Entry<ReleaseId, Integer> end : last.entrySet()) {
                assertThat(parts(rooms, end.getKey()))
                        .hasSize(PARTS)
                        .allMatch(name -> name.startsWith("part-" + end.getValue() + "-"));
            }
        }
    }

    /// The whole application in a process of its own, on the database of this test.
    private Running start() throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                KuramoriApplication.class.getName(),
                "--server.port=0",
                "--kuramori.work.threads=1",
                "--kuramori.work.heartbeat=1s",
                "--kuramori.data=" + data));
        KuramoriDatabase.current().properties().forEach((key, value) -> command.add("--" + key + "=" + value));
        var process = new ProcessBuilder(command)
                .redirectError(data.resolveSibling(data.getFileName() + ".err").toFile())
                .start();
        var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            var port = ADDRESS.matcher(line);
            if (port.find()) {
                // What it says afterwards is read too, or it would stand still.
                Thread.ofVirtual().start(() -> lines.lines().forEach(_ -> {}));
                return new Running(process, Integer.parseInt(Objects.requireNonNull(port.group(1))));
            }
        }
        throw new AssertionError(
                "did not start: " + Files.readString(data.resolveSibling(data.getFileName() + ".err")));
    }

    private static Machine machine(RoomsContext rooms, int port) {
        Consumer<Consumer<JdbcClient>> write = work -> rooms.bean(Transactions.class)
                .write(new Caller(Actor.KURAMORI, "蔵守", Set.of(BANK)), "key", () -> {
                    work.accept(rooms.bean(JdbcClient.class));
                    return true;
                });
        return Machine.of(path -> "http://127.0.0.1:" + port + path, write, "夜間ビルド", BANK, ApiPermission.SBOM_SEND);
    }

    private static String bill(int number) {
        var components = new ArrayList<String>();
        for (int i = 0; i < PARTS; i++) {
            components.add("{\"name\":\"part-%d-%d\",\"version\":\"1\"}".formatted(number, i));
        }
        return "{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.6\",\"components\":[%s]}"
                .formatted(String.join(",", components));
    }

    private static int count(RoomsContext rooms, String condition) {
        return Objects.requireNonNull(rooms.bean(Transactions.class)
                .read(
                        RoomsContext.caller("確認", BANK),
                        () -> rooms.bean(JdbcClient.class)
                                .sql("select count(*) from asset.sbom_ticket where " + condition)
                                .query(Integer.class)
                                .single()));
    }

    private static List<String> parts(RoomsContext rooms, ReleaseId release) {
        return rooms.bean(Transactions.class)
                .read(
                        RoomsContext.caller("確認", BANK),
                        () -> rooms.bean(JdbcClient.class)
                                .sql("""
                                select c.name from asset.release_component rc
                                join asset.component c on c.id = rc.component_id where rc.release_id = :release
                                """)
                                .param("release", release.value())
                                .query((row, n) -> row.getString("name"))
                                .list());
    }

    private record Running(Process process, int port) {}
}
