package io.kuramori.exchange.imports;

import static io.kuramori.exchange.imports.Books.book;
import static io.kuramori.exchange.imports.Books.csv;
import static io.kuramori.exchange.imports.Books.rewrite;
import static io.kuramori.exchange.imports.Books.row;
import static io.kuramori.exchange.imports.Books.rows;
import static io.kuramori.exchange.imports.Books.zip;
import static org.assertj.core.api.Assertions.assertThat;

import io.kuramori.exchange.Line;
import io.kuramori.exchange.MemoryLedger;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Files that cannot be taken: each is told where and why, and nothing of it is ready to be done.
final class BrokenFilesTest {

    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final String[] HEAD = row("コード", "システム名", "利用開始日", "重要度", "利用者数", "所管部署", "外部公開", "上位システム");
    private static final byte[] GOOD = rows(HEAD, row("S1", "勘定系", "2020-04-01", "高"));

    static Stream<Arguments> files() throws IOException {
        return Stream.of(
                // The file as a whole.
                file("zero bytes", new byte[0], " exchange.problem.file.empty"),
                file("blank text", csv(" \r\n \n"), " exchange.problem.file.empty"),
                file("pdf", csv("%PDF-1.7 ..."), " exchange.problem.file.pdf"),
                file("png", HexFormat.of().parseHex("89504e470d0a1a0a"), " exchange.problem.file.picture"),
                file("gzip", HexFormat.of().parseHex("1f8b0800"), " exchange.problem.file.archive"),
                file("html named xls", csv("<html><table><tr><td>コード"), " exchange.problem.file.html"),
                file("xml", csv("<?xml version=\"1.0\"?><a/>"), " exchange.problem.file.xml"),
                file("old xls", ole("Workbook"), " exchange.problem.file.xls"),
                file("encrypted workbook", ole("EncryptedPackage"), " exchange.problem.file.password"),
                file("other compound file", ole("WordDocument"), " exchange.problem.file.unknown"),
                file(
                        "ods",
                        zip("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
                        " exchange.problem.file.ods"),
                file(
                        "docx",
                        zip("[Content_Types].xml", "<a/>", "word/document.xml", "<a/>"),
                        " exchange.problem.file.office"),
                file("xlsb", zip("xl/workbook.bin", "x"), " exchange.problem.file.xlsb"),
                file("zip of pictures", zip("a.png", "x"), " exchange.problem.file.archive"),
                file("truncated", Arrays.copyOf(GOOD, GOOD.length / 2), " exchange.problem.file.damaged"),
                file("zip header only", HexFormat.of().parseHex("504b0304"), " exchange.problem.file.damaged"),
                file(
                        "torn xml",
                        rewrite(GOOD, SHEET, xml -> xml.substring(0, xml.length() / 2)),
                        " exchange.problem.file.damaged"),
                file(
                        "bomb",
                        rewrite(
                                GOOD,
                                SHEET,
                                xml -> xml.replace("</sheetData>", " ".repeat(20_000_000) + "</sheetData>")),
                        " exchange.problem.file.bomb"),
                file("many parts", manyParts(), " exchange.problem.file.bomb"),
                file(
                        "dtd",
                        rewrite(
                                GOOD,
                                SHEET,
                                xml -> "<!DOCTYPE a [<!ENTITY b \"c\">]>" + xml.replaceFirst("<\\?xml[^>]*>", "")),
                        " exchange.problem.file.dangerous"),
                file(
                        "external entity",
                        rewrite(
                                GOOD,
                                SHEET,
                                xml -> "<!DOCTYPE a SYSTEM \"file:///etc/passwd\">"
                                        + xml.replaceFirst("<\\?xml[^>]*>", "")),
                        " exchange.problem.file.dangerous"),
                file(
                        "cell outside the grid",
                        rewrite(GOOD, SHEET, xml -> xml.replace("r=\"A2\"", "r=\"ZZZZZZ2\"")),
                        " exchange.problem.file.dangerous"),
                file(
                        "rows out of order",
                        rewrite(GOOD, SHEET, xml -> xml.replace("<row r=\"2\"", "<row r=\"1\"")),
                        "2 exchange.problem.file.damaged"),
                file(
                        "no worksheet shown",
                        rewrite(GOOD, "xl/workbook.xml", xml -> xml.replace("<sheet ", "<sheet state=\"hidden\" ")),
                        " exchange.problem.file.empty"),
                // CSV.
                file("nul bytes", csv("コード,システム名\nS1,勘\u0000定\n"), "2 exchange.problem.file.binary"),
                file("control characters", csv("コード,システム名\nS1,\u0007\n"), "2 exchange.problem.file.binary"),
                file("mixed encodings", mixed(), "3 exchange.problem.csv.encoding"),
                file("random bytes", random(), "exchange.problem."),
                file("too many columns", csv("a,".repeat(16_000) + "\n"), "1 exchange.problem.file.columns"),
                file(
                        "cell beyond Excel's limit",
                        csv("コード,システム名\nS1," + "あ".repeat(40_000)),
                        "B2 exchange.problem.cell.long"),
                // The table.
                file("no heading known", rows(row("りんご", "みかん"), row("1", "2")), "1 exchange.problem.table.no-heading"),
                file("header only", rows(HEAD), "1 exchange.problem.table.no-rows"),
                file(
                        "16,384 columns",
                        book(sheet -> {
                            Books.fill(sheet, 0, 0, HEAD);
                            sheet.value(1, 16_383, "x");
                        }),
                        "XFD2 exchange.problem.file.columns"),
                file(
                        "missing mandatory column",
                        rows(row("コード", "重要度"), row("S9", "高")),
                        "1 exchange.problem.column.missing"),
                // Cells.
                file("mandatory cell blank", rows(HEAD, row("S9", "", "", "高")), "B2 exchange.problem.cell.required"),
                file("bad date", rows(HEAD, row("S9", "a", "2026-02-30")), "C2 exchange.problem.cell.date"),
                file(
                        "day of an era that had ended",
                        rows(HEAD, row("S9", "a", "平成32年1月5日")),
                        "C2 exchange.problem.cell.date"),
                file("month only", rows(HEAD, row("S9", "a", "2026年11月")), "C2 exchange.problem.cell.date"),
                file("bad choice", rows(HEAD, row("S9", "a", "", "最高")), "D2 exchange.problem.cell.choice"),
                file("bad number", rows(HEAD, row("S9", "a", "", "", "約百人")), "E2 exchange.problem.cell.number"),
                file("fraction", rows(HEAD, row("S9", "a", "", "", "1.5")), "E2 exchange.problem.cell.decimals"),
                file("out of range", rows(HEAD, row("S9", "a", "", "", "99999999")), "E2 exchange.problem.cell.range"),
                file(
                        "unknown reference",
                        rows(HEAD, row("S9", "a", "", "", "", "宇宙部")),
                        "F2 exchange.problem.cell.reference"),
                file(
                        "ambiguous reference",
                        rows(HEAD, row("S9", "a", "", "", "", "総務部")),
                        "F2 exchange.problem.cell.ambiguous"),
                file(
                        "neither yes nor no",
                        rows(HEAD, row("S9", "a", "", "", "", "", "たぶん")),
                        "G2 exchange.problem.cell.yesno"),
                file(
                        "unknown parent",
                        rows(HEAD, row("S9", "a", "", "", "", "", "", "S404")),
                        "H2 exchange.problem.cell.reference"),
                file("too long", rows(HEAD, row("S9", "長".repeat(101))), "B2 exchange.problem.cell.too-long"),
                file(
                        "formula error",
                        rewrite(
                                GOOD,
                                SHEET,
                                xml -> xml.replaceAll(
                                        "<c r=\"B2\"[^>]*><v>\\d+</v></c>", "<c r=\"B2\" t=\"e\"><v>#REF!</v></c>")),
                        "B2 exchange.problem.cell.formula"),
                file(
                        "formula without its result",
                        rewrite(
                                GOOD,
                                SHEET,
                                xml -> xml.replaceAll(
                                        "<c r=\"B2\"[^>]*><v>\\d+</v></c>", "<c r=\"B2\"><f>A1&amp;A2</f></c>")),
                        "B2 exchange.problem.cell.formula"),
                // Rows.
                file("duplicate code", rows(HEAD, row("S9", "a"), row("s９", "b")), "A3 exchange.problem.row.duplicate"),
                file(
                        "same record by code and by name",
                        rows(HEAD, row("S1", "勘定系X"), row("", "勘定系")),
                        "B3 exchange.problem.row.duplicate"),
                file("a name that two records have", rows(HEAD, row("", "同名")), "B2 exchange.problem.row.ambiguous"),
                file(
                        "the ledger's own objection",
                        rows(HEAD, row("S9", "a", "", "低", "", "", "有")),
                        "D2 exchange.problem.cell.choice"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void isToldAndChangesNothing(String name, byte[] bytes, String expected) throws IOException {
        var ledger = ledger();
        var before = ledger.living();
        var plan = Previews.preview(ledger, name, bytes);

        assertThat(Previews.places(plan)).anyMatch(each -> each.contains(expected));
        assertThat(plan.ready()).isFalse();
        assertThat(ledger.living()).isEqualTo(before);
        var words = new Properties();
        try (var in = getClass().getResourceAsStream("/messages/exchange.properties")) {
            words.load(new java.io.InputStreamReader(java.util.Objects.requireNonNull(in), StandardCharsets.UTF_8));
        }
        plan.problems().forEach(problem -> assertThat(words).containsKey(problem.message()));
    }

    @Test
    void tellsValueHeadingAndWhatWasProbablyMeant() {
        var plan = Previews.preview(
                ledger(), "t.xlsx", rows(HEAD, row("S9", "a", "平成32年1月5日"), row("S8", "b", "", "", "", "システム倍")));

        assertThat(plan.problems())
                .extracting(each -> each.sheet() + "!" + each.cell() + " " + each.heading() + " " + each.value() + " → "
                        + each.suggestion())
                .containsExactly("台帳!C2 利用開始日 平成32年1月5日 → 2020-01-05", "台帳!F3 所管部署 システム倍 → システム部");
    }

    private static Arguments file(String name, byte[] bytes, String expected) {
        return Arguments.of(name, bytes, expected);
    }

    private static MemoryLedger ledger() {
        var ledger = new MemoryLedger();
        ledger.put(new Line(new UUID(0, 1), 1, false, Map.of("code", "S1", "name", "勘定系")));
        ledger.put(new Line(new UUID(0, 2), 1, false, Map.of("code", "S2", "name", "同名")));
        ledger.put(new Line(new UUID(0, 3), 1, false, Map.of("code", "S3", "name", "同名")));
        return ledger;
    }

    private static byte[] ole(String stream) throws IOException {
        var out = new ByteArrayOutputStream();
        out.write(HexFormat.of().parseHex("d0cf11e0a1b11ae1"));
        out.write(new byte[504]);
        out.write(stream.getBytes(StandardCharsets.UTF_16LE));
        return out.toByteArray();
    }

    private static byte[] manyParts() {
        var parts = new String[6_000];
        for (int i = 0; i < parts.length; i += 2) {
            parts[i] = "part" + i;
            parts[i + 1] = "";
        }
        return zip(parts);
    }

    /// A head in UTF-8, a row in Shift_JIS, and bytes that are neither.
    private static byte[] mixed() throws IOException {
        var out = new ByteArrayOutputStream();
        out.write("コード,システム名\nS1,あ\n".getBytes(Books.SHIFT_JIS));
        out.write(HexFormat.of().parseHex("53322cfdff0a"));
        return out.toByteArray();
    }

    private static byte[] random() {
        var bytes = new byte[2_000];
        new Random(42).nextBytes(bytes);
        return bytes;
    }
}
