package io.kuramori.engine.matching.epss;

import io.kuramori.engine.matching.document.CsvDocument;
import io.kuramori.engine.matching.document.Problem.Kind;
import io.kuramori.engine.matching.document.Problems;
import io.kuramori.engine.matching.document.Reading;
import io.kuramori.engine.matching.document.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads a day's file of scores as FIRST publishes it: a comment with model and day, a heading, a row for each CVE.
/// A row that cannot be read is passed over and told.
public final class EpssReader {

    private static final Pattern CVE = Pattern.compile("CVE-\\d{4}-\\d{4,19}");

    private EpssReader() {}

    /// Reads uncompressed CSV; the stream is read to its end.
    ///
    /// @throws IOException when the stream itself fails
    public static Reading<Epss> read(InputStream csv) throws IOException {
        Problems problems = new Problems();
        Map<String, Epss.Score> scores = new HashMap<>();
        try {
            List<String> comments = CsvDocument.read(csv, problems, List.of("cve", "epss"), row -> row(row, scores));
            String head = comments.isEmpty() ? "" : comments.getFirst();
            return new Reading.Accepted<>(
                    new Epss(value(head, "model_version:"), value(head, "score_date:"), scores), problems.list());
        } catch (Refused e) {
            return new Reading.Rejected<>(e.problem());
        }
    }

    private static void row(CsvDocument row, Map<String, Epss.Score> scores) {
        String cve = row.field("cve").toUpperCase(Locale.ROOT);
        if (!CVE.matcher(cve).matches()) {
            throw row.refused(Kind.VALUE, "a CVE number", cve);
        }
        Optional<Double> percentile = row.has("percentile") ? Optional.of(share(row, "percentile")) : Optional.empty();
        if (scores.putIfAbsent(cve, new Epss.Score(share(row, "epss"), percentile)) != null) {
            throw row.refused(Kind.VALUE, "each CVE once", cve);
        }
    }

    private static double share(CsvDocument row, String column) {
        String text = row.field(column);
        try {
            double share = Double.parseDouble(text);
            if (share >= 0 && share <= 1) {
                return share;
            }
        } catch (NumberFormatException e) {
            // Said below, as for a number out of range.
        }
        throw row.refused(Kind.VALUE, "a number from 0 to 1 for " + column, text);
    }

    private static String value(String comment, String name) {
        int at = comment.indexOf(name);
        if (at < 0) {
            return "";
        }
        int end = comment.indexOf(',', at);
        return comment.substring(at + name.length(), end < 0 ? comment.length() : end)
                .strip();
    }
}
