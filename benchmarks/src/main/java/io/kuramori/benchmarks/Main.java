package io.kuramori.benchmarks;

import io.kuramori.benchmarks.matching.Feed;
import io.kuramori.benchmarks.matching.MatchingBenchmark;
import io.kuramori.benchmarks.matching.PeerBenchmark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// `./kuramori bench NAME …`: what the launcher calls; for `systems` with the command that starts the application after
/// `--`.
public final class Main {

    private static final String USAGE = """
            usage: bench systems [--systems 100000] [--rounds 60] [--seed 2026]
                   bench findings [--advisories 300000] [--bills 20] [--seed 2026]
                   bench matching [--advisories 300000] [--components 1000000] [--rows 10000000] [--seed 2026]
                   bench kernels [options of JMH]
                   bench peer [--cves 20000] [--seed 2026]
            """;

    private Main() {}

    public static void main(String[] args) throws Exception {
        var all = List.of(args);
        int cut = all.indexOf("--") < 0 ? all.size() : all.indexOf("--");
        var options = all.subList(Math.min(1, cut), cut);
        switch (all.isEmpty() ? "" : all.getFirst()) {
            case "systems" -> systems(options, all.subList(Math.min(cut + 1, all.size()), all.size()));
            case "findings" -> findings(options, all.subList(Math.min(cut + 1, all.size()), all.size()));
            case "matching" -> matching(options, all.subList(Math.min(cut + 1, all.size()), all.size()));
            case "kernels" -> org.openjdk.jmh.Main.main(options.toArray(String[]::new));
            case "peer" -> peer(options, all.subList(Math.min(cut + 1, all.size()), all.size()));
            default -> {
                System.err.print(USAGE);
                System.exit(2);
            }
        }
    }

    private static void systems(List<String> options, List<String> command) throws Exception {
        int systems = number(options, "--systems", 100_000);
        int rounds = number(options, "--rounds", 60);
        long seed = number(options, "--seed", 2026);
        try (var house = House.start(command)) {
            new SystemsBenchmark(house, systems, rounds, seed).run();
        }
    }

    private static void findings(List<String> options, List<String> command) throws Exception {
        var folder = Files.createTempDirectory("kuramori-bench-feed-");
        var feed = new Feed(folder, number(options, "--advisories", 300_000), number(options, "--seed", 2026));
        feed.write();
        var whole = new ArrayList<>(command);
        whole.add("--kuramori.feeds.folder=" + folder);
        try (var house = House.start(whole)) {
            new FindingsBenchmark(house, feed, number(options, "--bills", 20)).run();
        }
    }

    /// @param scan the command line's process
    private static void matching(List<String> options, List<String> scan) throws IOException, InterruptedException {
        int at = options.indexOf("--folder");
        Path folder = at < 0 ? Files.createTempDirectory("kuramori-bench-") : Path.of(options.get(at + 1));
        Files.createDirectories(folder);
        new MatchingBenchmark(
                        folder,
                        number(options, "--advisories", 300_000),
                        number(options, "--components", 1_000_000),
                        number(options, "--rows", 10_000_000),
                        number(options, "--seed", 2026),
                        scan)
                .run();
    }

    /// @param commands the command line's process and dependency-check's, `--` between them
    private static void peer(List<String> options, List<String> commands) throws Exception {
        int cut = commands.indexOf("--");
        new PeerBenchmark(
                        Files.createTempDirectory("kuramori-bench-"),
                        number(options, "--cves", 20_000),
                        number(options, "--seed", 2026),
                        commands.subList(0, cut),
                        commands.subList(cut + 1, commands.size()))
                .run();
    }

    private static int number(List<String> options, String name, int usual) {
        int at = options.indexOf(name);
        return at < 0 || at + 1 >= options.size() ? usual : Integer.parseInt(options.get(at + 1));
    }
}
