package io.kuramori.cli;

import io.kuramori.engine.matching.Advisory;
import io.kuramori.engine.matching.osv.OsvReader;
import io.kuramori.engine.matching.osv.OsvResult;
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

/// Reads advisories from files and folders: `.json` holds one, `.ndjson` and `.jsonl` one a line, `.gz` of either.
final class AdvisoryFiles {

    private static final long MAX_FILE = 64L << 20;
    private static final int MAX_DEPTH = 32;

    private final OsvReader reader = new OsvReader("osv");
    private final List<Advisory> advisories = new ArrayList<>();
    private final List<Skipped> skipped = new ArrayList<>();

    void read(Path path) {
        if (!Files.isDirectory(path)) {
            file(path);
            return;
        }
        try (Stream<Path> files = Files.walk(path, MAX_DEPTH)) {
            files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*\\.(json|ndjson|jsonl)(\\.gz)?"))
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
        try (InputStream raw = Files.newInputStream(path);
                InputStream input = name.endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
            if (name.matches(".*\\.(ndjson|jsonl)(\\.gz)?")) {
                lines(name, input);
            } else {
                one(name, 0, input.readNBytes(Math.toIntExact(MAX_FILE + 1)));
            }
        } catch (IOException e) {
            skipped.add(new Skipped(name, "", "cannot be read: " + e));
        }
    }

    private void lines(String name, InputStream input) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (!line.isBlank()) {
                one(name, number, line.getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    /// @param line counted from 1, or 0 when the document is the whole file
    private void one(String name, int line, byte[] document) {
        switch (reader.read(document)) {
            case OsvResult.Accepted(Advisory advisory) -> advisories.add(advisory);
            case OsvResult.Rejected(String pointer, int at, int column, String reason) ->
                skipped.add(new Skipped(
                        name, pointer, "line " + (line == 0 ? at : line) + ", column " + column + ": " + reason));
        }
    }
}
