package io.kuramori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What archives of advisories may hold, and what is said of one that goes beyond it.
final class ArchiveTest {

    private static final Limits SMALL = new Limits(1 << 24, 4 << 20, 5, 2);

    @TempDir
    private Path folder = Path.of("");

    private static byte[] advisory(String id) {
        return ("{\"id\": \"" + id + "\", \"affected\": []}").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    private static Map<String, byte[]> entries(Object... namesAndContents) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        for (int i = 0; i < namesAndContents.length; i += 2) {
            entries.put((String) namesAndContents[i], (byte[]) namesAndContents[i + 1]);
        }
        return entries;
    }

    private AdvisoryFiles read(String name, byte[] content) throws IOException {
        AdvisoryFiles files = new AdvisoryFiles(SMALL, read -> {});
        files.read(Files.write(folder.resolve(name), content));
        return files;
    }

    /// What was skipped, without the folder.
    private List<String> told(AdvisoryFiles files) {
        return files.skipped().stream()
                .map(skipped -> skipped.file().replace(folder + "/", "") + ": " + skipped.reason())
                .toList();
    }

    private static List<String> ids(AdvisoryFiles files) {
        List<String> ids = new ArrayList<>();
        files.index().forEach(advisory -> ids.add(advisory.id()));
        return ids;
    }

    @Test
    void documentsAreReadAndWhatElseIsInItTold() throws IOException {
        AdvisoryFiles files = read(
                "all.zip",
                zip(entries(
                        "a/",
                        new byte[0],
                        "a/one.json",
                        advisory("T-1"),
                        "readme.txt",
                        new byte[3],
                        "two.json.gz",
                        gzip(advisory("T-2")))));
        assertThat(ids(files)).containsExactly("T-1", "T-2");
        assertThat(files.documents()).isEqualTo(2);
        assertThat(told(files))
                .containsExactly("all.zip!readme.txt: expected .json, .ndjson, .jsonl, .xml or .rdf, also .gz");
    }

    @Test
    void ofManyOtherEntriesTheNumberIsTold() throws IOException {
        AdvisoryFiles files = read(
                "all.zip",
                zip(entries("1.txt", new byte[1], "2.txt", new byte[1], "3.txt", new byte[1], "4.txt", new byte[1])));
        assertThat(told(files)).hasSize(3).last().isEqualTo("all.zip: 2 more entries of other kinds");
    }

    @Nested
    class Bounds {

        @Test
        void ofTheNumberOfEntries() throws IOException {
            Map<String, byte[]> many = new LinkedHashMap<>();
            for (int i = 1; i <= 7; i++) {
                many.put(i + ".json", advisory("T-" + i));
            }
            AdvisoryFiles files = read("many.zip", zip(many));
            assertThat(ids(files)).containsExactly("T-1", "T-2", "T-3", "T-4", "T-5");
            assertThat(told(files)).containsExactly("many.zip: expected at most 5 entries; the rest was not read");
        }

        @Test
        void ofTheWholeArchive() throws IOException {
            byte[] noise = new byte[3 << 20];
            new Random(1).nextBytes(noise);
            AdvisoryFiles files = read(
                    "large.zip",
                    zip(entries("1.json", advisory("T-1"), "2.txt", noise, "3.txt", noise, "4.json", advisory("T-4"))));
            assertThat(ids(files)).containsExactly("T-1");
            assertThat(told(files))
                    .last()
                    .isEqualTo(
                            "large.zip!3.txt: cannot be read, nor what follows in the archive: more than 4194304 bytes unpacked");
        }

        @Test
        void ofTheRatioOfAnEntry() throws IOException {
            for (String name : List.of("bomb.json", "bomb.ndjson", "bomb.txt")) {
                AdvisoryFiles files = read(
                        "bomb.zip",
                        zip(entries("1.json", advisory("T-1"), name, new byte[3 << 20], "3.json", advisory("T-3"))));
                assertThat(ids(files)).containsExactly("T-1");
                assertThat(told(files))
                        .last()
                        .isEqualTo(
                                "bomb.zip!" + name
                                        + ": cannot be read, nor what follows in the archive: more than 200 bytes unpacked from each byte");
            }
        }

        @Test
        void ofTheRatioOfAGzippedDocument() throws IOException {
            assertThat(told(read("bomb.json.gz", gzip(new byte[3 << 20]))))
                    .containsExactly("bomb.json.gz: cannot be read: more than 200 bytes unpacked from each byte");
            assertThat(told(read("bomb.zip", zip(entries("b.json.gz", gzip(new byte[3 << 20]))))))
                    .containsExactly("bomb.zip!b.json.gz: cannot be read, nor what follows in the archive: "
                            + "more than 200 bytes unpacked from each byte");
        }

        @Test
        void ofTheRatioSpareWhatAdvisoriesReach() throws IOException {
            StringBuilder lines = new StringBuilder();
            for (int i = 0; i < 30_000; i++) {
                lines.append("{\"id\": \"T-")
                        .append(i)
                        .append("\", \"affected\": [], \"summary\": \"always the same\"}\n");
            }
            byte[] packed = zip(entries("all.ndjson", lines.toString().getBytes(StandardCharsets.UTF_8)));
            assertThat(lines.length()).isGreaterThan((int) Unpacked.RATIO_FROM);
            AdvisoryFiles files = read("all.zip", packed);
            assertThat(files.count()).isEqualTo(30_000);
            assertThat(files.skipped()).isEmpty();
        }
    }

    @Nested
    class Refused {

        @Test
        void anArchiveInAnArchive() throws IOException {
            byte[] inner = zip(entries("1.json", advisory("T-1")));
            AdvisoryFiles files = read("outer.zip", zip(entries("inner.zip", inner, "2.json", advisory("T-2"))));
            assertThat(ids(files)).containsExactly("T-2");
            assertThat(told(files))
                    .containsExactly("outer.zip!inner.zip: expected a document, not an archive in an archive");
        }

        @Test
        void anArchiveUnderTheNameOfADocument() throws IOException {
            byte[] inner = zip(entries("1.json", advisory("T-1")));
            assertThat(told(read("outer.zip", zip(entries("inner.json", inner, "again.json.gz", gzip(gzip(inner)))))))
                    .containsExactly(
                            "outer.zip!inner.json: expected a document, not an archive under its name",
                            "outer.zip!again.json.gz: expected a document, not an archive under its name");
            assertThat(told(read("inner.json", inner)))
                    .containsExactly("inner.json: expected a document, not an archive under its name");
        }

        @Test
        void whatIsNoArchiveOrABrokenOne() throws IOException {
            assertThat(told(read("no.zip", new byte[10])))
                    .containsExactly("no.zip: expected a zip archive with entries");
            byte[] whole = zip(entries("1.json", advisory("T-1"), "2.json", advisory("T-2")));
            assertThat(told(read("half.zip", Arrays.copyOf(whole, 60))))
                    .singleElement()
                    .asString()
                    .startsWith("half.zip!1.json: cannot be read, nor what follows in the archive: ");
        }
    }

    /// Nothing is written, so a name that climbs leads nowhere; one with an escape sequence is printed without it.
    @Test
    void namesAreOnlyShown() throws IOException {
        Path archive = Files.write(
                folder.resolve("names.zip"),
                zip(entries(
                        "../../climb.json",
                        advisory("T-1"),
                        "/etc/climb.json",
                        advisory("T-2"),
                        "clear\u001B[2J.txt",
                        new byte[1],
                        "line\nbreak.json",
                        advisory("T-3"))));
        Path bill = Files.writeString(
                folder.resolve("bom.json"),
                "{\"bomFormat\": \"CycloneDX\", \"components\": [{\"name\": \"a\", \"purl\": \"pkg:npm/a@1\"}]}");
        Prompt run = Prompt.run(
                List.of("scan", "--sbom", bill.toString(), "--advisories", archive.toString(), "--format", "table"));
        assertThat(run.out())
                .contains("names.zip!clear\\u001b[2J.txt: expected")
                .doesNotContain("\u001B");
        assertThat(run.out()).containsPattern("Advisories +3 \\(files: 3\\)\n");
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactlyInAnyOrder(archive, bill);
        }
    }
}
