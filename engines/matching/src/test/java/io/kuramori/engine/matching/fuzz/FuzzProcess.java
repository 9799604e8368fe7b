package io.kuramori.engine.matching.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Fuzzes one target in a Java process of its own with Jazzer, which ends its process and so cannot fuzz two in one.
final class FuzzProcess {

    private static final String FINDING = "(crash|timeout|oom)-.*";
    private static final int HANGING_SECONDS = 120;
    private static final int FINDINGS = 20;

    private FuzzProcess() {}

    /// @param folder where what is learnt about targets is kept
    /// @param campaign the folder of this campaign's findings
    static FuzzOutcome run(FuzzTarget target, Duration time, long seed, Path folder, Path campaign)
            throws IOException, InterruptedException {
        Path corpus = Files.createDirectories(folder.resolve("corpus").resolve(target.name()));
        Path findings = Files.createDirectories(campaign.resolve(target.name()));
        Path logs = Files.createDirectories(folder.resolve("logs"));
        Path slowest = Files.createDirectories(folder.resolve("slowest").resolve(target.name()));
        List<byte[]> seeds = target.seeds().get();
        for (int i = 0; i < seeds.size(); i++) {
            Files.write(corpus.resolve("seed-" + i), seeds.get(i));
        }
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+EnableDynamicAgentLoading",
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "-Xshare:auto",
                "--enable-native-access=ALL-UNNAMED",
                "-Dkuramori.fuzz.target=" + target.name(),
                "-Dkuramori.fuzz.folder=" + slowest,
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + FuzzEntry.class.getName(),
                "--instrumentation_includes=io.kuramori.engine.matching.**",
                "--instrumentation_excludes=io.kuramori.engine.matching.fuzz.**",
                "--keep_going=" + FINDINGS,
                "--reproducer_path=" + logs,
                "-artifact_prefix=" + findings + "/",
                "-seed=" + seed,
                "-max_total_time=" + time.toSeconds(),
                "-max_len=" + target.longest(),
                "-len_control=0",
                "-timeout=" + HANGING_SECONDS,
                "-report_slow_units=" + HANGING_SECONDS,
                "-rss_limit_mb=0",
                "-print_final_stats=1",
                corpus.toString());
        Path log = logs.resolve(target.name() + ".log");
        int exit = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        String said = Files.readString(log);
        Path nanos = slowest.resolve("slowest-nanos");
        return new FuzzOutcome(
                target.name(),
                statistic(said, "number_of_executed_units"),
                statistic(said, "average_exec_per_sec"),
                found(findings),
                Files.exists(nanos) ? Long.parseLong(Files.readString(nanos)) : 0,
                Files.exists(nanos) ? Files.size(slowest.resolve("slowest")) : 0,
                exit);
    }

    private static long statistic(String log, String name) {
        Matcher found = Pattern.compile("stat::" + name + ": +([0-9]+)").matcher(log);
        return found.find() ? Long.parseLong(found.group(1)) : 0;
    }

    private static int found(Path findings) throws IOException {
        try (Stream<Path> files = Files.list(findings)) {
            return Math.toIntExact(
                    files.filter(file -> file.getFileName().toString().matches(FINDING))
                            .count());
        }
    }
}
