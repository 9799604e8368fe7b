package io.kuramori.benchmarks.matching;

import io.kuramori.engine.matching.Advisory;
import io.kuramori.engine.matching.AdvisoryIndex;
import io.kuramori.engine.matching.AdvisoryIndexWriter;
import io.kuramori.engine.matching.AdvisoryReader;
import io.kuramori.engine.matching.AdvisoryResult;
import io.kuramori.engine.matching.Component;
import io.kuramori.engine.matching.ComponentIndex;
import io.kuramori.engine.matching.Finding;
import io.kuramori.engine.matching.Found;
import io.kuramori.engine.matching.Matcher;
import io.kuramori.engine.matching.cve.CveReader;
import io.kuramori.engine.matching.nvd.NvdReader;
import io.kuramori.engine.matching.osv.OsvReader;
import io.kuramori.engine.matching.osv.OsvResult;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/// The index over 300,000 generated advisories and the real ones at hand: built from JSON, opened, asked both ways.
/// Prints a table in Markdown; asserts nothing.
public final class MatchingBenchmark {

    private static final Map<String, String> REAL = Map.of(
            "golang+vulndb", "osv",
            "pypa+advisory-database", "osv",
            "rustsec+advisory-db", "osv",
            "bitnami+vulndb", "osv",
            "AlmaLinux+osv-database", "osv",
            "osv-mixed", "osv",
            "cisagov+vulnrichment", "cve",
            "cisagov+vulnrichment-bulk", "cve");

    private final Path folder;
    private final int advisories;
    private final int rows;
    private final int reverse;
    private final long seed;
    private final List<String> scan;

    /// @param folder holds the corpus afterwards
    /// @param advisories generated
    /// @param rows of components matched at once
    /// @param reverse rows of components in the index of components
    /// @param scan the command line's process, to which `scan` and its arguments are added; empty for none
    public MatchingBenchmark(Path folder, int advisories, int rows, int reverse, long seed, List<String> scan) {
        this.folder = folder;
        this.advisories = advisories;
        this.rows = rows;
        this.reverse = reverse;
        this.seed = seed;
        this.scan = List.copyOf(scan);
    }

    public void run() throws IOException, InterruptedException {
        List<Path> files = corpus();
        long bytes = 0;
        for (Path file : files) {
            bytes += Files.size(file);
        }
        row("Corpus", "%,d files, %,d MB of JSON (gzip counted as it lies)", files.size(), bytes >> 20);
        Path snapshot = folder.resolve("advisories.snapshot");
        build(files, snapshot);
        AdvisoryIndex index = open(snapshot);
        bulk(index);
        bill(index);
        cold(snapshot);
        Bandwidth.print(snapshot);
        backward(index);
    }

    /// The generated corpus, one file a shape, and the real files that are at hand.
    private List<Path> corpus() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Shape shape : Shape.values()) {
            Path file = folder.resolve(shape.name().toLowerCase(Locale.ROOT) + ".ndjson");
            if (!Files.exists(file)) {
                Files.write(file, new Corpus(seed, advisories).of(shape));
            }
            files.add(file);
        }
        String named = System.getenv("KURAMORI_CONFORMANCE_DATA");
        Path real = Path.of(named == null ? "../shared/data" : named).resolve("vuln");
        for (String source : REAL.keySet().stream().sorted().toList()) {
            if (Files.isDirectory(real.resolve(source))) {
                try (Stream<Path> found = Files.list(real.resolve(source))) {
                    found.filter(file -> file.toString().contains(".ndjson")).forEach(files::add);
                }
            }
        }
        return files;
    }

    private static AdvisoryReader reader(Path file) {
        String name = file.getFileName().toString();
        Path folder = file.toAbsolutePath().getParent();
        String source = folder == null ? "" : REAL.getOrDefault(String.valueOf(folder.getFileName()), "generated");
        if (name.startsWith("nvd")) {
            return new NvdReader("nvd");
        }
        if (name.startsWith("cve") || source.equals("cve")) {
            return new CveReader("cve");
        }
        OsvReader osv = new OsvReader("osv");
        return (document, into) -> {
            try {
                into.accept(
                        switch (osv.read(document.readAllBytes())) {
                            case OsvResult.Accepted(Advisory advisory) -> new AdvisoryResult.Accepted(advisory);
                            case OsvResult.Rejected(String pointer, int line, int column, String reason) ->
                                new AdvisoryResult.Rejected(pointer, line, column, reason);
                        });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    private static BufferedReader lines(Path file) throws IOException {
        var bytes = Files.newInputStream(file);
        return new BufferedReader(
                new InputStreamReader(
                        file.toString().endsWith(".gz") ? new GZIPInputStream(bytes, 1 << 16) : bytes,
                        StandardCharsets.UTF_8),
                1 << 16);
    }

    /// From the files to a snapshot on the disk, in a JVM that has read nothing yet.
    private void build(List<Path> files, Path snapshot) throws IOException {
        long began = System.nanoTime();
        AtomicInteger refused = new AtomicInteger();
        int size;
        try (FileChannel channel = FileChannel.open(
                snapshot, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            AdvisoryIndexWriter writer = new AdvisoryIndexWriter(channel);
            for (Path file : files) {
                AdvisoryReader reader = reader(file);
                try (BufferedReader lines = lines(file)) {
                    lines.lines()
                            .parallel()
                            .filter(line -> !line.isBlank())
                            .forEach(line -> add(reader, line, writer, refused));
                }
            }
            size = writer.size();
            writer.finish();
        }
        row("Index built from JSON", "%.1f s, %,d advisories, %d refused", seconds(began), size, refused.get());
        row("Snapshot", "%,d MB", Files.size(snapshot) >> 20);
    }

    private static void add(AdvisoryReader reader, String line, AdvisoryIndexWriter writer, AtomicInteger refused) {
        for (AdvisoryResult result : reader.read(line.getBytes(StandardCharsets.UTF_8))) {
            switch (result) {
                case AdvisoryResult.Accepted(Advisory advisory) -> {
                    try {
                        writer.add(advisory);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }
                case AdvisoryResult.Rejected ignored -> refused.incrementAndGet();
            }
        }
    }

    private AdvisoryIndex open(Path snapshot) throws IOException {
        long before = used();
        long began = System.nanoTime();
        AdvisoryIndex index;
        try (FileChannel channel = FileChannel.open(snapshot)) {
            ByteBuffer mapped = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), Arena.ofAuto())
                    .asByteBuffer();
            index = AdvisoryIndex.open(mapped);
        }
        row(
                "Snapshot opened",
                "%.1f ms, %,d advisories, %.1f MB of heap",
                seconds(began) * 1000,
                index.size(),
                (used() - before) / 1e6);
        return index;
    }

    private void bulk(AdvisoryIndex index) {
        Fleet fleet = new Fleet(seed + 1, advisories);
        List<Component> distinct = fleet.distinct(rows / 10);
        List<Component> all = fleet.rows(distinct, rows);
        Matcher matcher = new Matcher(index);
        for (int round = 0; round < 4; round++) {
            long before = used();
            long began = System.nanoTime();
            List<Found> found = matcher.find(all);
            double seconds = seconds(began);
            long findings = 0;
            long undecided = 0;
            for (Found one : found) {
                if (one instanceof Found.Evaluated(Component component, List<Finding> list)) {
                    findings += list.size();
                    undecided +=
                            list.stream().filter(finding -> !finding.affected()).count();
                }
            }
            row(
                    round == 0 ? "Components matched, cold" : "Components matched, again",
                    "%.2f s, %,d rows (%,d distinct), %,d findings in rows, %,d of them undecided, heap kept %.0f MB",
                    seconds,
                    all.size(),
                    distinct.size(),
                    findings,
                    undecided,
                    (used() - before) / 1e6);
        }
        long began = System.nanoTime();
        long words = matcher.find(distinct).parallelStream()
                .mapToLong(one -> one instanceof Found.Evaluated(Component component, List<Finding> list)
                        ? list.stream()
                                .mapToLong(finding ->
                                        finding.answer().match().fixed().size() + 1)
                                .sum()
                        : 0)
                .sum();
        row("The distinct ones with every answer in full", "%.2f s (%,d)", seconds(began), words);
    }

    private void bill(AdvisoryIndex index) {
        Fleet fleet = new Fleet(seed + 2, advisories);
        Matcher matcher = new Matcher(index);
        long[] nanos = new long[200];
        for (int round = 0; round < nanos.length * 2; round++) {
            List<Component> bill = fleet.distinct(1_000);
            long began = System.nanoTime();
            int findings = 0;
            for (Component component : bill) {
                if (matcher.find(component) instanceof Found.Evaluated(Component one, List<Finding> list)) {
                    findings += list.size();
                }
            }
            if (round >= nanos.length) {
                nanos[round - nanos.length] = System.nanoTime() - began + (findings < 0 ? 1 : 0);
            }
        }
        row("A bill of 1,000 components, warm, one thread", percentiles(nanos));
    }

    /// A process of the command line for each of ten bills of 1,000 components, none of which has run before.
    private void cold(Path snapshot) throws IOException, InterruptedException {
        if (scan.isEmpty()) {
            return;
        }
        Fleet fleet = new Fleet(seed + 4, advisories);
        long[] nanos = new long[10];
        for (int round = 0; round < nanos.length; round++) {
            Path bill = folder.resolve("bill-" + round + ".json");
            Files.writeString(bill, Bills.cycloneDx(fleet.distinct(1_000)));
            List<String> command = new ArrayList<>(scan);
            command.addAll(List.of(
                    "scan", "--sbom", bill.toString(), "--advisories", snapshot.toString(), "--format", "json"));
            long began = System.nanoTime();
            int code = new ProcessBuilder(command)
                    .redirectOutput(folder.resolve("scan.json").toFile())
                    .redirectError(folder.resolve("scan.log").toFile())
                    .start()
                    .waitFor();
            nanos[round] = System.nanoTime() - began;
            if (code != 0) {
                throw new IOException("scan ended with " + code + ": " + Files.readString(folder.resolve("scan.log")));
            }
        }
        row("A bill of 1,000 components, a cold `scan` with the snapshot, JSON", percentiles(nanos));
    }

    private void backward(AdvisoryIndex index) {
        Fleet fleet = new Fleet(seed + 3, advisories);
        List<Component> distinct = fleet.distinct(400_000);
        ComponentIndex.Builder builder = new ComponentIndex.Builder();
        Random random = new Random(seed);
        long began = System.nanoTime();
        for (int i = 0; i < reverse; i++) {
            builder.add(distinct.get(i < distinct.size() ? i : Names.popular(random, distinct.size())));
        }
        ComponentIndex components = builder.build();
        row("Index of components", "%.1f s, %,d rows (%,d distinct)", seconds(began), reverse, distinct.size());
        List<Advisory> asked = new ArrayList<>();
        for (Shape shape : Shape.values()) {
            for (int i = 0; i < 400; i++) {
                String id = switch (shape) {
                    case CVE -> "CVE-2027-" + (10_000 + i);
                    case NVD -> "CVE-2025-" + (10_000 + i);
                    default -> "GEN-" + shape + "-" + i;
                };
                String source = shape == Shape.CVE ? "cve" : shape == Shape.NVD ? "nvd" : "osv";
                Advisory advisory = index.find(new AdvisoryIndex.Name(source, id));
                if (advisory != null) {
                    asked.add(advisory);
                }
            }
        }
        long[] nanos = new long[asked.size()];
        long hits = 0;
        long affectedRows = 0;
        for (int round = 0; round < 4; round++) {
            int at = 0;
            hits = 0;
            affectedRows = 0;
            for (Advisory advisory : asked) {
                long start = System.nanoTime();
                List<ComponentIndex.Hit> found = Matcher.find(advisory, components);
                nanos[at++] = System.nanoTime() - start;
                hits += found.size();
                affectedRows +=
                        found.stream().mapToLong(ComponentIndex.Hit::rowCount).sum();
            }
        }
        row(
                "A new advisory, all it affects",
                "%s (%,d advisories, %,d components and %,d rows hit)",
                percentiles(nanos),
                asked.size(),
                hits,
                affectedRows);
    }

    private static String percentiles(long[] nanos) {
        Arrays.sort(nanos);
        return String.format(
                Locale.ROOT,
                "p50 %.3f ms, p99 %.3f ms, highest %.3f ms",
                nanos[nanos.length / 2] / 1e6,
                nanos[(int) (nanos.length * 0.99)] / 1e6,
                nanos[nanos.length - 1] / 1e6);
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @SuppressWarnings("AnnotateFormatMethod") // only called here and beside
    static void row(String what, String figures, Object... values) {
        System.out.println("| " + what + " | " + String.format(Locale.ROOT, figures, values) + " |");
    }
}
