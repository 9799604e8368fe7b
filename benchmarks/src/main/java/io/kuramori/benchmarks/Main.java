package io.kuramori.benchmarks;

import java.util.List;

/// `./kuramori bench systems [--systems N] [--rounds N] [--seed N]`: what the launcher calls, with the command that
/// starts the application after `--`.
public final class Main {

    private static final String USAGE = "usage: bench systems [--systems 100000] [--rounds 60] [--seed 2026]";

    private Main() {}

    public static void main(String[] args) throws Exception {
        var all = List.of(args);
        int cut = all.indexOf("--");
        if (all.isEmpty() || cut < 0 || !all.getFirst().equals("systems")) {
            System.err.println(USAGE);
            System.exit(2);
        }
        var options = all.subList(1, cut);
        int systems = number(options, "--systems", 100_000);
        int rounds = number(options, "--rounds", 60);
        long seed = number(options, "--seed", 2026);
        try (var house = House.start(all.subList(cut + 1, all.size()))) {
            new SystemsBenchmark(house, systems, rounds, seed).run();
        }
    }

    private static int number(List<String> options, String name, int usual) {
        int at = options.indexOf(name);
        return at < 0 || at + 1 >= options.size() ? usual : Integer.parseInt(options.get(at + 1));
    }
}
