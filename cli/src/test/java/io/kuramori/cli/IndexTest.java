package io.kuramori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class IndexTest {

    private static final String BILL = """
            {"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [
             {"name": "vault", "purl": "pkg:npm/vault@1.2.0"},
             {"name": "gate", "cpe": "cpe:2.3:a:acme:gate:1.5:*:*:*:*:*:*:*"},
             {"name": "night", "cpe": "cpe:2.3:o:acme:night:2.0:*:*:*:*:*:*:*"}]}
            """;

    @TempDir
    private Path folder = Path.of("");

    private String write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    private static String osv(String id, String fixed) {
        return "{\"id\": \"" + id + "\", \"affected\": [{\"package\": {\"ecosystem\": \"npm\", \"name\": \"vault\"},"
                + " \"ranges\": [{\"type\": \"SEMVER\", \"events\": [{\"introduced\": \"0\"}, {\"fixed\": \"" + fixed
                + "\"}]}]}]}\n";
    }

    private Prompt scan(String... advisories) throws IOException {
        List<String> args = new java.util.ArrayList<>(
                List.of("scan", "--sbom", write("bom.json", BILL), "--format", "json", "--advisories"));
        args.addAll(List.of(advisories));
        return Prompt.run(args);
    }

    private Prompt index(String out, String... advisories) {
        List<String> args = new java.util.ArrayList<>(List.of("index", "--out", out, "--advisories"));
        args.addAll(List.of(advisories));
        return Prompt.run(args);
    }

    @Test
    void aScanOfTheSnapshotSaysWhatAScanOfTheFilesSays() throws IOException {
        String advisories = write("a.ndjson", osv("T-1", "1.3.0") + osv("T-2", "1.1.0") + osv("T-3", "2.0.0"));
        String snapshot = folder.resolve("all.snapshot").toString();
        Prompt made = index(snapshot, advisories);
        assertThat(made.code()).isZero();
        assertThat(made.out()).contains("all.snapshot: advisories: 3");
        Prompt scanned = scan(snapshot);
        assertThat(scanned.out()).contains("T-1", "T-3").doesNotContain("T-2");
        assertThat(scanned.out()).isEqualTo(scan(advisories).out());
    }

    @Test
    void filesBesideASnapshotStandAboveIt() throws IOException {
        String snapshot = folder.resolve("old.snapshot").toString();
        index(snapshot, write("a.json", osv("T-1", "1.3.0")), write("b.json", osv("T-2", "1.3.0")));
        String newer = write("c.json", osv("T-1", "1.1.0"));
        assertThat(scan(snapshot, newer).out()).contains("T-2").doesNotContain("T-1");
        String both = folder.resolve("new.snapshot").toString();
        assertThat(index(both, snapshot, newer).out()).contains("advisories: 2");
        assertThat(scan(both).out()).contains("T-2").doesNotContain("T-1");
    }

    @Test
    void tellsWhatItCouldNotReadAndKeepsTheRest() throws IOException {
        String snapshot = folder.resolve("all.snapshot").toString();
        Prompt made = index(snapshot, write("a.ndjson", osv("T-1", "1.3.0") + "{\"id\": 7}\n"));
        assertThat(made.code()).isEqualTo(3);
        assertThat(made.err()).contains("a.ndjson", "line 2");
        assertThat(scan(snapshot).out()).contains("T-1");
    }

    @Test
    void writesNothingWhenThereIsNothing() throws IOException {
        Path snapshot = folder.resolve("none.snapshot");
        assertThat(index(snapshot.toString(), write("a.json", "{")).code()).isEqualTo(2);
        assertThat(snapshot).doesNotExist();
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactly("a.json");
        }
    }

    @Test
    void aDamagedSnapshotIsTold() throws IOException {
        Path snapshot = folder.resolve("all.snapshot");
        index(snapshot.toString(), write("a.json", osv("T-1", "1.3.0")));
        byte[] whole = Files.readAllBytes(snapshot);
        Files.write(snapshot, java.util.Arrays.copyOf(whole, whole.length - 9));
        Prompt scanned = scan(snapshot.toString());
        assertThat(scanned.code()).isEqualTo(2);
        assertThat(scanned.out()).contains("expected a whole snapshot");
    }

    @Test
    void aChangedByteIsToldAndNothingIsFoundInIt() throws IOException {
        Path snapshot = folder.resolve("all.snapshot");
        index(snapshot.toString(), write("a.json", osv("T-1", "1.3.0")));
        byte[] changed = Files.readAllBytes(snapshot);
        changed[40]++;
        Files.write(snapshot, changed);
        Prompt scanned = scan(snapshot.toString());
        assertThat(scanned.code()).isEqualTo(2);
        assertThat(scanned.out()).contains("its sum is another").doesNotContain("T-1\"");
    }

    /// "Runs on": the platform stands in the same bill of materials.
    @Test
    void aConfigurationIsLookedForInTheWholeBill() throws IOException {
        String nvd = """
                {"vulnerabilities": [{"cve": {"id": "CVE-2099-1", "configurations": [{"operator": "AND", "nodes": [
                 {"operator": "OR", "negate": false, "cpeMatch": [
                  {"vulnerable": true, "criteria": "cpe:2.3:a:acme:gate:1.5:*:*:*:*:*:*:*"}]},
                 {"operator": "OR", "negate": false, "cpeMatch": [
                  {"vulnerable": false, "criteria": "cpe:2.3:o:acme:%s:*:*:*:*:*:*:*:*"}]}]}]}}]}
                """;
        assertThat(scan(write("n.json", nvd.formatted("night"))).out()).contains("\"status\":\"affected\"");
        assertThat(scan(write("n.json", nvd.formatted("moat"))).out()).doesNotContain("CVE-2099-1");
    }
}
