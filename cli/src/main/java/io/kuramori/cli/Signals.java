package io.kuramori.cli;

import io.kuramori.engine.matching.Advisory;
import io.kuramori.engine.matching.document.Problem;
import io.kuramori.engine.matching.document.Reading;
import io.kuramori.engine.matching.epss.Epss;
import io.kuramori.engine.matching.epss.EpssReader;
import io.kuramori.engine.matching.kev.Kev;
import io.kuramori.engine.matching.kev.KevReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/// What is known of exploitation: catalogues and scores, from files that may be gzipped.
final class Signals {

    private final List<Kev> catalogues = new ArrayList<>();
    private final List<Epss> scores = new ArrayList<>();
    private final List<Skipped> skipped = new ArrayList<>();

    /// Reads one format.
    private interface Reader<T> {
        Reading<T> read(InputStream bytes) throws IOException;
    }

    void kev(Path file) {
        read(Skipped.Kind.KEV, file, KevReader::read, catalogues);
    }

    void epss(Path file) {
        read(Skipped.Kind.EPSS, file, EpssReader::read, scores);
    }

    List<Skipped> skipped() {
        return List.copyOf(skipped);
    }

    /// The entry of the first catalogue that has the advisory or one of its aliases.
    Optional<Kev.Entry> exploited(Advisory advisory) {
        return catalogues.stream()
                .flatMap(kev -> kev.of(ids(advisory)).stream())
                .findFirst();
    }

    Optional<Epss.Score> likelihood(Advisory advisory) {
        return scores.stream().flatMap(epss -> epss.of(ids(advisory)).stream()).findFirst();
    }

    private static List<String> ids(Advisory advisory) {
        List<String> ids = new ArrayList<>(List.of(advisory.id()));
        ids.addAll(advisory.aliases());
        return ids;
    }

    private <T> void read(Skipped.Kind kind, Path file, Reader<T> reader, List<T> into) {
        String name = file.toString();
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file))) {
            raw.mark(2);
            boolean gzip = raw.read() == 0x1f && raw.read() == 0x8b;
            raw.reset();
            try (InputStream bytes = gzip ? new GZIPInputStream(raw) : raw) {
                switch (reader.read(bytes)) {
                    case Reading.Accepted<T>(T value, List<Problem> problems) -> {
                        into.add(value);
                        problems.forEach(problem -> skip(kind, name, problem));
                    }
                    case Reading.Rejected<T>(Problem problem) -> skip(kind, name, problem);
                }
            }
        } catch (IOException e) {
            skipped.add(new Skipped(kind, name, "", "cannot be read: " + e));
        }
    }

    private void skip(Skipped.Kind kind, String file, Problem problem) {
        skipped.add(new Skipped(kind, file, problem.pointer(), problem.sentence()));
    }
}
