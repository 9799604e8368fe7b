package io.kuramori.exchange.grid;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// CSV or TSV (RFC 4180), in UTF-8, UTF-16 with a mark, or Windows-31J, which Japanese Excel still writes.
final class CsvFile implements GridFile {

    private static final Charset WINDOWS_31J = Charset.forName("windows-31j");

    private final String name;
    private final String content;
    private final char separator;

    private CsvFile(String name, String content, char separator) {
        this.name = name;
        this.content = content;
        this.separator = separator;
    }

    static CsvFile open(String name, byte[] bytes) throws Unreadable {
        var content = decode(name, bytes);
        var start = content.stripLeading().toLowerCase(Locale.ROOT);
        if (start.startsWith("<!doctype") || start.startsWith("<html") || start.startsWith("<table")) {
            throw new Unreadable(name, "exchange.problem.file.html");
        }
        if (start.startsWith("<?xml")) {
            throw new Unreadable(name, "exchange.problem.file.xml");
        }
        if (start.isEmpty()) {
            throw new Unreadable(name, "exchange.problem.file.empty");
        }
        refuseControls(name, content);

        return new CsvFile(name, content, separator(content));
    }

    @Override
    public List<String> worksheets() {
        return List.of("");
    }

    @Override
    public void read(int worksheet, RowVisitor visitor) throws Unreadable {
        var last = 0;
        try (var reader = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .maxBufferSize(16 * 1024 * 1024)
                .ofCsvRecord(content)) {
            for (CsvRecord fields : reader) {
                last++;
                if (!visitor.visit(row(last, fields))) {
                    return;
                }
            }
        } catch (CsvParseException | UncheckedIOException e) {
            throw Unreadable.at(name, "", String.valueOf(last + 1), "exchange.problem.csv.quotes");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private GridRow row(int number, CsvRecord fields) throws Unreadable {
        if (number > Limits.ROWS) {
            throw new Unreadable(name, "exchange.problem.file.rows", String.valueOf(Limits.ROWS));
        }
        if (fields.getFieldCount() > Limits.COLUMNS) {
            throw Unreadable.at(
                    name, "", String.valueOf(number), "exchange.problem.file.columns", String.valueOf(Limits.COLUMNS));
        }

        var cells = new ArrayList<Cell>(fields.getFieldCount());
        for (var field : fields.getFields()) {
            if (field.length() > Limits.CELL) {
                throw Unreadable.at(
                        name,
                        "",
                        Cell.name(cells.size(), number),
                        "exchange.problem.cell.long",
                        String.valueOf(Limits.CELL));
            }
            cells.add(Cell.text(field));
        }
        return new GridRow(number, cells);
    }

    private static String decode(String name, byte[] bytes) throws Unreadable {
        if (bytes.length >= 2 && (bytes[0] & 0xff) == 0xff && (bytes[1] & 0xff) == 0xfe) {
            return strict(name, bytes, 2, StandardCharsets.UTF_16LE);
        }
        if (bytes.length >= 2 && (bytes[0] & 0xff) == 0xfe && (bytes[1] & 0xff) == 0xff) {
            return strict(name, bytes, 2, StandardCharsets.UTF_16BE);
        }
        refuseNul(name, bytes);
        if (bytes.length >= 3 && (bytes[0] & 0xff) == 0xef && (bytes[1] & 0xff) == 0xbb && (bytes[2] & 0xff) == 0xbf) {
            return strict(name, bytes, 3, StandardCharsets.UTF_8);
        }
        try {
            return decode(bytes, 0, StandardCharsets.UTF_8);
        } catch (CharacterCodingException notUtf8) {
            return strict(name, bytes, 0, WINDOWS_31J);
        }
    }

    private static String strict(String name, byte[] bytes, int from, Charset charset) throws Unreadable {
        try {
            return decode(bytes, from, charset);
        } catch (CharacterCodingException e) {
            throw Unreadable.at(name, "", badLine(bytes, from, charset), "exchange.problem.csv.encoding");
        }
    }

    private static String decode(byte[] bytes, int from, Charset charset) throws CharacterCodingException {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                .toString();
    }

    /// The line at which decoding fails first.
    private static String badLine(byte[] bytes, int from, Charset charset) {
        var text = new String(bytes, from, bytes.length - from, charset);
        var bad = text.indexOf('\uFFFD');
        return bad < 0 ? "" : line(text, bad);
    }

    private static void refuseNul(String name, byte[] bytes) throws Unreadable {
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                var before = new String(bytes, 0, i, StandardCharsets.ISO_8859_1);
                throw Unreadable.at(name, "", line(before, i), "exchange.problem.file.binary");
            }
        }
    }

    private static void refuseControls(String name, String content) throws Unreadable {
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            if ((c < ' ' && c != '\t' && c != '\n' && c != '\r') || c == 0x7f) {
                throw Unreadable.at(name, "", line(content, i), "exchange.problem.file.binary");
            }
        }
    }

    private static String line(String text, int position) {
        return String.valueOf(
                1 + text.substring(0, position).chars().filter(c -> c == '\n').count());
    }

    /// Whichever of tab, comma and semicolon stands most often in the first lines outside quotes.
    private static char separator(String content) {
        var counts = new int[3];
        boolean quoted = false;
        for (int i = 0; i < Math.min(content.length(), 20_000); i++) {
            char c = content.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted) {
                counts[0] += c == ',' ? 1 : 0;
                counts[1] += c == '\t' ? 1 : 0;
                counts[2] += c == ';' ? 1 : 0;
            }
        }
        if (counts[1] > counts[0] && counts[1] >= counts[2]) {
            return '\t';
        }
        return counts[2] > counts[0] ? ';' : ',';
    }
}
