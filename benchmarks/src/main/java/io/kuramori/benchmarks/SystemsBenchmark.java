package io.kuramori.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/// The ledger of systems as a person meets it: whole pages over HTTP, one request after another, signed in, a group of
/// 20 institutions in scope. Prints a table of milliseconds; judges nothing.
final class SystemsBenchmark {

    private static final int WARM_UP = 15;
    private static final Pattern LISTED = Pattern.compile("name=\"listed\" value=\"([^\"]+)\"");

    private final House house;
    private final int systems;
    private final int rounds;
    private final Ledger ledger;
    private final Random random;

    SystemsBenchmark(House house, int systems, int rounds, long seed) {
        this.house = house;
        this.systems = systems;
        this.rounds = rounds;
        this.ledger = new Ledger(seed);
        this.random = new Random(seed);
        System.out.printf(
                "%,d systems, seed %d, %d requests of each kind after %d to warm up, load %s%n",
                systems, seed, rounds, WARM_UP, load());
    }

    void run() throws IOException, InterruptedException, SQLException {
        fill();
        var visitor = Visitor.signIn(house);
        var figures = new ArrayList<Figures>();
        var kinds = kinds();
        // All once before, so that the first kind does not pay for the compiler.
        for (var addresses : kinds.values()) {
            measure(visitor, "", addresses);
        }
        for (var kind : kinds.entrySet()) {
            figures.add(measure(visitor, kind.getKey(), kind.getValue()));
        }
        System.out.println();
        System.out.println(Figures.head());
        figures.forEach(System.out::println);
        System.out.println();
        once("Export of every living system as xlsx", () -> visitor.file("/systems.xlsx").length);
        once("Bulk confirmation of 50 systems", () -> confirm(visitor, "/systems?sort=name"));
        once("Bulk confirmation of 1,000 systems", () -> confirm(visitor, "/systems?rows=1000"));
        System.out.println("load at the end " + load());
    }

    private void fill() throws IOException, SQLException {
        long began = System.nanoTime();
        try (var connection = house.connect("kuramori_app")) {
            new Loader(connection, ledger).load(systems);
        }
        System.out.printf("loaded in %.1f s%n", seconds(began));
        began = System.nanoTime();
        try (var owner = house.connect("kuramori_owner");
                var statement = owner.createStatement()) {
            // What autovacuum does within a minute or two.
            statement.execute("vacuum analyze asset.system");
        }
        awaitSequenced();
        System.out.printf("vacuumed, and every entry sequenced, after %.1f s more%n", seconds(began));
    }

    /// The journal's sequencer works in the background until every entry has its index.
    private void awaitSequenced() throws IOException, SQLException {
        try (var connection = house.connect("kuramori_system");
                var pending = connection.prepareStatement("select exists (select from journal.pending)")) {
            while (true) {
                try (var row = pending.executeQuery()) {
                    row.next();
                    if (!row.getBoolean(1)) {
                        return;
                    }
                }
                LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            }
        }
    }

    /// The kinds of request: name to addresses, of which each request takes one at random.
    private Map<String, List<String>> kinds() {
        var kinds = new LinkedHashMap<String, List<String>>();
        kinds.put("List, first page", List.of("/systems"));
        kinds.put(
                "List, all 16 columns",
                List.of("/systems?cols=name,reading,institution,kind,importance,critical,"
                        + "exposure,owner,department,thirdParty,rto,rpo,confirmed,confirmedBy,retired"));
        kinds.put("List, 1,000 rows on a page", List.of("/systems?rows=1000"));
        for (String sort : List.of("code", "name", "importance", "confirmed")) {
            kinds.put(
                    "Sorted by " + sort,
                    List.of("/systems?sort=" + sort + "&dir=asc", "/systems?sort=" + sort + "&dir=desc"));
        }
        kinds.put(
                "Filter: importance",
                List.of("/systems?importance=1", "/systems?importance=2", "/systems?importance=3"));
        kinds.put(
                "Filter: importance, sorted by name",
                List.of("/systems?importance=3&sort=name", "/systems?importance=1&sort=name"));
        kinds.put("Filter: no owner", List.of("/systems?unowned=1"));
        kinds.put("Filter: unconfirmed for a year", List.of("/systems?stale=1"));
        kinds.put("Filter: no owner, low, unconfirmed (few)", List.of("/systems?unowned=1&importance=1&stale=1"));
        kinds.put("Filter: institution, large and small", institutions());
        kinds.put("Filter: kind and exposure", List.of("/systems?kind=external_service&exposure=public"));
        kinds.put("Filter: retired", List.of("/systems?retired=1"));
        kinds.put("Search: two characters, frequent", searches("管理", "融資", "支援"));
        kinds.put("Search: two characters, rare", searches("蔵守"));
        kinds.put("Search: two characters, in most rows", searches("業務", "する"));
        kinds.put("Search: one character, in many rows", searches("融", "信"));
        kinds.put("Search: one character, rare", searches("鯨", "守"));
        kinds.put("Search: two words", searches("法人 担保", "手形 ポータル", "市場部門 為替管理システム"));
        kinds.put("Search: a code", searches("SYS-0" + systems / 2, "SYS-000007"));
        kinds.put("Search: not there", searches("存在しない語", "鯨鯢"));
        kinds.put(
                "Search: frequent, sorted by importance",
                List.of("/systems?sort=importance&q=" + Visitor.encoded("システム")));
        kinds.put(
                "Search: frequent, and high, and no owner",
                List.of("/systems?importance=3&unowned=1&q=" + Visitor.encoded("管理")));
        kinds.put("Paging, anywhere in the list", deep("code"));
        kinds.put("Paging, anywhere by importance", deep("importance"));
        kinds.put(
                "Search over all ledgers (/search)",
                List.of("/search?q=" + Visitor.encoded("融資"), "/search?q=" + Visitor.encoded("蔵守")));
        kinds.put("Today (/)", List.of("/"));
        kinds.put("One system", codes());
        return kinds;
    }

    private List<String> institutions() {
        return List.of(
                "/systems?institution=" + ledger.institutions.getFirst(),
                "/systems?institution=" + ledger.institutions.get(10),
                "/systems?institution=" + ledger.institutions.getLast());
    }

    private static List<String> searches(String... words) {
        return java.util.Arrays.stream(words)
                .map(word -> "/systems?q=" + Visitor.encoded(word))
                .toList();
    }

    /// Places that a reader reaches by turning pages, up to the last.
    private List<String> deep(String sort) {
        var places = new ArrayList<String>();
        for (int i = 0; i < 40; i++) {
            String value = sort.equals("code")
                    ? "SYS-%06d".formatted(1 + random.nextInt(systems))
                    : String.valueOf(1 + random.nextInt(3));
            var id = new java.util.UUID(random.nextLong(), random.nextLong());
            places.add("/systems?sort=" + sort + "&after=" + value + "~" + id);
        }
        return places;
    }

    private List<String> codes() {
        var codes = new ArrayList<String>();
        for (int i = 0; i < 40; i++) {
            codes.add("/systems/SYS-%06d".formatted(1 + random.nextInt(systems)));
        }
        return codes;
    }

    private Figures measure(Visitor visitor, String kind, List<String> addresses)
            throws IOException, InterruptedException {
        for (int i = 0; i < WARM_UP; i++) {
            visitor.get(addresses.get(i % addresses.size()));
        }
        var nanos = new long[rounds];
        for (int i = 0; i < rounds; i++) {
            String address = addresses.get(random.nextInt(addresses.size()));
            long began = System.nanoTime();
            visitor.get(address);
            nanos[i] = System.nanoTime() - began;
        }
        return new Figures(kind, nanos);
    }

    private static int confirm(Visitor visitor, String list) throws IOException, InterruptedException {
        String page = visitor.get(list);
        var listed = LISTED.matcher(page);
        if (!listed.find()) {
            throw new IOException("no rows on " + list);
        }
        return visitor.post("/systems/bulk", page, Map.of("act", "confirm", "whole", "1", "listed", listed.group(1)))
                .length();
    }

    private static void once(String what, Act act) throws IOException, InterruptedException {
        long began = System.nanoTime();
        int size = act.run();
        System.out.printf("%s: %.2f s, %,d bytes or characters%n", what, seconds(began), size);
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private static String load() {
        try {
            return Files.readString(Path.of("/proc/loadavg")).strip();
        } catch (IOException e) {
            return "unknown";
        }
    }

    @FunctionalInterface
    private interface Act {
        int run() throws IOException, InterruptedException;
    }
}
