package io.kuramori.exchange.grid;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/// A workbook of Excel 2007 and later. {@link XlsxParts} has looked over the package before the reader sees it.
final class XlsxFile implements GridFile {

    private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, true);

    private final String name;
    private final byte[] bytes;
    private final List<Worksheet> worksheets;
    private final XlsxParts parts;
    private final boolean epoch1904;

    private XlsxFile(String name, byte[] bytes, List<Worksheet> worksheets, XlsxParts parts, boolean epoch1904) {
        this.name = name;
        this.bytes = bytes;
        this.worksheets = worksheets;
        this.parts = parts;
        this.epoch1904 = epoch1904;
    }

    static XlsxFile open(String name, byte[] bytes) throws Unreadable {
        var parts = XlsxParts.check(name, bytes);
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes), WITH_FORMATS)) {
            var worksheets = workbook.getSheets()
                    .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
                    .map(sheet -> new Worksheet(sheet.getIndex(), sheet.getName()))
                    .toList();
            if (worksheets.isEmpty()) {
                throw new Unreadable(name, "exchange.problem.file.empty");
            }
            if (worksheets.size() > Limits.WORKSHEETS) {
                throw new Unreadable(name, "exchange.problem.file.worksheets", String.valueOf(Limits.WORKSHEETS));
            }
            return new XlsxFile(name, bytes, worksheets, parts, workbook.isDate1904() || parts.epoch1904());
        } catch (IOException | RuntimeException e) {
            throw new Unreadable(name, "exchange.problem.file.damaged");
        }
    }

    @Override
    public List<String> worksheets() {
        return worksheets.stream().map(Worksheet::name).toList();
    }

    @Override
    public void read(int worksheet, RowVisitor visitor) throws Unreadable {
        var chosen = worksheets.get(worksheet);
        var last = 0;
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes), WITH_FORMATS)) {
            var sheet = workbook.getSheet(chosen.index()).orElseThrow();
            var merges = new Merges(parts.merges(chosen.index()));
            try (var rows = sheet.openStream()) {
                var iterator = rows.iterator();
                while (true) {
                    var row = next(iterator, chosen, last);
                    if (row == null) {
                        return;
                    }
                    last = row.number();
                    if (!visitor.visit(merges.fill(row))) {
                        return;
                    }
                }
            }
        } catch (IOException | ExcelReaderException e) {
            throw Unreadable.at(name, chosen.name(), after(last), "exchange.problem.file.damaged");
        }
    }

    /// The next row, or null after the last. The reader throws all sorts of unchecked exceptions on odd input.
    private @Nullable GridRow next(Iterator<Row> rows, Worksheet sheet, int last) throws Unreadable {
        try {
            if (!rows.hasNext()) {
                return null;
            }
            var row = rows.next();
            if (row.getRowNum() > last) {
                return row(sheet.name(), row);
            }
        } catch (RuntimeException e) {
            throw Unreadable.at(name, sheet.name(), after(last), "exchange.problem.file.damaged");
        }
        throw Unreadable.at(name, sheet.name(), after(last), "exchange.problem.file.damaged");
    }

    private static String after(int last) {
        return last == 0 ? "" : String.valueOf(last + 1);
    }

    private GridRow row(String sheet, Row row) throws Unreadable {
        int number = row.getRowNum();
        if (number > Limits.ROWS) {
            throw Unreadable.at(name, sheet, String.valueOf(number), "exchange.problem.file.rows", "" + Limits.ROWS);
        }

        var cells = new ArrayList<Cell>();
        for (int i = 0; i < row.getCellCount(); i++) {
            var cell = row.hasCell(i) ? row.getCell(i) : null;
            if (cell == null) {
                cells.add(Cell.BLANK);
                continue;
            }
            var value = cell(cell);
            if (!value.blank() && i >= Limits.COLUMNS) {
                throw Unreadable.at(
                        name, sheet, Cell.name(i, number), "exchange.problem.file.columns", "" + Limits.COLUMNS);
            }
            if (value.text().length() > Limits.CELL) {
                throw Unreadable.at(name, sheet, Cell.name(i, number), "exchange.problem.cell.long", "" + Limits.CELL);
            }
            cells.add(value);
        }
        return new GridRow(number, cells);
    }

    private Cell cell(org.dhatim.fastexcel.reader.Cell cell) {
        var text = cell.getText();
        return switch (cell.getType()) {
            case EMPTY -> Cell.BLANK;
            case STRING -> Cell.text(text);
            case BOOLEAN -> new Cell(Cell.Kind.TRUTH, String.valueOf(cell.asBoolean()));
            case ERROR -> new Cell(Cell.Kind.ERROR, text.isEmpty() ? "#" : text);
            case NUMBER -> number(cell);
            case FORMULA -> formula(cell);
        };
    }

    private Cell formula(org.dhatim.fastexcel.reader.Cell cell) {
        var raw = cell.getRawValue();
        if (raw == null || raw.isEmpty()) {
            return cell.getText().isEmpty()
                    ? new Cell(Cell.Kind.ERROR, "=" + cell.getFormula())
                    : Cell.text(cell.getText());
        }
        if (raw.startsWith("#")) {
            return new Cell(Cell.Kind.ERROR, raw);
        }
        return cell.getValue() instanceof BigDecimal ? number(cell) : Cell.text(raw);
    }

    private Cell number(org.dhatim.fastexcel.reader.Cell cell) {
        var number = cell.asNumber();
        if (DateFormats.isDate(cell.getDataFormatId(), cell.getDataFormatString())) {
            var day = Serials.day(number, epoch1904);
            if (day != null) {
                return new Cell(Cell.Kind.DATE, day.toString());
            }
        }
        return new Cell(Cell.Kind.NUMBER, number.stripTrailingZeros().toPlainString());
    }

    private record Worksheet(int index, String name) {}
}
