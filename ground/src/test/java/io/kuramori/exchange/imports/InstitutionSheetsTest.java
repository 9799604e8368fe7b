package io.kuramori.exchange.imports;

import static io.kuramori.exchange.imports.Books.book;
import static io.kuramori.exchange.imports.Books.csv;
import static io.kuramori.exchange.imports.Books.fill;
import static io.kuramori.exchange.imports.Books.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.kuramori.exchange.Line;
import io.kuramori.exchange.MemoryLedger;
import io.kuramori.exchange.reading.TableRows.LeftOut;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Sheets as institutions have them.
final class InstitutionSheetsTest {

    private static final Map<String, String> CORE = Map.of(
            "code", "K-01", "name", "勘定系システム", "started", "2020-04-01", "importance", "high", "exposed", "false");
    private static final Map<String, String> BANKING = Map.of(
            "code", "K-02", "name", "インターネットバンキング", "started", "2026-11-23", "importance", "high", "exposed", "true");

    @Test
    void findsTheTableUnderTitlesAndGroupedHeadingsAndAboveNotes() {
        var plan = preview(book(sheet -> {
            fill(sheet, 0, 1, row("情報システム管理台帳"), row("令和8年11月23日現在", "", "", "", "作成:システム部"));
            sheet.range(0, 1, 0, 6).merge();
            fill(sheet, 4, 1, row("No.", "基本情報", "", "", "評価"), row("", "管理番号", "名称", "稼働日", "重要度(高/中/低)※1", "公開有無"));
            sheet.range(4, 1, 5, 1).merge();
            sheet.range(4, 2, 4, 4).merge();
            sheet.range(4, 5, 4, 6).merge();
            fill(
                    sheet,
                    6,
                    1,
                    row("1", "Ｋ－０１", "勘定系システム", "令和2年4月1日", "高", "無"),
                    row(),
                    row("2", "K-02", "ｲﾝﾀｰﾈｯﾄﾊﾞﾝｷﾝｸﾞ", "R8.11.23", "Ｈ", "〇"),
                    row(),
                    row("※1 重要度は規程別表による。"));
        }));

        assertThat(cells(plan)).containsExactly(CORE, BANKING);
        assertThat(plan.leftOut()).extracting(LeftOut::row).containsExactly(11);
    }

    @Test
    void takesTheFirstOfTwoTablesOnASheet() {
        var plan = preview(book(sheet -> {
            fill(
                    sheet,
                    0,
                    0,
                    row("システムコード", "システム名", "導入日", "重要度", "外部公開"),
                    row("K-01", "勘定系システム", "2020/4/1", "高", "×"),
                    row("K-02", "インターネットバンキング", "2026/11/23", "高", "✓"));
            fill(sheet, 4, 0, row("部署コード", "部署名", "責任者"), row("D01", "システム部", "山田"));
            fill(sheet, 0, 7, row("凡例", "意味"), row("高", "停止すると業務が止まる"));
        }));

        assertThat(cells(plan)).containsExactly(CORE, BANKING);
        assertThat(plan.leftOut()).extracting(LeftOut::row).containsExactly(5, 6);
    }

    @Test
    void skipsSectionTitlesSumsAndHeadingsRepeatedForPrint() {
        var plan = preview(book(sheet -> fill(
                sheet,
                0,
                0,
                row("コード", "名称", "導入日", "重要性", "外部公開"),
                row("■基幹系"),
                row("K-01", "勘定系システム", "20200401", "重要", "なし"),
                row("コード", "名称", "導入日", "重要性", "外部公開"),
                row("■チャネル系"),
                row("K-02", "インターネットバンキング", "2026年11月23日(月)", "３", "有り"),
                row("合計", "2"))));

        assertThat(cells(plan)).containsExactly(CORE, BANKING);
        assertThat(plan.leftOutCount()).isEqualTo(4);
    }

    @Test
    void readsShiftJisCsvWithHalfWidthKana() {
        var text = String.join(
                "\r\n",
                "システム台帳,,,,",
                "コード,システム名,導入日,重要度,外部公開",
                "K-01,勘定系ｼｽﾃﾑ,R2.4.1,高,無",
                ",,,,",
                "K-02,\"ｲﾝﾀｰﾈｯﾄﾊﾞﾝｷﾝｸﾞ\",2026/11/23,高,有",
                "");

        assertThat(cells(preview(text.getBytes(Books.SHIFT_JIS)))).containsExactly(CORE, BANKING);
        assertThat(cells(preview(csv("\uFEFF" + text)))).containsExactly(CORE, BANKING);
        assertThat(cells(preview(csv(text.replace(',', '\t'))))).containsExactly(CORE, BANKING);
    }

    @Test
    void readsDatesThatExcelCounts() {
        var plan = preview(book(sheet -> {
            fill(sheet, 0, 0, row("コード", "名称", "導入日", "重要度", "外部公開"));
            fill(sheet, 1, 0, row("K-01", "勘定系システム", "", "高", "無"), row("K-02", "インターネットバンキング", "", "高", "有"));
            sheet.value(1, 2, 43922);
            sheet.value(2, 2, 46349);
            sheet.style(2, 2).format("[$-411]ggge\"年\"m\"月\"d\"日\"").set();
        }));

        assertThat(cells(plan)).containsExactly(CORE, BANKING);
    }

    @Test
    void fillsRowsOfAMergedCell() {
        var plan = preview(book(sheet -> {
            fill(sheet, 0, 0, row("主管部", "コード", "名称"), row("システム部", "K-01", "勘定系"), row("", "K-02", "情報系"));
            sheet.range(1, 0, 2, 0).merge();
        }));

        assertThat(cells(plan)).extracting(each -> each.get("department")).containsExactly("D01", "D01");
    }

    @Test
    void findsTheBestWorksheetAndParentsWithinTheFile() {
        var plan = preview(book(
                "表紙",
                sheet ->
                        fill(sheet, 0, 0, row("コード", "名称", "上位システム"), row("K-01", "子", "K-02"), row("K-02", "親", ""))));

        assertThat(plan.problems()).isEmpty();
        assertThat(cells(plan).getFirst()).containsEntry("parent", "K-02");
    }

    @Test
    void showsOldAndNewAndLeavesColumnsAloneThatTheFileLacks() {
        var ledger = new MemoryLedger();
        ledger.put(new Line(
                new UUID(0, 1), 3, false, Map.of("code", "K-01", "name", "勘定系", "importance", "low", "users", "5")));
        var plan = Previews.preview(ledger, "t.csv", csv("名称,重要度\n勘定系,高\n"));

        assertThat(plan.changed()).isEqualTo(1);
        assertThat(plan.entries().getFirst().differences())
                .containsExactly(new Plan.Difference("importance", "low", "high"));
        assertThat(plan.entries().getFirst().record()).containsEntry("users", "5");
    }

    @Test
    void bindsTheTokenToTheLedgerItWasComparedWith() {
        var ledger = new MemoryLedger();
        var line = new Line(new UUID(0, 1), 3, false, Map.of("code", "K-01", "name", "勘定系"));
        ledger.put(line);
        var file = csv("コード,名称\nK-01,新勘定系\n");
        var token = Previews.preview(ledger, "t.csv", file).token();

        assertThat(Previews.preview(ledger, "t.csv", file).token()).isEqualTo(token);
        ledger.put(new Line(line.id(), 4, false, line.cells()));
        assertThat(Previews.preview(ledger, "t.csv", file).token()).isNotEqualTo(token);
    }

    private static Plan<Map<String, String>> preview(byte[] bytes) {
        return Previews.preview(new MemoryLedger(), "t", bytes);
    }

    private static List<Map<String, String>> cells(Plan<Map<String, String>> plan) {
        assertThat(plan.problems()).isEmpty();
        return plan.entries().stream()
                .map(entry -> (Map<String, String>) new TreeMap<>(entry.record()))
                .toList();
    }
}
