package io.kuramori.exchange.grid;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// Tells a file's format by its bytes, never by its name, and opens it.
public final class GridFiles {

    private static final List<Signature> FOREIGN = List.of(
            new Signature("25504446", "exchange.problem.file.pdf"),
            new Signature("89504e47", "exchange.problem.file.picture"),
            new Signature("ffd8ff", "exchange.problem.file.picture"),
            new Signature("47494638", "exchange.problem.file.picture"),
            new Signature("1f8b", "exchange.problem.file.archive"),
            new Signature("377abcaf271c", "exchange.problem.file.archive"),
            new Signature("526172211a07", "exchange.problem.file.archive"),
            new Signature("504b0506", "exchange.problem.file.archive"));

    private GridFiles() {}

    /// @throws Unreadable when this is no xlsx, CSV or TSV, or breaks the limits
    public static GridFile open(String name, byte[] bytes) throws Unreadable {
        if (bytes.length == 0) {
            throw new Unreadable(name, "exchange.problem.file.empty");
        }
        if (bytes.length > Limits.FILE) {
            throw new Unreadable(name, "exchange.problem.file.large", String.valueOf(Limits.FILE / 1024 / 1024));
        }
        if (starts(bytes, "d0cf11e0a1b11ae1")) {
            throw new Unreadable(name, ole(bytes));
        }
        if (starts(bytes, "504b0304")) {
            return XlsxFile.open(name, bytes);
        }
        for (var foreign : FOREIGN) {
            if (starts(bytes, foreign.hex())) {
                throw new Unreadable(name, foreign.message());
            }
        }

        return CsvFile.open(name, bytes);
    }

    /// Compound documents: workbooks with a password and those of Excel 97–2003. Stream names are UTF-16LE.
    private static String ole(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (text.contains(utf16("EncryptedPackage"))) {
            return "exchange.problem.file.password";
        }
        return text.contains(utf16("Workbook")) || text.contains(utf16("Book"))
                ? "exchange.problem.file.xls"
                : "exchange.problem.file.unknown";
    }

    private static String utf16(String name) {
        return new String(name.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
    }

    private static boolean starts(byte[] bytes, String hex) {
        for (int i = 0; i < hex.length() / 2; i++) {
            if (i >= bytes.length || (bytes[i] & 0xff) != Integer.parseInt(hex.substring(2 * i, 2 * i + 2), 16)) {
                return false;
            }
        }
        return true;
    }

    private record Signature(String hex, String message) {}
}
