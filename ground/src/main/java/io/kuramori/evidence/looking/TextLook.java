package io.kuramori.evidence.looking;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;

/// Plain text by lines, or separated values by cells. Holds one piece at a time.
final class TextLook {

    private final Finds finds = new Finds();
    private final StringBuilder piece = new StringBuilder();
    private final char separator;
    private int row = 1;
    private int column = 1;
    private boolean quoted;

    private TextLook(char separator) {
        this.separator = separator;
    }

    /// @param separator of cells; a line feed for text that has none
    static Look.Read look(Path file, char separator) throws IOException {
        try (var reader = new BufferedReader(Encodings.open(file), Bounds.PIECE)) {
            return new TextLook(separator).look(reader);
        }
    }

    private Look.Read look(Reader reader) throws IOException {
        char[] buffer = new char[Bounds.PIECE];
        for (int count = reader.read(buffer); count >= 0; count = reader.read(buffer)) {
            for (int i = 0; i < count; i++) {
                take(buffer[i]);
            }
        }
        flush();
        return finds.read();
    }

    private void take(char c) {
        boolean cells = separator != '\n';
        if (cells && c == '"') {
            // A quote opens a cell only at its beginning; inside, pairs of quotes close and open again.
            quoted = !quoted && (piece.isEmpty() || piece.charAt(piece.length() - 1) == '"');
            piece.append(c);
        } else if (c == '\n' && !quoted) {
            flush();
            row++;
            column = 1;
        } else if (cells && c == separator && !quoted) {
            flush();
            column++;
        } else {
            piece.append(c);
            if (piece.length() >= Bounds.PIECE) {
                flushLong();
            }
        }
    }

    private void flush() {
        if (piece.length() > 0) {
            finds.in(piece, this::place);
            piece.setLength(0);
        }
    }

    /// Leaves what may be the beginning of a number to the next piece.
    private void flushLong() {
        int cut = piece.length();
        while (cut > 0 && piece.length() - cut < 100 && numeric(piece.charAt(cut - 1))) {
            cut--;
        }
        finds.in(piece.subSequence(0, cut), this::place);
        piece.delete(0, cut);
    }

    private static boolean numeric(char c) {
        return Character.isDigit(c) || Character.isLetter(c) || c == ' ' || c == '-' || c == '－' || c == '\u3000';
    }

    private Said place() {
        return separator == '\n'
                ? Said.of("evidence.place.line", row)
                : Said.of("evidence.place.row", row, Columns.letters(column - 1));
    }
}
