package io.kuramori.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A table: narrow cells, then the sentences of the row. On a terminal the sentences are wrapped into what is left of
/// the width, or stand below the cells when that is little; elsewhere a row is one line of any length.
public final class Grid {

    private static final String GAP = "  ";
    private static final int LEAST_FOR_SENTENCES = 24;
    private static final int INDENT = 4;

    private final Terminal terminal;
    private final List<Row> rows = new ArrayList<>();

    /// Text in one paint; what may not reach a terminal is made visible.
    public record Cell(Paint paint, String text) {

        public Cell {
            text = Shown.plainly(text);
        }

        private @Nullable Cell unlessEmpty() {
            return text.isEmpty() ? null : this;
        }
    }

    private record Row(List<Cell> cells, List<Cell> sentences) {}

    public Grid(Terminal terminal) {
        this.terminal = terminal;
    }

    /// @param cells as many in each row
    /// @param sentences empty ones are left out
    public void add(List<Cell> cells, List<Cell> sentences) {
        rows.add(new Row(
                List.copyOf(cells),
                sentences.stream()
                        .flatMap(cell -> Optional.ofNullable(cell.unlessEmpty()).stream())
                        .toList()));
    }

    /// The table, each line ended by `\n`; empty without rows.
    public String text() {
        if (rows.isEmpty()) {
            return "";
        }
        int[] widths = IntStream.range(0, rows.getFirst().cells.size())
                .map(column -> rows.stream()
                        .mapToInt(row -> Cells.of(row.cells.get(column).text))
                        .max()
                        .orElse(0))
                .toArray();
        StringBuilder text = new StringBuilder();
        if (terminal.width().isEmpty()) {
            rows.forEach(row -> line(text, row, widths));
            return text.toString();
        }
        int width = terminal.width().getAsInt();
        // A long id must not push everything else out.
        for (int column = 0; column < widths.length; column++) {
            widths[column] = Math.min(widths[column], Math.max(8, width / 3));
        }
        rows.forEach(row -> wrapped(text, row, widths, width));
        return text.toString();
    }

    private void line(StringBuilder text, Row row, int[] widths) {
        for (int column = 0; column < widths.length; column++) {
            Cell cell = row.cells.get(column);
            text.append(painted(cell.paint, cell.text))
                    .append(" ".repeat(widths[column] - Cells.of(cell.text)))
                    .append(GAP);
        }
        String sentences = row.sentences.stream()
                .map(cell -> painted(cell.paint, cell.text))
                .collect(Collectors.joining(GAP));
        text.append(sentences);
        end(text);
    }

    private void wrapped(StringBuilder text, Row row, int[] widths, int width) {
        int used = IntStream.of(widths).sum() + GAP.length() * widths.length;
        boolean beside = width - used >= LEAST_FOR_SENTENCES;
        List<List<String>> columns = new ArrayList<>();
        for (int column = 0; column < widths.length; column++) {
            columns.add(Cells.lines(row.cells.get(column).text, widths[column], terminal.locale()));
        }
        List<String> sentences = new ArrayList<>();
        for (Cell sentence : row.sentences) {
            Cells.lines(sentence.text, beside ? width - used : width - INDENT, terminal.locale())
                    .forEach(line -> sentences.add(painted(sentence.paint, line)));
        }
        int height = columns.stream().mapToInt(List::size).max().orElse(0);
        for (int line = 0; line < Math.max(height, beside ? sentences.size() : 0); line++) {
            for (int column = 0; column < widths.length; column++) {
                List<String> lines = columns.get(column);
                String part = line < lines.size() ? lines.get(line) : "";
                text.append(painted(row.cells.get(column).paint, part))
                        .append(" ".repeat(widths[column] - Cells.of(part)))
                        .append(GAP);
            }
            text.append(beside && line < sentences.size() ? sentences.get(line) : "");
            end(text);
        }
        if (!beside) {
            sentences.forEach(
                    line -> text.append(" ".repeat(INDENT)).append(line).append('\n'));
        }
    }

    private String painted(Paint paint, String text) {
        return terminal.colour() ? paint.on(text) : text;
    }

    /// Without spaces at the end.
    private static void end(StringBuilder text) {
        int length = text.length();
        while (length > 0 && text.charAt(length - 1) == ' ') {
            length--;
        }
        text.setLength(length);
        text.append('\n');
    }
}
