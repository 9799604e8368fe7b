package io.kuramori.engine.matching.fuzz;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Searches for inputs that break a parser: `--minutes N`, shared by all targets, `--seed N`, `--folder DIR`, `--only
/// TARGET`, where `together` is all of them in one process. Each target has a process of its own, in which fuzzer and
/// parser run together; what it learns stays in the
/// folder for the next campaign, and what breaks a parser in `findings/<time>/<target>`. Ends with 1 when anything did.
public final class FuzzCampaign {

    private static final Duration LEAST = Duration.ofSeconds(2);

    private FuzzCampaign() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        long minutes = 60;
        long seed = 1;
        Path folder = Path.of("fuzz");
        String only = "";
        for (int i = 0; i + 1 < args.length; i += 2) {
            switch (args[i]) {
                case "--minutes" -> minutes = Long.parseLong(args[i + 1]);
                case "--seed" -> seed = Long.parseLong(args[i + 1]);
                case "--folder" -> folder = Path.of(args[i + 1]);
                case "--only" -> only = args[i + 1];
                default -> throw new IllegalArgumentException("expected --minutes, --seed, --folder or --only");
            }
        }
        List<FuzzTarget> targets = only.isEmpty() ? FuzzTargets.all() : List.of(FuzzTargets.named(only));
        List<FuzzOutcome> outcomes = run(targets, Duration.ofMinutes(minutes), seed, folder);
        print(System.out, outcomes, seed, folder);
        System.exit(outcomes.stream().allMatch(FuzzOutcome::clean) ? 0 : 1);
    }

    private static List<FuzzOutcome> run(List<FuzzTarget> targets, Duration whole, long seed, Path folder)
            throws IOException, InterruptedException {
        Instant end = Instant.now().plus(whole);
        Path campaign = folder.resolve("findings")
                .resolve(
                        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString().replace(":", ""));
        Duration start = Duration.ofSeconds(3);
        List<FuzzOutcome> outcomes = new ArrayList<>();
        for (FuzzTarget target : targets) {
            Instant began = Instant.now();
            Duration share = Duration.between(began, end)
                    .dividedBy(targets.size() - outcomes.size())
                    .minus(start);
            Duration fuzzing = share.compareTo(LEAST) < 0 ? LEAST : share;
            outcomes.add(FuzzProcess.run(target, fuzzing, seed, folder, campaign));
            // Starting a process and instrumenting the engine takes its time, too.
            Duration besides = Duration.between(began, Instant.now()).minus(fuzzing);
            start = besides.isNegative() ? Duration.ZERO : besides;
            System.err.println(outcomes.getLast().line());
        }
        return outcomes;
    }

    private static void print(PrintStream out, List<FuzzOutcome> outcomes, long seed, Path folder) throws IOException {
        StringBuilder table = new StringBuilder(FuzzOutcome.HEAD).append('\n');
        outcomes.forEach(outcome -> table.append(outcome.line()).append('\n'));
        table.append(String.format(
                Locale.ROOT,
                "%n%,d executions, %d findings, seed %d; findings and what was learnt are in %s%n",
                outcomes.stream().mapToLong(FuzzOutcome::executions).sum(),
                outcomes.stream().mapToInt(FuzzOutcome::findings).sum(),
                seed,
                folder));
        out.print(table);
        out.flush();
        Files.writeString(folder.resolve("table.txt"), table);
    }
}
