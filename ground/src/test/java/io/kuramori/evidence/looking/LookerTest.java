package io.kuramori.evidence.looking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Real files of each kind, made here.
class LookerTest {

    private static final String MINE = "123456789018";
    private static final String CARD = "4111111111111111";

    @TempDir
    Path folder;

    private final Looker looker = new Looker();

    @Test
    void saysTheLineOfAText() throws IOException {
        var look = look("memo.txt", ("一行目\n本人 " + MINE + "\n").getBytes(StandardCharsets.UTF_8));
        assertThat(places(look)).containsExactly("evidence.place.line[2]");
    }

    @Test
    void readsWhatWindowsWrote() throws IOException {
        var look = look("memo.txt", "番号 １２３４－５６７８－９０１８".getBytes(Charset.forName("windows-31j")));
        assertThat(places(look)).containsExactly("evidence.place.line[1]");
        var sixteen = look("memo.txt", ("\ufeff番号 " + MINE).getBytes(StandardCharsets.UTF_16LE));
        assertThat(places(sixteen)).containsExactly("evidence.place.line[1]");
    }

    @Test
    void saysRowAndColumnOfSeparatedValuesAndJoinsNoCells() throws IOException {
        var csv = "名前,番号,カード\n\"山田, 太郎\",\"" + MINE + "\",x\n1234,5678,9018\na,b," + CARD + "\n";
        var look = look("list.csv", csv.getBytes(StandardCharsets.UTF_8));
        assertThat(places(look)).containsExactly("evidence.place.row[2, B]", "evidence.place.row[4, C]");
    }

    @Test
    void findsANumberAtAnyPlaceOfALongLine() throws IOException {
        for (int before :
                List.of(Bounds.PIECE - 13, Bounds.PIECE - 6, Bounds.PIECE - 1, Bounds.PIECE, 3 * Bounds.PIECE)) {
            var line = "あ".repeat(before - 1) + " " + MINE + " 終";
            assertThat(looked(look("long.txt", line.getBytes(StandardCharsets.UTF_8)))
                            .individual())
                    .as("%d before", before)
                    .isEqualTo(1);
        }
    }

    @Test
    void saysSheetAndCellOfAWorkbook() throws IOException {
        var look = look("book.xlsx", book());
        assertThat(places(look))
                .containsExactlyInAnyOrder(
                        "evidence.place.cell[台帳, B2]", "evidence.place.cell[台帳, C3]", "evidence.place.cell[控え, A1]");
        assertThat(looked(look).individual()).isEqualTo(2);
        assertThat(looked(look).cards()).isEqualTo(1);
        assertThat(looked(look).shown())
                .extracting(Look.Located::masked)
                .allMatch(masked -> masked.matches("\\*{9,}\\d{3,4}"));
    }

    @Test
    void saysTheParagraphOfADocument() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var document = new XWPFDocument()) {
            document.createParagraph().createRun().setText("議事録");
            var split = document.createParagraph();
            split.createRun().setText("番号 1234");
            split.createRun().setText("56789018");
            document.write(out);
        }
        var look = look("minutes.docx", out.toByteArray());
        assertThat(places(look)).containsExactly("evidence.place.paragraph[2]");
    }

    @Test
    void saysThePageOfAPdfAndKnowsOneWithoutText() throws IOException {
        assertThat(places(look("paper.pdf", pdf(null, "", "My number 1234 5678 9018"))))
                .containsExactly("evidence.place.page[2]");
        assertThat(look("scan.pdf", pdf(null, "", "")).look())
                .isEqualTo(new Look.NotRead(Said.of("evidence.look.pdf-picture")));
    }

    @Test
    void refusesWhatIsLockedWithItsReason() throws IOException {
        assertThat(look("paper.pdf", pdf("secret", "x")).look())
                .isEqualTo(new Look.Refused(Said.of("evidence.look.locked")));
        var out = new ByteArrayOutputStream();
        try (var files = new POIFSFileSystem()) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (var encrypted = encryptor.getDataStream(files)) {
                encrypted.write(book());
            }
            files.writeFilesystem(out);
        } catch (java.security.GeneralSecurityException e) {
            throw new AssertionError(e);
        }
        assertThat(look("book.xlsx", out.toByteArray()).look())
                .isEqualTo(new Look.Refused(Said.of("evidence.look.locked")));
    }

    @Test
    void refusesWhatIsCutOff() throws IOException {
        var book = book();
        for (int keep : List.of(40, book.length / 2, book.length - 10)) {
            assertThat(look("book.xlsx", Arrays.copyOf(book, keep)).look())
                    .as("%d of %d bytes", keep, book.length)
                    .isEqualTo(new Look.Refused(Said.of("evidence.look.damaged")));
        }
        var paper = pdf(null, "text");
        assertThat(look("paper.pdf", Arrays.copyOf(paper, 30)).look()).isInstanceOf(Look.Refused.class);
        assertThat(look("nothing.txt", new byte[0]).look()).isEqualTo(new Look.Refused(Said.of("evidence.look.empty")));
    }

    @Test
    void refusesBombsAndHugeCellsWithTheirPlace() throws IOException {
        var sheet = "xl/worksheets/sheet1.xml";
        var bomb = packed(sheet, "<worksheet><!--" + " ".repeat(32 << 20) + "--></worksheet>");
        assertThat(look("bomb.xlsx", bomb).look()).isEqualTo(new Look.Refused(Said.of("evidence.look.bomb", sheet)));
        var cell = "<worksheet><c r=\"D7\" t=\"str\"><v>" + "x".repeat(Bounds.CELL + 1) + "</v></c></worksheet>";
        assertThat(look("huge.xlsx", packed(sheet, cell)).look())
                .isEqualTo(new Look.Refused(Said.of("evidence.look.huge-cell", sheet, "D7", Bounds.CELL)));
        var deep = packed(sheet, "<a>".repeat(500) + "</a>".repeat(500));
        assertThat(look("deep.xlsx", deep).look()).isInstanceOf(Look.Refused.class);
        var entity = packed(sheet, "<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>");
        assertThat(look("entity.xlsx", entity).look()).isInstanceOf(Look.Refused.class);
    }

    @Test
    void saysWhatItDoesNotLookInto() throws IOException {
        var picture = new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13, 'I', 'H', 'D', 'R'};
        var look = look("screen.png", picture);
        assertThat(look.look()).isEqualTo(new Look.NotRead(Said.of("evidence.look.format", "image/png")));
        assertThat(look("all.zip", packed("a.txt", MINE)).look())
                .isEqualTo(new Look.NotRead(Said.of("evidence.look.format", "application/zip")));
    }

    @Test
    void comparesWhatItIsWithWhatItIsCalled() throws IOException {
        assertThat(look("book.xlsx", book())).satisfies(file -> {
            assertThat(file.agrees()).isTrue();
            assertThat(file.sniffed()).endsWith("spreadsheetml.sheet");
        });
        assertThat(look("book.pdf", book()).agrees()).isFalse();
        assertThat(look("list.csv", "a,b\n".getBytes(StandardCharsets.UTF_8)).agrees())
                .isTrue();
        assertThat(look("list.pdf", "a,b\n".getBytes(StandardCharsets.UTF_8)).agrees())
                .isFalse();
        assertThat(look("tool.pdf", new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0})
                        .agrees())
                .isFalse();
    }

    private Looked look(String name, byte[] bytes) throws IOException {
        var file = Files.write(folder.resolve(name), bytes);
        return looker.look(file, name);
    }

    private static Look.Read looked(Looked file) {
        assertThat(file.look()).isInstanceOf(Look.Read.class);
        return (Look.Read) file.look();
    }

    private static List<String> places(Looked file) {
        return looked(file).shown().stream()
                .map(each -> each.place().key() + each.place().arguments())
                .toList();
    }

    private static byte[] book() {
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "test", "1.0")) {
            var sheet = book.newWorksheet("台帳");
            sheet.value(0, 0, "見出し");
            sheet.value(1, 1, "番号 " + MINE);
            sheet.value(2, 2, 123_456_789_018L);
            sheet.value(3, 0, "1234");
            sheet.value(3, 1, "5678");
            sheet.value(3, 2, "9018");
            book.newWorksheet("控え").value(0, 0, CARD);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] packed(String part, String content) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            if (part.startsWith("xl/")) {
                zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
                zip.write("<workbook/>".getBytes(StandardCharsets.UTF_8));
            }
            zip.putNextEntry(new ZipEntry(part));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    private static byte[] pdf(@org.jspecify.annotations.Nullable String password, String... pages) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            for (var text : pages) {
                var page = new PDPage();
                document.addPage(page);
                try (var content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                    content.newLineAtOffset(50, 700);
                    content.showText(text);
                    content.endText();
                }
            }
            if (password != null) {
                document.protect(new StandardProtectionPolicy(password, password, new AccessPermission()));
            }
            document.save(out);
        }
        return out.toByteArray();
    }
}
