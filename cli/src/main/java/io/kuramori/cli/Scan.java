package io.kuramori.cli;

import io.kuramori.cli.terminal.Progress;
import io.kuramori.cli.terminal.Shown;
import io.kuramori.cli.terminal.Terminal;
import io.kuramori.engine.matching.Answer;
import io.kuramori.engine.matching.severity.Level;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Matches bills of materials with advisories without a server.
///
/// Exit codes: 0 clean; 1 when `--fail-on` is met by an affected component; 2 when nothing could be evaluated; 3 when
/// something was, and other input was skipped.
@Command(
        name = "scan",
        mixinStandardHelpOptions = true,
        versionProvider = Release.class,
        description = "Match SBOMs with advisories.")
final class Scan implements Callable<Integer> {

    private static final int MAX_DEPTH = 32;
    private static final List<String> SBOMS = List.of(".json", ".xml", ".spdx", ".cdx");

    enum Format {
        table,
        json,
        sarif,
        cyclonedx
    }

    enum Threshold {
        low,
        medium,
        high,
        critical,
        unscored
    }

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--sbom",
            required = true,
            arity = "1..*",
            paramLabel = "FILE",
            description = "bills of materials: CycloneDX 1.2-1.7 (JSON, XML) or SPDX 2.2, 2.3 (JSON, tag-value),"
                    + " or folders of them (.json, .xml, .spdx, .cdx)")
    private List<Path> sboms = List.of();

    @Option(
            names = "--advisories",
            required = true,
            arity = "1..*",
            paramLabel = "PATH",
            description = "OSV, CVE 5, NVD, GHSA, CSAF, VULDEF or JVN RSS: files or folders of them"
                    + " (.json, .ndjson, .jsonl, .xml, .rdf, also .gz and .zip), and snapshots that index wrote")
    private List<Path> advisories = List.of();

    @Option(
            names = "--kev",
            arity = "1..*",
            paramLabel = "FILE",
            description = "known exploited vulnerabilities: CISA's JSON or CSV, the EU's JSON, also .gz")
    private List<Path> kev = List.of();

    @Option(names = "--epss", arity = "1..*", paramLabel = "FILE", description = "EPSS scores: FIRST's CSV, also .gz")
    private List<Path> epss = List.of();

    @Option(
            names = "--vex",
            arity = "1..*",
            paramLabel = "FILE",
            description = "VEX: CycloneDX 1.4-1.7, OpenVEX, CSAF; what it settles leaves the matches")
    private List<Path> vex = List.of();

    @Option(names = "--format", paramLabel = "FORMAT", description = "${COMPLETION-CANDIDATES}", defaultValue = "table")
    private Format format = Format.table;

    @Option(names = "--fail-on", split = ",", paramLabel = "LEVEL", description = "${COMPLETION-CANDIDATES}")
    private List<Threshold> failOn = List.of();

    private final Terminal terminal;
    private final Clock clock;

    Scan(Terminal terminal, Clock clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        Instant began = clock.instant();
        ScanResult result;
        try (Progress progress = new Progress(terminal, commandLine().getErr(), clock)) {
            result = scan(progress);
        }
        report(result, began, clock.instant());

        if (result.evaluated() == 0) {
            return 2;
        }
        if (result.answers().stream().anyMatch(this::fails)) {
            return 1;
        }
        return result.skipped().isEmpty() ? 0 : 3;
    }

    /// The numbers stand below the table; beside other formats, only where someone looks.
    private void report(ScanResult result, Instant began, Instant ended) {
        PrintWriter out = commandLine().getOut();
        ScanTable table = new ScanTable(terminal);
        Summary summary = Summary.of(result, Duration.between(began, ended));
        switch (format) {
            // What is hidden in a string of JSON may be escaped, and is, since it may be printed on a terminal.
            case json -> out.println(Shown.plainly(ScanJson.write(result)));
            case cyclonedx -> out.println(Shown.plainly(CycloneDxVdr.write(result, ended)));
            case sarif -> out.println(Shown.plainly(Sarif.write(result, began, ended)));
            case table -> out.print(table.write(result, summary));
        }
        out.flush();
        if (format != Format.table && terminal.progress().isPresent()) {
            PrintWriter err = commandLine().getErr();
            err.print(table.numbers(summary));
            err.flush();
        }
    }

    private ScanResult scan(Progress progress) {
        List<Located> components = new ArrayList<>();
        List<Skipped> skipped = new ArrayList<>();
        for (Path sbom : sboms) {
            for (Path file : filesOf(sbom, skipped)) {
                Bill.Content bill = Bill.read(file);
                components.addAll(bill.components());
                skipped.addAll(bill.skipped());
            }
        }
        Signals signals = new Signals();
        kev.forEach(signals::kev);
        epss.forEach(signals::epss);
        skipped.addAll(signals.skipped());
        VexFiles statements = VexFiles.of(vex);
        skipped.addAll(statements.skipped());
        AdvisoryFiles files = AdvisoryFiles.read(advisories, Limits.USUAL, terminal, clock, progress);
        skipped.addAll(files.skipped());
        return ScanResult.of(
                components,
                files,
                signals,
                statements,
                skipped,
                done -> progress.show(() -> Word.MATCHING.in(terminal.locale(), done, components.size())));
    }

    private static List<Path> filesOf(Path sbom, List<Skipped> skipped) {
        if (!Files.isDirectory(sbom)) {
            return List.of(sbom);
        }
        try (Stream<Path> files = Files.walk(sbom, MAX_DEPTH)) {
            List<Path> found = files.filter(Files::isRegularFile)
                    .filter(file -> SBOMS.stream().anyMatch(file.toString()::endsWith))
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                skipped.add(new Skipped(
                        sbom.toString(), "", "expected a folder with " + String.join(", ", SBOMS) + " files"));
            }
            return found;
        } catch (IOException | UncheckedIOException e) {
            skipped.add(new Skipped(sbom.toString(), "", "cannot be read: " + e));
            return List.of();
        }
    }

    private boolean fails(Answer answer) {
        if (!(answer instanceof Answer.Affected)) {
            return false;
        }
        Optional<Level> level = answer.match().severity().grade();
        return failOn.stream().anyMatch(threshold -> switch (threshold) {
            case unscored -> level.isEmpty();
            case low -> atLeast(level, Level.LOW);
            case medium -> atLeast(level, Level.MEDIUM);
            case high -> atLeast(level, Level.HIGH);
            case critical -> atLeast(level, Level.CRITICAL);
        });
    }

    private static boolean atLeast(Optional<Level> level, Level floor) {
        return level.isPresent() && level.get().compareTo(floor) >= 0;
    }

    private CommandLine commandLine() {
        if (spec == null) {
            throw new IllegalStateException("runs under picocli");
        }
        return spec.commandLine();
    }
}
