package io.kuramori.approval.paper;

import io.kuramori.approval.requests.Condition;
import io.kuramori.approval.requests.Sheet;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;

/// Writes a request as 起案書 (docx): what is asked, why it is a risk, who decides by which article, and a box for each
/// who decides to put his seal into. The hash at the foot ties the paper to what stands in Kuramori.
public final class DraftPaper {

    private static final String FONT = "游明朝";
    private static final int BODY_POINTS = 11;
    private static final int TITLE_POINTS = 18;
    /// A4 within 20 mm margins, in twentieths of a point.
    private static final int WIDTH = 9_638;

    private static final int LABEL_WIDTH = 2_200;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu年M月d日", Locale.JAPANESE);

    private final PaperWords words;
    private final ZoneId zone;

    /// @param zone the institution's
    public DraftPaper(PaperWords words, ZoneId zone) {
        this.words = words;
        this.zone = zone;
    }

    public void write(Sheet sheet, OutputStream to) throws IOException {
        try (var paper = new XWPFDocument()) {
            var request = sheet.request();
            var content = request.content();
            title(paper, said("approval.paper.title"));
            right(paper, request.code());
            right(paper, DAY.format(request.asking().submitted().atZone(zone)));

            var table = table(paper);
            row(table, "approval.paper.institution", sheet.institution());
            row(table, "approval.paper.requester", sheet.person(request.asking().by()));
            row(table, "approval.paper.subject", content.title());
            row(table, "approval.paper.authority", authority(sheet));
            row(table, "approval.paper.asked", content.asked());
            row(table, "approval.paper.risk", content.risk());
            row(table, "approval.paper.compensating", content.compensating());
            row(table, "approval.paper.until", day(content.until()));
            row(table, "approval.paper.reference", Objects.requireNonNullElse(content.reference(), ""));
            row(table, "approval.paper.renewal", renewal(sheet));
            row(table, "approval.paper.conditions", conditions(sheet.conditions()));
            table.removeRow(0);

            heading(paper, said("approval.paper.decision"));
            seals(paper, sheet);
            small(paper, said("approval.paper.hash", request.hash()));
            paper.write(to);
        }
    }

    private String authority(Sheet sheet) {
        return sheet.rule()
                .map(rule -> said(
                        "approval.paper.authority.of",
                        sheet.edition().orElse(""),
                        rule.article(),
                        sheet.body().orElse("")))
                .orElse(said("approval.paper.authority.none"));
    }

    private String renewal(Sheet sheet) {
        var force = sheet.renewed().map(request -> request.standing().force()).orElse(null);
        return force == null
                ? said("approval.paper.renewal.none")
                : said("approval.paper.renewal.of", sheet.request().asking().renewals(), day(force.original()));
    }

    private static String conditions(List<Condition> conditions) {
        return conditions.stream()
                .map(condition -> "・" + condition.words() + "（" + day(condition.due()) + "）")
                .reduce((first, second) -> first + "\n" + second)
                .orElse("");
    }

    /// One column for each who decides: his post above, an empty box below.
    private void seals(XWPFDocument paper, Sheet sheet) {
        var names = sheet.seats().stream()
                .map(seat -> Objects.requireNonNullElse(seat.name(), said("approval.paper.elsewhere")))
                .toList();
        if (names.isEmpty()) {
            return;
        }

        var table = paper.createTable(3, names.size());
        table.setWidth(WIDTH);
        for (int column = 0; column < names.size(); column++) {
            fill(table.getRow(0).getCell(column), names.get(column), true);
            fill(table.getRow(2).getCell(column), said("approval.paper.date"), false);
        }
        table.getRow(1).setHeight(1_200);
    }

    private XWPFTable table(XWPFDocument paper) {
        var table = paper.createTable(1, 2);
        table.setWidth(WIDTH);
        return table;
    }

    private void row(XWPFTable table, String label, String value) {
        var row = table.createRow();
        fill(row.getCell(0), said(label), true);
        row.getCell(0).setWidth(String.valueOf(LABEL_WIDTH));
        fill(row.getCell(1), value, false);
        row.getCell(1).setWidth(String.valueOf(WIDTH - LABEL_WIDTH));
    }

    private static void fill(XWPFTableCell cell, String text, boolean bold) {
        write(cell.getParagraphs().getFirst(), text, BODY_POINTS, bold);
    }

    private static void title(XWPFDocument paper, String text) {
        var paragraph = paper.createParagraph();
        paragraph.setAlignment(ParagraphAlignment.CENTER);
        write(paragraph, text, TITLE_POINTS, true);
    }

    private static void heading(XWPFDocument paper, String text) {
        var paragraph = paper.createParagraph();
        paragraph.setSpacingBefore(240);
        write(paragraph, text, BODY_POINTS, true);
    }

    private static void right(XWPFDocument paper, String text) {
        var paragraph = paper.createParagraph();
        paragraph.setAlignment(ParagraphAlignment.RIGHT);
        write(paragraph, text, BODY_POINTS, false);
    }

    private static void small(XWPFDocument paper, String text) {
        var paragraph = paper.createParagraph();
        paragraph.setSpacingBefore(240);
        write(paragraph, text, 8, false);
    }

    private static void write(XWPFParagraph paragraph, String text, int points, boolean bold) {
        var run = paragraph.createRun();
        run.setFontSize(points);
        run.setBold(bold);
        // Word takes the font of Japanese characters from its East Asian slot.
        run.setFontFamily(FONT, XWPFRun.FontCharRange.eastAsia);
        run.setFontFamily(FONT, XWPFRun.FontCharRange.ascii);
        run.setFontFamily(FONT, XWPFRun.FontCharRange.hAnsi);
        var lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (i > 0) {
                run.addBreak();
            }
            run.setText(lines.get(i), i);
        }
    }

    private static String day(LocalDate day) {
        return DAY.format(day);
    }

    private String said(String key, Object... arguments) {
        return words.of(key, arguments);
    }
}
