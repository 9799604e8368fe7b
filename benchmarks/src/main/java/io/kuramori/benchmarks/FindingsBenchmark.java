package io.kuramori.benchmarks;

import io.kuramori.benchmarks.matching.Feed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/// From a feed to findings in the application itself: a feed imported, the heap it leaves behind, bills of materials
/// attached until their findings are on the screen, and a new advisory until it says whom it affects. Judges nothing.
final class FindingsBenchmark {

    private static final Pattern USED = Pattern.compile("used (\\d+)K");

    private final House house;
    private final Feed feed;
    private final int bills;

    /// @param feed the one that the house's setting `kuramori.feeds.folder` names
    /// @param bills attached, each of 1,000 components
    FindingsBenchmark(House house, Feed feed, int bills) {
        this.house = house;
        this.feed = feed;
        this.bills = bills;
    }

    void run() throws IOException, InterruptedException, SQLException {
        try (var connection = house.connect("kuramori_app")) {
            // Releases belong to institutions; systems are not measured here.
            new Loader(connection, new Ledger(1)).load(0);
        }
        var visitor = Visitor.signIn(house);
        visitor.get("/vulnerabilities");
        long before = heap();
        row("Heap in use before, after a collection", "%.1f MB", before / 1024.0);
        try (var system = house.connect("kuramori_system")) {
            importAll(visitor, system);
            long after = heap();
            row("Heap in use with the advisories", "%.1f MB: %.1f MB more", after / 1024.0, (after - before) / 1024.0);
            var attached = new long[bills];
            var shown = new long[bills];
            for (int i = 0; i < bills; i++) {
                attach(visitor, i, attached, shown);
            }
            row(
                    "A bill of 1,000 components attached, its matches and findings committed",
                    Figures.milliseconds(attached));
            row("… and its findings on the screen", Figures.milliseconds(shown));
            long full = heap();
            row("Heap in use after that", "%.1f MB", full / 1024.0);
            newAdvisories(visitor, system);
        }
    }

    private void importAll(Visitor visitor, Connection system) throws IOException, InterruptedException, SQLException {
        long began = System.nanoTime();
        visitor.post("/advisories/import", visitor.get("/advisories"), Map.of());
        awaitCount(system, "select count(*) from vulnerability.advisory_import", 1);
        row(
                "A feed imported, from the files to the list of imports",
                "%.1f s, %,d advisories",
                seconds(began),
                count(system, "select count(*) from vulnerability.advisory"));
    }

    private void attach(Visitor visitor, int number, long[] attached, long[] shown)
            throws IOException, InterruptedException {
        String list = visitor.get("/releases");
        visitor.post("/releases", list, Map.of("software", "計測 " + number, "label", "1.0"));
        var code = Pattern.compile("href=\"(/releases/[^\"]+)\"[^>]*>[^<]*</a>")
                .matcher(visitor.get("/releases?q=" + Visitor.encoded("計測 " + number)));
        if (!code.find()) {
            throw new IOException("the release is not on its list");
        }
        String path = code.group(1).replace("&amp;", "&");
        String page = visitor.get(path);
        byte[] bill = feed.bill(number).getBytes(StandardCharsets.UTF_8);
        int cut = path.indexOf('?');
        String to = cut < 0 ? path + "/sbom" : path.substring(0, cut) + "/sbom" + path.substring(cut);
        long began = System.nanoTime();
        visitor.upload(to, page, "file", "bill.json", bill);
        attached[number] = System.nanoTime() - began;
        visitor.get("/vulnerabilities?q=" + Visitor.encoded("計測 " + number));
        shown[number] = System.nanoTime() - began;
    }

    private void newAdvisories(Visitor visitor, Connection system)
            throws IOException, InterruptedException, SQLException {
        var nanos = new long[10];
        for (int i = 0; i < nanos.length; i++) {
            String id = "BENCH-" + i;
            byte[] advisory = feed.advisoryAbout(id, i).getBytes(StandardCharsets.UTF_8);
            String page = visitor.get("/advisories");
            long began = System.nanoTime();
            visitor.upload("/advisories/import", page, "file", id + ".json", advisory);
            awaitCount(system, "select count(*) from vulnerability.advisory where id = '" + id + "'", 1);
            visitor.get("/advisories/" + id);
            nanos[i] = System.nanoTime() - began;
            // The import is over when it is listed; the next one is measured alone.
            awaitCount(system, "select count(*) from vulnerability.advisory_import", i + 2);
        }
        row("A new advisory uploaded, its page with whom it affects", Figures.milliseconds(nanos));
        row(
                "Component rows, and findings, by then",
                "%,d and %,d",
                count(system, "select count(*) from asset.release_component"),
                count(system, "select count(*) from vulnerability.finding"));
    }

    private static void awaitCount(Connection connection, String sql, long atLeast) throws SQLException {
        while (count(connection, sql) < atLeast) {
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }

    private static long count(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /// Kilobytes of the application's heap in use after a full collection.
    private long heap() throws IOException, InterruptedException {
        jcmd("GC.run");
        jcmd("GC.run");
        long used = 0;
        for (String line : jcmd("GC.heap_info").split("\n", -1)) {
            var found = USED.matcher(line);
            // The generations; what stands below them are their parts, and the class data.
            if (found.find() && !line.contains("space ")) {
                used += Long.parseLong(found.group(1));
            }
        }
        return used;
    }

    private String jcmd(String command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(house.pid()),
                        command)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("jcmd: " + said);
        }
        return said;
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    @SuppressWarnings("AnnotateFormatMethod") // only called here
    private static void row(String what, String figures, Object... values) {
        System.out.println("| " + what + " | " + String.format(Locale.ROOT, figures, values) + " |");
    }
}
