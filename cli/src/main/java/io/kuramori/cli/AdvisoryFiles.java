package io.kuramori.cli;

import io.kuramori.cli.terminal.Progress;
import io.kuramori.cli.terminal.Terminal;
import io.kuramori.engine.matching.Advisory;
import io.kuramori.engine.matching.AdvisoryIndex;
import io.kuramori.engine.matching.AdvisoryResult;
import io.kuramori.engine.matching.segment.Damaged;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/// Reads advisories of all formats from files and folders: `.json`, `.xml` and `.rdf` hold a document, `.ndjson` and
/// `.jsonl` one a line, `.gz` of any of these, `.zip` of any number of them. Archives are read as streams and never
/// unpacked to disk; each document and each archive has a bound.
final class AdvisoryFiles {

    private static final int MAX_DEPTH = 32;

    private final AdvisoryFormats formats = new AdvisoryFormats();
    private final AdvisoryIndex.Builder advisories = new AdvisoryIndex.Builder();
    private final List<ByteBuffer> snapshots = new ArrayList<>();
    private final List<Skipped> skipped = new ArrayList<>();
    private final Limits limits;
    private final Consumer<AdvisoryFiles> progress;
    private int documents;
    private int count;
    private @Nullable AdvisoryIndex index;

    /// @param progress called after each document, also of many in one file
    AdvisoryFiles(Limits limits, Consumer<AdvisoryFiles> progress) {
        this.limits = limits;
        this.progress = progress;
    }

    /// Reads all of some paths and says how far it is.
    static AdvisoryFiles read(List<Path> paths, Limits limits, Terminal terminal, Clock clock, Progress progress) {
        Instant began = clock.instant();
        AdvisoryFiles files = new AdvisoryFiles(
                limits,
                read -> progress.show(() -> {
                    long millis =
                            Math.max(1, Duration.between(began, clock.instant()).toMillis());
                    return Word.READING.in(
                            terminal.locale(), read.documents(), read.count(), read.count() * 1000L / millis);
                }));
        paths.forEach(files::read);
        return files;
    }

    void read(Path path) {
        if (!Files.isDirectory(path)) {
            file(path);
            return;
        }
        try (Stream<Path> files = Files.walk(path, MAX_DEPTH)) {
            files.filter(Files::isRegularFile)
                    .filter(file -> isDocument(file.toString())
                            || isArchive(file.toString())
                            || file.toString().endsWith(Snapshots.SUFFIX))
                    .sorted()
                    .forEach(this::file);
        } catch (IOException | UncheckedIOException e) {
            skip(path.toString(), "cannot be read: " + e);
        }
    }

    /// All that was read; nothing more can be.
    AdvisoryIndex index() {
        AdvisoryIndex made = index;
        if (made == null) {
            AdvisoryIndex read = advisories.build();
            made = snapshots.isEmpty() ? read : AdvisoryIndex.open(snapshots).and(read);
            index = made;
        }
        return made;
    }

    /// How many advisories there are so far.
    int count() {
        return count;
    }

    /// How many files were read, those in archives one by one.
    int documents() {
        return documents;
    }

    List<Skipped> skipped() {
        return List.copyOf(skipped);
    }

    static boolean isDocument(String name) {
        return name.matches("(?s).*\\.(json|ndjson|jsonl|xml|rdf)(\\.gz)?");
    }

    private static boolean isArchive(String name) {
        return name.endsWith(".zip");
    }

    /// The one place that tells by its name what a file is; what else `--advisories` may name is told apart here.
    private void file(Path path) {
        String name = path.toString();
        if (snapshot(path)) {
            return;
        }
        try (InputStream raw = Files.newInputStream(path)) {
            if (isArchive(name)) {
                new AdvisoryArchive(this, limits, name).read(raw);
            } else {
                documents(name, raw);
            }
        } catch (IOException e) {
            skip(name, "cannot be read: " + (e instanceof Unpacked.Exceeded ? e.getMessage() : e));
        }
    }

    private boolean snapshot(Path path) {
        try {
            if (!Snapshots.is(path)) {
                return false;
            }
            ByteBuffer snapshot = Snapshots.map(path);
            AdvisoryIndex opened = AdvisoryIndex.open(snapshot);
            if (!opened.intact()) {
                // A changed byte may hide an advisory without any other sign.
                throw new Damaged("a snapshot as it was written; its sum is another");
            }
            count += opened.size();
            snapshots.add(snapshot);
            documents++;
            progress.accept(this);
        } catch (Damaged e) {
            skip(path.toString(), Objects.toString(e.getMessage(), "damaged"));
        } catch (IOException e) {
            // Told when it is read as a document.
            return false;
        }
        return true;
    }

    void skip(Skipped part) {
        skipped.add(part);
    }

    private void skip(String name, String reason) {
        skip(new Skipped(Skipped.Kind.ADVISORY, name, "", reason));
    }

    /// @param raw left open: closing it would close the archive around it
    void documents(String name, InputStream raw) throws IOException {
        documents++;
        InputStream input = raw;
        if (name.endsWith(".gz")) {
            Unpacked.Counted packed = new Unpacked.Counted(raw);
            input = new Unpacked(new GZIPInputStream(packed), packed, limits.unpacked());
        }
        input = new BufferedInputStream(input);
        if (packed(input)) {
            skip(name, "expected a document, not an archive under its name");
        } else if (name.matches("(?s).*\\.(ndjson|jsonl)(\\.gz)?")) {
            lines(name, input);
        } else {
            byte[] document = input.readNBytes(limits.document() + 1);
            if (document.length > limits.document()) {
                skip(name, "expected a document of at most " + limits.document() + " bytes");
            } else {
                one(name, 0, document);
            }
        }
        progress.accept(this);
    }

    /// True for what begins as a zip archive or gzip does; no document begins so.
    private static boolean packed(InputStream input) throws IOException {
        input.mark(2);
        int first = input.read();
        int second = input.read();
        input.reset();
        return (first == 'P' && second == 'K') || (first == 0x1f && second == 0x8b);
    }

    private void lines(String name, InputStream input) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
        StringBuilder line = new StringBuilder();
        int number = 1;
        for (int c = lines.read(); c >= 0; c = lines.read()) {
            if (c == '\n') {
                line(name, number++, line.toString());
                line.setLength(0);
            } else if (line.length() < limits.document()) {
                line.append((char) c);
            } else {
                skip(name, "line " + number + ": expected at most " + limits.document() + " characters");
                return;
            }
        }
        line(name, number, line.toString());
    }

    private void line(String name, int number, String line) {
        if (!line.isBlank()) {
            one(name, number, line.getBytes(StandardCharsets.UTF_8));
            progress.accept(this);
        }
    }

    /// @param line counted from 1, or 0 when the document is the whole file
    private void one(String name, int line, byte[] document) {
        for (AdvisoryResult result : formats.read(document)) {
            switch (result) {
                case AdvisoryResult.Accepted(Advisory advisory) -> {
                    advisories.add(advisory);
                    count++;
                }
                case AdvisoryResult.Rejected(String pointer, int at, int column, String expected) ->
                    skipped.add(new Skipped(
                            Skipped.Kind.ADVISORY,
                            name,
                            pointer,
                            "line " + (line == 0 ? at : line) + ", column " + column + ": expected " + expected));
            }
        }
    }
}
