package io.kuramori;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.dhatim.fastexcel.Workbook;

/// What the person of the walk has in hand: an invented group's workbooks, an SBOM of old components, and advisories
/// about them. One of the advisories is broken.
final class WalkFiles {

    /// Names and versions as they were published; everything else is made up.
    static final byte[] OLD_COMPONENTS = """
            {"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [
              {"type": "library", "name": "golang.org/x/net", "version": "v0.7.0", "purl": "pkg:golang/golang.org/x/net@v0.7.0"},
              {"type": "library", "name": "golang.org/x/text", "version": "v0.3.5", "purl": "pkg:golang/golang.org/x/text@v0.3.5"},
              {"type": "library", "name": "jinja2", "version": "2.11.2", "purl": "pkg:pypi/jinja2@2.11.2"},
              {"type": "library", "name": "requests", "version": "2.19.1", "purl": "pkg:pypi/requests@2.19.1"},
              {"type": "library", "name": "pyyaml", "version": "5.3", "purl": "pkg:pypi/pyyaml@5.3"},
              {"type": "library", "name": "自社共通部品", "version": "1.4"}]}
            """.getBytes(StandardCharsets.UTF_8);

    static final byte[] ADVISORIES = """
            {"id": "MIYAKO-2026-0001", "modified": "2026-11-20T00:00:00Z", "aliases": ["CVE-2026-90001"], "summary": "Made up: the server can be stopped from outside", "severity": [{"type": "CVSS_V3", "score": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"}], "affected": [{"package": {"ecosystem": "Go", "name": "golang.org/x/net"}, "ranges": [{"type": "SEMVER", "events": [{"introduced": "0"}, {"fixed": "0.17.0"}]}]}]}
            {"id": "MIYAKO-2026-0002", "modified": "2026-11-20T00:00:00Z", "summary": "Made up: nobody has scored this", "affected": [{"package": {"ecosystem": "PyPI", "name": "Jinja2"}, "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "2.11.3"}]}]}]}
            {"id": "MIYAKO-2026-0003", "modified": "yesterday", "affected": []}
            """.getBytes(StandardCharsets.UTF_8);

    private WalkFiles() {}

    static byte[] institutions() {
        return book(
                row("機関コード", "名称", "よみ", "上位機関", "区分", "業態"),
                row("GROUP", "みやこ金融グループ", "みやこきんゆうぐるーぷ", "", "法人", ""),
                row("BANK", "みやこ銀行", "みやこぎんこう", "GROUP", "法人", ""),
                row("PAY", "みやこペイメント", "みやこぺいめんと", "GROUP", "法人", ""));
    }

    static byte[] departments() {
        return book(
                row("機関コード", "部署コード", "部署名", "よみ"),
                row("BANK", "SYS", "システム部", "しすてむぶ"),
                row("BANK", "RISK", "リスク統括部", "りすくとうかつぶ"));
    }

    static byte[] posts() {
        return book(
                row("機関コード", "役職コード", "役職名", "部署"),
                row("BANK", "SYS-GM", "システム部長", "BANK/SYS"),
                row("BANK", "RISK-GM", "リスク統括部長", "BANK/RISK"),
                row("BANK", "CISO", "CISO", ""));
    }

    static byte[] people() {
        return book(
                row("機関コード", "社員番号", "氏名", "よみ"),
                row("BANK", "10001", "佐藤 一郎", "さとう いちろう"),
                row("BANK", "10002", "鈴木 次郎", "すずき じろう"),
                row("BANK", "10003", "高橋 三子", "たかはし みつこ"));
    }

    static byte[] appointments() {
        return book(
                row("発令日", "社員番号", "氏名", "種別", "役職", "防衛線", "解除/任命"),
                row("令和8年4月1日", "10001", "佐藤 一郎", "本務", "BANK/SYS-GM", "1", "任命"),
                row("令和8年4月1日", "10002", "鈴木 次郎", "本務", "BANK/RISK-GM", "2", "任命"),
                row("2026/4/1", "10003", "高橋 三子", "本務", "BANK/CISO", "", "任命"));
    }

    /// As institutions keep it: a title above, headings of their own, half-width kana.
    static byte[] systems() {
        return systems("3");
    }

    static byte[] systemsWithMistakes() {
        return systems("特大");
    }

    static byte[] oneMoreSystem() {
        return book(
                row("会社", "システム名称", "区分", "機密性", "完全性", "可用性", "インターネット公開"),
                row("PAY", "=SUM(A1) 管理", "SaaS", "1", "1", "1", "公開"));
    }

    private static byte[] systems(String confidentiality) {
        return book(
                row("情報システム台帳 (2026年度)"),
                row(),
                row(
                        "会社",
                        "管理番号",
                        "システム名称",
                        "フリガナ",
                        "区分",
                        "所管",
                        "主管部",
                        "説明",
                        "機密性",
                        "完全性",
                        "可用性",
                        "重要業務",
                        "インターネット公開",
                        "RTO",
                        "RPO",
                        "委託先"),
                row(
                        "BANK",
                        "SYS-0001",
                        "インターネットバンキング",
                        "インターネットバンキング",
                        "情報システム",
                        "BANK/SYS-GM",
                        "BANK/SYS",
                        "個人向け",
                        "3",
                        "3",
                        "3",
                        "○",
                        "公開",
                        "240",
                        "15",
                        ""),
                row(
                        "BANK",
                        "SYS-0002",
                        "勘定系システム",
                        "ｶﾝｼﾞｮｳｹｲｼｽﾃﾑ",
                        "情報システム",
                        "BANK/SYS-GM",
                        "BANK/SYS",
                        "共同センター",
                        "3",
                        "3",
                        "3",
                        "○",
                        "社内",
                        "120",
                        "0",
                        "地域共同センター"),
                row(
                        "BANK",
                        "SYS-0003",
                        "サイバー管理台帳",
                        "サイバーカンリダイチョウ",
                        "情報システム",
                        "BANK/SYS-GM",
                        "BANK/SYS",
                        "",
                        confidentiality,
                        "3",
                        "2",
                        "",
                        "社内",
                        "",
                        "",
                        ""),
                row("PAY", "", "送金アプリ", "ソウキンアプリ", "SaaS", "", "", "", "2", "2", "2", "", "公開", "", "", "クラウド社"));
    }

    private static String[] row(String... cells) {
        return cells;
    }

    private static byte[] book(String[]... rows) {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "walk", "1.0")) {
            var sheet = workbook.newWorksheet("台帳");
            for (int r = 0; r < rows.length; r++) {
                for (int c = 0; c < rows[r].length; c++) {
                    if (!rows[r][c].isEmpty()) {
                        sheet.value(r, c, rows[r][c]);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
