package io.kuramori.engine.matching;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/// Where the public test data lies (docs/conformance.md), if it is there at all.
public final class ConformanceData {

    public static final String ABSENT =
            "Conformance data not found: not run. Set KURAMORI_CONFORMANCE_DATA to its folder; docs/conformance.md says"
                    + " where to get it.";

    private ConformanceData() {}

    public static Optional<Path> file(String relative) {
        return folder().map(folder -> folder.resolve("vuln").resolve(relative)).filter(Files::exists);
    }

    /// The lines of a file that are not blank, unpacked when it is packed.
    public static Stream<String> lines(Path file) {
        try {
            InputStream raw = Files.newInputStream(file);
            InputStream input = file.toString().endsWith(".gz") ? new GZIPInputStream(raw, 1 << 16) : raw;
            return new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Optional<Path> folder() {
        String given = System.getProperty("KURAMORI_CONFORMANCE_DATA", System.getenv("KURAMORI_CONFORMANCE_DATA"));
        if (given != null) {
            return Optional.of(Path.of(given)).filter(Files::isDirectory);
        }
        return root(Path.of("").toAbsolutePath())
                .map(root -> root.resolve("../shared/data").normalize())
                .filter(Files::isDirectory);
    }

    private static Optional<Path> root(Path from) {
        for (Path at = from; at != null; at = at.getParent()) {
            if (Files.exists(at.resolve(".git"))) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }
}
