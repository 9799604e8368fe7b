package io.kuramori.cli;

import java.util.Locale;

/// The words of the table and of progress, in both languages, as patterns of [java.util.Formatter].
enum Word {
    STATUS("Status", "判定"),
    SEVERITY("Severity", "深刻度"),
    ADVISORY("Advisory", "脆弱性情報"),
    WHY("Why", "理由"),

    AFFECTED("affected", "該当"),
    INDETERMINATE("indeterminate", "判定できない"),
    SETTLED("settled", "VEX で解決"),
    SKIPPED("skipped", "読み飛ばし"),

    CRITICAL("critical", "緊急"),
    HIGH("high", "重要"),
    MEDIUM("medium", "警告"),
    LOW("low", "注意"),
    NONE("none", "なし"),
    UNSCORED("unscored", "未評価"),

    FIXED("fixed in %s", "修正版 %s"),
    EXPLOITED("KEV %s", "悪用確認(KEV) %s"),
    LIKELIHOOD("EPSS %s", "EPSS %s"),

    VEX_STATED("VEX %s", "VEX の言明: %s"),
    VEX_BY(" by %s", "、%s による"),
    VEX_IN(" in %s", "、出典 %s"),
    VEX_SUPERSEDES("; supersedes %s", "。これは次を改める: %s"),
    VEX_AMBIGUOUS("VEX ambiguous (%s): %s", "VEX の言明は定まらない(%s): %s"),
    VEX_CONFLICT("conflict", "食い違い"),
    VEX_NAME_ONLY("name_only", "名前だけの一致"),

    COMPONENTS("Components", "部品"),
    COMPONENTS_COUNTED("%,d, of which %,d evaluated and %,d matched", "%,d 件(照合 %,d 件、一致 %,d 件)"),
    ADVISORIES("Advisories", "脆弱性情報"),
    ADVISORIES_COUNTED("%,d (files: %,d)", "%,d 件(ファイル %,d 個)"),
    AFFECTED_COUNT("Affected", "該当"),
    INDETERMINATE_COUNT("Indeterminate", "判定できない"),
    OF_THEM_UNSCORED("%,d, of which %,d unscored", "%,d 件(うち未評価 %,d 件)"),
    EXPLOITED_COUNT("In KEV", "悪用確認(KEV)"),
    SETTLED_COUNT("Settled by VEX", "VEX で解決"),
    SKIPPED_COUNT("Skipped", "読み飛ばし"),
    COUNT("%,d", "%,d 件"),
    COUNT_OF_KINDS("%,d: %s", "%,d 件: %s"),
    EACH("%s %,d", "%s %,d"),
    COMMA(", ", "、"),
    TIME("Time", "所要時間"),
    SECONDS("%.1f s", "%.1f 秒"),

    KIND_BILL("in SBOMs", "SBOM"),
    KIND_COMPONENT("components", "部品"),
    KIND_ADVISORY("in advisories", "脆弱性情報"),
    KIND_ARCHIVE("in archives", "書庫"),
    KIND_KEV("in KEV", "KEV"),
    KIND_EPSS("in EPSS", "EPSS"),
    KIND_VEX("in VEX", "VEX"),

    READING("files: %,d, advisories: %,d, each second: %,d", "ファイル %,d 個、脆弱性情報 %,d 件、毎秒 %,d 件"),
    NO_ADVISORY("no advisory was read, and no snapshot written", "脆弱性情報を 1 件も読めず、スナップショットは書かなかった"),
    SNAPSHOT("%s: advisories: %,d, %,d MB", "%s: 脆弱性情報 %,d 件、%,d MB"),
    MATCHING("%,d of %,d components", "部品 %,d / %,d 件");

    private final String english;
    private final String japanese;

    Word(String english, String japanese) {
        this.english = english;
        this.japanese = japanese;
    }

    String in(Locale locale, Object... values) {
        String pattern = locale.getLanguage().equals("ja") ? japanese : english;
        return values.length == 0 ? pattern : String.format(Locale.ROOT, pattern, values);
    }
}
