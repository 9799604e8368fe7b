package io.kuramori.engine.matching.document;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.kuramori.engine.matching.document.Problem.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A CSV document (RFC 4180, UTF-8) with a heading, row by row. Comment lines may stand before the heading. For one
/// thread.
public final class CsvDocument {

    /// Most rows read.
    public static final int MAX_ROWS = 5_000_000;

    private static final int MAX_FIELD = 1 << 20;

    /// Reads one row; one that is [Refused] is passed over and told.
    public interface Row {
        void read(CsvDocument row);
    }

    private final Problems problems;
    private final List<String> comments = new ArrayList<>();
    private List<String> heading = List.of();
    private @Nullable CsvRecord record;

    private CsvDocument(Problems problems) {
        this.problems = problems;
    }

    /// Reads the rows below a heading that has at least the given columns.
    ///
    /// @throws Refused when the document is not of this kind
    /// @throws IOException when the stream itself fails
    public static List<String> read(InputStream bytes, Problems problems, List<String> columns, Row row)
            throws IOException {
        CsvDocument document = new CsvDocument(problems);
        InputStreamReader text = new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder());
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .commentStrategy(CommentStrategy.READ)
                .commentCharacter('#')
                .detectBomHeader(false)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(MAX_FIELD)
                .ofCsvRecord(text)) {
            document.rows(reader, columns, row);
        } catch (CsvParseException e) {
            throw document.syntax(e);
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                throw document.syntax(e);
            }
            throw e.getCause();
        }
        return document.comments;
    }

    private void rows(CsvReader<CsvRecord> reader, List<String> columns, Row row) {
        int count = 0;
        for (CsvRecord next : reader) {
            record = next;
            if (next.isComment()) {
                comments.add(next.getField(0));
            } else if (heading.isEmpty()) {
                heading(next, columns);
            } else if (++count > MAX_ROWS) {
                throw refused(Kind.TOO_MANY, "at most " + MAX_ROWS + " rows", "");
            } else {
                try {
                    row.read(this);
                } catch (Refused e) {
                    problems.add(e.problem());
                }
            }
        }
        if (heading.isEmpty()) {
            throw refused(Kind.FORMAT, "a heading with " + String.join(", ", columns), "");
        }
    }

    private void heading(CsvRecord first, List<String> columns) {
        heading = first.getFields().stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
        if (heading.getFirst().startsWith("\uFEFF")) {
            List<String> names = new ArrayList<>(heading);
            names.set(0, names.getFirst().substring(1));
            heading = List.copyOf(names);
        }
        if (!heading.containsAll(columns)) {
            throw refused(Kind.FORMAT, "a heading with " + String.join(", ", columns), String.join(",", heading));
        }
    }

    /// True when the heading has the column, named in lower case.
    public boolean has(String column) {
        return heading.contains(column);
    }

    /// The field under a column; empty when the row ends before it or there is no such column.
    public String field(String column) {
        int at = heading.indexOf(column);
        return record == null || at < 0 || at >= record.getFieldCount()
                ? ""
                : record.getField(at).strip();
    }

    public Refused refused(Kind kind, String expected, String found) {
        int line = record == null ? 0 : Math.toIntExact(record.getStartingLineNumber());
        return new Refused(new Problem(kind, "", line, 0, expected, found));
    }

    private Refused syntax(RuntimeException e) {
        int line = record == null ? 0 : Math.toIntExact(record.getStartingLineNumber());
        return new Refused(
                new Problem(Kind.SYNTAX, "", line + 1, 0, "well-formed CSV in UTF-8", String.valueOf(e.getMessage())));
    }
}
