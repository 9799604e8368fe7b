package io.kuramori.cli;

import io.kuramori.cli.terminal.Progress;
import io.kuramori.cli.terminal.Shown;
import io.kuramori.cli.terminal.Terminal;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Reads advisories once and writes them as a snapshot that `scan` opens at once.
///
/// Exit codes: 0 all was read; 2 nothing was, and no snapshot written; 3 something was, and other input was skipped.
@Command(
        name = "index",
        mixinStandardHelpOptions = true,
        versionProvider = Release.class,
        description = "Write advisories as a snapshot for scan.")
final class Index implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--advisories",
            required = true,
            arity = "1..*",
            paramLabel = "PATH",
            description = "as scan reads them, snapshots too; of one source and id the last counts")
    private List<Path> advisories = List.of();

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "the snapshot")
    private Path out = Path.of("");

    private final Terminal terminal;
    private final Clock clock;

    Index(Terminal terminal, Clock clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        if (spec == null) {
            throw new IllegalStateException("runs under picocli");
        }
        PrintWriter err = spec.commandLine().getErr();
        AdvisoryFiles files;
        try (Progress progress = new Progress(terminal, err, clock)) {
            files = AdvisoryFiles.read(advisories, Limits.USUAL, terminal, clock, progress);
        }
        files.skipped()
                .forEach(skipped ->
                        err.println(Shown.plainly(skipped.file() + " " + skipped.pointer() + " " + skipped.reason())));
        if (files.count() == 0) {
            err.println(Word.NO_ADVISORY.in(terminal.locale()));
            return 2;
        }
        long bytes = write(files);
        spec.commandLine()
                .getOut()
                .println(Word.SNAPSHOT.in(
                        terminal.locale(),
                        Shown.plainly(out.toString()),
                        files.index().size(),
                        bytes >> 20));
        return files.skipped().isEmpty() ? 0 : 3;
    }

    /// A reader never sees half a snapshot: it takes its name when it is whole and on the disk.
    private long write(AdvisoryFiles files) throws IOException {
        Path folder = out.toAbsolutePath().getParent();
        Path part = Files.createTempFile(folder, ".", Snapshots.SUFFIX);
        try {
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                files.index().write(channel);
                channel.force(true);
            }
            long bytes = Files.size(part);
            Files.move(part, out, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return bytes;
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
