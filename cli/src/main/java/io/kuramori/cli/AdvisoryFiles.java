package io.kuramori.cli;

import io.kuramori.engine.matching.Advisory;
import io.kuramori.engine.matching.AdvisoryResult;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// Reads advisories of all formats from files and folders: `.json`, `.xml` and `.rdf` hold a document, `.ndjson` and
/// `.jsonl` one a line, `.gz` of any of these, `.zip` of any number of them. Archives are read as streams and never
/// unpacked; each document and each archive has a bound.
final class AdvisoryFiles {

    private static final long MAX_FILE = 64L << 20;
    private static final long MAX_UNPACKED = 8L << 30;
    private static final int MAX_DEPTH = 32;
    private static final int MAX_ENTRIES = 3_000_000;
    private static final String DOCUMENT = ".*\\.(json|ndjson|jsonl|xml|rdf)(\\.gz)?";

    private final AdvisoryFormats formats = new AdvisoryFormats();
    private final List<Advisory> advisories = new ArrayList<>();
    private final List<Skipped> skipped = new ArrayList<>();

    void read(Path path) {
        if (!Files.isDirectory(path)) {
            file(path);
            return;
        }
        try (Stream<Path> files = Files.walk(path, MAX_DEPTH)) {
            files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(DOCUMENT + "|.*\\.zip"))
                    .sorted()
                    .forEach(this::file);
        } catch (IOException e) {
            skipped.add(new Skipped(path.toString(), "", "cannot be read: " + e));
        }
    }

    List<Advisory> advisories() {
        return List.copyOf(advisories);
    }

    List<Skipped> skipped() {
        return List.copyOf(skipped);
    }

    private void file(Path path) {
        String name = path.toString();
        try (InputStream raw = Files.newInputStream(path)) {
            if (name.endsWith(".zip")) {
                zip(name, raw);
            } else {
                documents(name, raw);
            }
        } catch (IOException e) {
            skipped.add(new Skipped(name, "", "cannot be read: " + e));
        }
    }

    /// Names in an archive only say what an entry is; nothing is written, so none can lead anywhere.
    private void zip(String name, InputStream raw) throws IOException {
        ZipInputStream zip = new ZipInputStream(raw);
        InputStream unpacked = new Bounded(zip, MAX_UNPACKED);
        int entries = 0;
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (++entries > MAX_ENTRIES) {
                skipped.add(new Skipped(name, "", "beyond the first " + MAX_ENTRIES + " entries"));
                return;
            }
            String inner = name + "!" + entry.getName();
            if (entry.isDirectory()) {
                continue;
            }
            if (entry.getName().matches(DOCUMENT)) {
                documents(inner, unpacked);
            } else {
                skipped.add(new Skipped(inner, "", "expected .json, .ndjson, .jsonl, .xml or .rdf, also .gz"));
            }
        }
        if (entries == 0) {
            skipped.add(new Skipped(name, "", "expected a zip archive with entries"));
        }
    }

    private void documents(String name, InputStream raw) throws IOException {
        // Not closed: it would close the archive around it; nothing is held but memory.
        InputStream input = name.endsWith(".gz") ? new Bounded(new GZIPInputStream(raw), MAX_UNPACKED) : raw;
        if (name.matches(".*\\.(ndjson|jsonl)(\\.gz)?")) {
            lines(name, input);
            return;
        }
        byte[] document = input.readNBytes(Math.toIntExact(MAX_FILE + 1));
        if (document.length > MAX_FILE) {
            skipped.add(new Skipped(name, "", "expected a document of at most " + MAX_FILE + " bytes"));
            return;
        }
        one(name, 0, document);
    }

    private void lines(String name, InputStream input) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
        StringBuilder line = new StringBuilder();
        int number = 1;
        for (int c = lines.read(); c >= 0; c = lines.read()) {
            if (c == '\n') {
                line(name, number++, line.toString());
                line.setLength(0);
            } else if (line.length() < MAX_FILE) {
                line.append((char) c);
            } else {
                skipped.add(new Skipped(name, "", "line " + number + ": expected at most " + MAX_FILE + " characters"));
                return;
            }
        }
        line(name, number, line.toString());
    }

    private void line(String name, int number, String line) {
        if (!line.isBlank()) {
            one(name, number, line.getBytes(StandardCharsets.UTF_8));
        }
    }

    /// @param line counted from 1, or 0 when the document is the whole file
    private void one(String name, int line, byte[] document) {
        for (AdvisoryResult result : formats.read(document)) {
            switch (result) {
                case AdvisoryResult.Accepted(Advisory advisory) -> advisories.add(advisory);
                case AdvisoryResult.Rejected(String pointer, int at, int column, String expected) ->
                    skipped.add(new Skipped(
                            name, pointer, "line " + (line == 0 ? at : line) + ", column " + column + ": " + expected));
            }
        }
    }
}
