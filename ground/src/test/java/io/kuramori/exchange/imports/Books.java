package io.kuramori.exchange.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// Workbooks and CSV files made for tests.
final class Books {

    static final Charset SHIFT_JIS = Charset.forName("windows-31j");

    private Books() {}

    static byte[] book(Consumer<Worksheet> content) {
        return book("台帳", content);
    }

    static byte[] book(String name, Consumer<Worksheet> content) {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "test", "1.0")) {
            content.accept(workbook.newWorksheet(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /// Rows of text; a blank cell stays out.
    static byte[] rows(String[]... rows) {
        return book(sheet -> fill(sheet, 0, 0, rows));
    }

    static void fill(Worksheet sheet, int firstRow, int firstColumn, String[]... rows) {
        for (int r = 0; r < rows.length; r++) {
            for (int c = 0; c < rows[r].length; c++) {
                if (!rows[r][c].isEmpty()) {
                    sheet.value(firstRow + r, firstColumn + c, rows[r][c]);
                }
            }
        }
    }

    static String[] row(String... cells) {
        return cells;
    }

    static byte[] csv(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// A package of the given parts.
    static byte[] zip(String... namesAndTexts) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /// The workbook with one part rewritten.
    static byte[] rewrite(byte[] book, String part, UnaryOperator<String> change) {
        var out = new ByteArrayOutputStream();
        try (var in = ZipFile.builder()
                        .setSeekableByteChannel(new SeekableInMemoryByteChannel(book))
                        .get();
                var zip = new ZipOutputStream(out)) {
            for (var entry : Collections.list(in.getEntries())) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                var bytes = in.getInputStream(entry).readAllBytes();
                zip.write(
                        entry.getName().equals(part)
                                ? change.apply(new String(bytes, StandardCharsets.UTF_8))
                                        .getBytes(StandardCharsets.UTF_8)
                                : bytes);
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
