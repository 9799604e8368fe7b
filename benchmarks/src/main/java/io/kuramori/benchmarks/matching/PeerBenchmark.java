package io.kuramori.benchmarks.matching;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;

/// OWASP dependency-check and `scan`, one after the other, over the same generated feed in NVD's format and the same
/// components: as jars for the one, as a bill of materials for the other. Whole processes, with their peak memory.
public final class PeerBenchmark {

    private static final int FIRST_YEAR = 2002;
    private static final int COMPONENTS = 200;

    private final Path folder;
    private final int cves;
    private final long seed;
    private final List<String> scan;
    private final List<String> peer;

    /// @param scan the command line's process, to which `index` or `scan` and their arguments are added
    /// @param peer the process of dependency-check, to which feed, data folder and folder of jars are added
    public PeerBenchmark(Path folder, int cves, long seed, List<String> scan, List<String> peer) {
        this.folder = folder;
        this.cves = cves;
        this.seed = seed;
        this.scan = List.copyOf(scan);
        this.peer = List.copyOf(peer);
    }

    /// What a process took.
    private record Ran(double seconds, long peakMegabytes, int code, String out) {}

    public void run() throws IOException, InterruptedException {
        Path feed = Files.createDirectories(folder.resolve("feed"));
        feed(feed);
        Path jars = Files.createDirectories(folder.resolve("jars"));
        Path bill = components(jars);
        Path snapshot = folder.resolve("feed.snapshot");

        Ran index = process(scan, "index", "--advisories", feed.toString(), "--out", snapshot.toString());
        tell("Kuramori, feed → snapshot", index);
        Ran matched = process(
                scan, "scan", "--sbom", bill.toString(), "--advisories", snapshot.toString(), "--format", "json");
        tell("Kuramori, scan over the snapshot", matched);
        Matcher matches = Pattern.compile("\"advisory\":").matcher(matched.out);
        MatchingBenchmark.row("Kuramori, findings", "%,d", matches.results().count());

        Ran other =
                process(peer, feed.toUri().toString(), folder.resolve("peer").toString(), jars.toString());
        tell("dependency-check, all", other);
        other.out
                .lines()
                .filter(line -> line.startsWith("import") || line.startsWith("analysis"))
                .forEach(line -> MatchingBenchmark.row("dependency-check", "%s", line));
    }

    private static void tell(String what, Ran ran) {
        MatchingBenchmark.row(what, "%.1f s, peak %,d MB, exit %d", ran.seconds, ran.peakMegabytes, ran.code);
        if (ran.code != 0) {
            ran.out.lines().limit(12).forEach(System.err::println);
        }
    }

    /// A file for each year, as NVD and its mirrors serve them, and the properties that name them.
    private void feed(Path feed) throws IOException {
        List<String> all = new Corpus(seed, cves * 100 / Shape.NVD.weight).of(Shape.NVD);
        int years = java.time.Year.now(java.time.ZoneOffset.UTC).getValue() - FIRST_YEAR + 1;
        StringBuilder properties = new StringBuilder("prefix=nvdcve-\n");
        for (int i = 0; i <= years; i++) {
            String name = i == years ? "modified" : String.valueOf(FIRST_YEAR + i);
            int from = i == years ? 0 : (int) ((long) all.size() * i / years);
            int to = i == years ? 0 : (int) ((long) all.size() * (i + 1) / years);
            properties.append("lastModifiedDate.").append(name).append("=2026-05-04T03\\:02\\:01Z\n");
            try (Writer json = new OutputStreamWriter(
                    new GZIPOutputStream(Files.newOutputStream(feed.resolve("nvdcve-" + name + ".json.gz"))),
                    StandardCharsets.UTF_8)) {
                json.write("{\"resultsPerPage\":" + (to - from) + ",\"startIndex\":0,\"totalResults\":" + (to - from)
                        + ",\"format\":\"NVD_CVE\",\"version\":\"2.0\",\"timestamp\":\"2026-05-04T03:02:01.000\","
                        + "\"vulnerabilities\":[");
                for (int k = from; k < to; k++) {
                    String document = all.get(k);
                    json.write(k == from ? "" : ",");
                    json.write(
                            document,
                            "{\"vulnerabilities\":[".length(),
                            document.length() - "{\"vulnerabilities\":[]}".length());
                }
                json.write("]}");
            }
        }
        Files.writeString(feed.resolve("cache.properties"), properties);
    }

    /// Jars that say what they are in their manifest, and a bill of materials of the same.
    private Path components(Path jars) throws IOException {
        Random random = new Random(seed);
        List<String> parts = new ArrayList<>();
        int names = Corpus.names(Shape.NVD, cves * 100 / Shape.NVD.weight);
        for (int i = 0; i < COMPONENTS; i++) {
            int name = random.nextInt(names);
            String version = Names.version(random, Shape.NVD);
            try (JarOutputStream jar = new JarOutputStream(
                    Files.newOutputStream(jars.resolve(Names.of(name) + "-" + i + "-" + version + ".jar")))) {
                jar.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
                jar.write(("Manifest-Version: 1.0\r\nImplementation-Title: " + Names.of(name)
                                + "\r\nImplementation-Vendor: " + Fleet.vendor(name) + "\r\nImplementation-Version: "
                                + version + "\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
                jar.closeEntry();
                jar.putNextEntry(new ZipEntry(
                        "META-INF/maven/" + Fleet.vendor(name) + "/" + Names.of(name) + "/pom.properties"));
                jar.write(("groupId=" + Fleet.vendor(name) + "\nartifactId=" + Names.of(name) + "\nversion=" + version)
                        .getBytes(StandardCharsets.UTF_8));
                jar.closeEntry();
            }
            parts.add("{\"type\":\"library\",\"name\":\"" + Names.of(name) + "\",\"version\":\"" + version
                    + "\",\"cpe\":\"" + Fleet.cpe(name, version).replace("\\", "\\\\") + "\"}");
        }
        return Files.writeString(
                folder.resolve("bill.json"),
                "{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.6\",\"components\":[" + String.join(",", parts)
                        + "]}");
    }

    private Ran process(List<String> command, String... arguments) throws IOException, InterruptedException {
        List<String> whole = new ArrayList<>(command);
        whole.addAll(List.of(arguments));
        Path out = folder.resolve("out");
        long began = System.nanoTime();
        Process process = new ProcessBuilder(whole)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        long peak = 0;
        while (!process.waitFor(20, TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, peak(process.pid()));
        }
        return new Ran((System.nanoTime() - began) / 1e9, peak >> 10, process.exitValue(), Files.readString(out));
    }

    /// The most memory the process has held so far, in kilobytes; 0 once it is gone.
    private static long peak(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException gone) {
            return 0;
        }
    }
}
