package io.kuramori;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The main job from the set-up link to a finding with its day, in Japanese, by one person in a browser: organization
/// and systems by workbook, an edit that another has overtaken, bills of materials, advisories, findings, history, and
/// the ledger as it was a week before.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WalkTest extends BrowserTest {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String EMAIL = "hanako@miyako.example";
    private static final String PASSWORD = "雨の日は蔵の鍵を二度確かめる";
    /// Monday, 16 November 2026, 09:00 in Tokyo.
    private static final Instant FIRST_DAY = Instant.parse("2026-11-16T00:00:00Z");

    private WholeSite site;

    @BeforeAll
    void start() {
        site = WholeSite.startingAt(FIRST_DAY);
    }

    @AfterAll
    void stop() {
        site.close();
    }

    @Test
    void fromTheSetUpLinkToAFindingWithItsDay() throws IOException {
        Page page = open("ja");
        var app = setUp(page);
        organization(page);
        systems(page);
        roundTripAndUndo(page);

        site.pass(Duration.ofDays(7));
        signIn(page, app);
        editWithAConflict(page);
        releaseWithSbom(page, "インターネットバンキング", "3.2.0", "SYS-0001", WalkFiles.OLD_COMPONENTS, 5);
        releaseWithSbom(page, "蔵守", "0.1.0", "SYS-0003", ownSbom(), 100);
        advisories(page);
        findings(page);
        historyAndLastWeek(page);
        journal(page);
        everyDress(page);
    }

    private Authenticator setUp(Page page) {
        page.navigate(site.address(site.setupPath()));
        field(page, "氏名").fill("山田 花子");
        field(page, "メールアドレス").fill(EMAIL);
        field(page, "パスワード").fill("短い");
        field(page, "パスワード（確認）").fill("短い");
        press(page, "登録して次へ");
        assertThat(page.getByText("パスワードは 12 文字以上にしてください。")).isVisible();
        assertThat(field(page, "氏名")).hasValue("山田 花子");
        looked(page, "walk-01-setup");

        field(page, "パスワード").fill(PASSWORD);
        field(page, "パスワード（確認）").fill(PASSWORD);
        press(page, "登録して次へ");
        var app = new Authenticator(page.locator("code").innerText());
        looked(page, "walk-02-enrol");
        field(page, "確認コード").fill(app.code(site.now()));
        press(page, "登録する");
        assertThat(page.getByRole(AriaRole.HEADING, named("回復コードの保管"))).isVisible();
        page.getByRole(AriaRole.LINK, linked("保管しました。次へ")).click();
        return app;
    }

    private void organization(Page page) {
        page.navigate(site.address("/releases"));
        assertThat(page.getByText("先に組織（機関）を登録してください")).isVisible();
        page.navigate(site.address("/"));
        assertThat(page.locator(".steps li").first()).containsText("組織を登録する");
        looked(page, "walk-03-first-home");
        bring(page, "organization.institution", "機関一覧.xlsx", WalkFiles.institutions(), "追加 3 件");
        looked(page, "walk-04-institutions");
        bring(page, "organization.department", "部署.xlsx", WalkFiles.departments(), "追加 2 件");
        bring(page, "organization.post", "役職.xlsx", WalkFiles.posts(), "追加 3 件");
        bring(page, "organization.person", "職員.xlsx", WalkFiles.people(), "追加 3 件");
        bring(page, "organization.appointment", "発令.xlsx", WalkFiles.appointments(), "追加 3 件");
        page.navigate(site.address("/organization?institution=BANK"));
        assertThat(page.getByText("佐藤 一郎")).isVisible();
        looked(page, "walk-05-organization");
    }

    private void systems(Page page) {
        page.navigate(site.address("/import/systems"));
        choose(page, "システム台帳.xlsx", WalkFiles.systemsWithMistakes());
        press(page, "読み込んで確認する");
        assertThat(page.getByText("不備が一つでもあれば何も取り込みません。")).isVisible();
        assertThat(page.getByRole(AriaRole.CELL, cell("I6"))).isVisible();
        looked(page, "walk-06-systems-refused");

        bring(page, "systems", "システム台帳.xlsx", WalkFiles.systems(), "追加 4 件");
        page.navigate(site.address("/systems"));
        assertThat(page.locator("tbody tr")).hasCount(4);
        looked(page, "walk-07-systems");
    }

    /// What was exported changes nothing when it comes back; a whole import is taken back at once.
    private void roundTripAndUndo(Page page) throws IOException {
        for (var sheet : List.of("systems", "organization.institution", "organization.appointment")) {
            page.navigate(site.address("/import/" + sheet));
            var file = page.waitForDownload(
                    () -> page.getByRole(AriaRole.LINK, linked("xlsx で出力")).click());
            choose(page, "出力.xlsx", Files.readAllBytes(file.path()));
            press(page, "読み込んで確認する");
            assertThat(page.locator("main")).containsText("台帳と同じ内容です。取り込むものはありません。");
        }

        bring(page, "systems", "追加.xlsx", WalkFiles.oneMoreSystem(), "追加 1 件");
        press(page, "この取込を取り消す");
        assertThat(page.locator("main")).containsText("取消済");
        page.navigate(site.address("/systems"));
        assertThat(page.locator("tbody tr")).hasCount(4);
    }

    private void signIn(Page page, Authenticator app) {
        page.navigate(site.address("/systems"));
        field(page, "メールアドレス").fill(EMAIL);
        field(page, "パスワード").fill(PASSWORD);
        press(page, "次へ");
        page.getByLabel("確認コードまたは回復コード").fill(app.code(site.now()));
        press(page, "サインイン");
        page.waitForURL("**/systems");
    }

    /// Two windows open the same form; the second to save is shown both versions and decides.
    private void editWithAConflict(Page page) {
        Page other = page.context().newPage();
        for (Page each : List.of(page, other)) {
            each.navigate(site.address("/systems/SYS-0001/edit?in=BANK"));
        }
        field(other, "目標復旧時間 (RTO)").fill("2時間");
        field(other, "変更の理由").fill("BCP 見直し (稟議 2026-117)");
        press(other, "保存");
        assertThat(other.getByText("120 分")).isVisible();
        other.close();

        field(page, "目標復旧時間 (RTO)").fill("90");
        press(page, "保存");
        assertThat(page.getByRole(AriaRole.HEADING, named("ほかの人が先に変更しました"))).isVisible();
        looked(page, "walk-08-conflict");
        page.getByRole(AriaRole.LINK, linked("いまの記載から編集し直す")).click();
        assertThat(field(page, "目標復旧時間 (RTO)")).hasValue("120");
        field(page, "提供・運用するサードパーティ").fill("みやこデータ");
        press(page, "保存");
        looked(page, "walk-09-system");
    }

    private void releaseWithSbom(
            Page page, String software, String label, String system, byte[] sbom, int atLeastComponents) {
        page.navigate(site.address("/releases"));
        pick(page, "#r-institution", "みやこ銀行");
        field(page, "ソフトウェア").fill(software);
        field(page, "版").fill(label);
        press(page, "登録");
        if (page.url().endsWith("/releases")) {
            page.getByRole(AriaRole.ROW, row(software))
                    .getByRole(AriaRole.LINK)
                    .first()
                    .click();
        }
        choose(page, "bom.json", "{\"bomFormat\": \"CycloneDX\", ".getBytes(StandardCharsets.UTF_8));
        press(page, "SBOM を付ける");
        assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
        assertThat(page.getByText("まだ付いていません")).isVisible();

        choose(page, "bom.json", sbom);
        press(page, "SBOM を付ける");
        assertThat(page.locator("dd.num").first()).not().hasText("0");
        Assertions.assertThat(page.locator("table").last().locator("tbody tr").count())
                .isGreaterThanOrEqualTo(atLeastComponents);
        pick(page, "select[name=system]", system);
        press(page, "稼働を登録");
        assertThat(page.getByRole(AriaRole.LINK, linked(system))).isVisible();
        looked(page, "walk-10-release-" + label);
    }

    /// Advisories of our own making, and those of whole databases where they are at hand.
    private void advisories(Page page) throws IOException {
        importAdvisories(
                page, new FilePayload("osv.ndjson", "application/x-ndjson", WalkFiles.ADVISORIES), "不完全。2 件を読み");
        for (var database : List.of("golang+vulndb/go-osv.ndjson", "pypa+advisory-database/pypi-osv.ndjson")) {
            Path file = Path.of("../../shared/data/vuln").resolve(database);
            if (Files.exists(file)) {
                var bytes = new FilePayload(
                        file.getFileName().toString(), "application/x-ndjson", Files.readAllBytes(file));
                importAdvisories(page, bytes, "完了。");
            } else {
                System.out.println("Conformance data not found: not run. " + database);
            }
        }
        page.navigate(site.address("/advisories"));
        page.getByText("読めなかったもの").last().click();
        assertThat(page.locator(".unread code").last()).containsText("osv.ndjson:3");
        looked(page, "walk-12-advisories");
    }

    private void importAdvisories(Page page, FilePayload file, String result) {
        page.navigate(site.address("/advisories"));
        page.locator("input[type=file]").setInputFiles(file);
        press(page, "取り込む");
        page.locator("tbody a").first().click();
        page.getByRole(AriaRole.LINK, linked("結果を見る")).waitFor(new Locator.WaitForOptions().setTimeout(60_000));
        looked(page, "walk-11-job-" + file.name);
        assertThat(page.locator("#job")).containsText(result);
    }

    private void findings(Page page) {
        page.navigate(site.address("/vulnerabilities"));
        looked(page, "walk-13-findings");
        Locator finding = page.getByRole(AriaRole.ROW, row("CVE-2026-90001"));
        assertThat(finding).containsText("golang.org/x/net");
        assertThat(finding).containsText("2026-1");
        finding.getByRole(AriaRole.LINK).first().click();
        assertThat(page.getByText("システム部 システム部長")).isVisible();
        looked(page, "walk-14-finding");

        page.navigate(site.address("/"));
        assertThat(page.locator(".needs")).containsText("7日以内に期限の来る脆弱性");
        assertThat(page.locator(".states")).containsText("期限超過の脆弱性");
        looked(page, "walk-15-home");
    }

    private void historyAndLastWeek(Page page) {
        page.navigate(site.address("/systems/SYS-0001/history?in=BANK"));
        assertThat(page.getByText("理由: BCP 見直し (稟議 2026-117)")).isVisible();
        assertThat(page.locator(".timeline")).containsText("山田 花子");
        looked(page, "walk-16-history");
        page.navigate(site.address("/systems/SYS-0001?in=BANK&asof=2026-11-17"));
        assertThat(page.getByText("の終わりの姿です")).isVisible();
        assertThat(page.getByText("240 分")).isVisible();
        looked(page, "walk-17-last-week");
    }

    private void journal(Page page) {
        page.navigate(site.address("/journal"));
        assertThat(page.locator("tbody tr")).hasCount(50);
        looked(page, "walk-18-journal");
    }

    /// The same pages in English, and in the dark.
    private void everyDress(Page page) {
        var pages = Map.of(
                "home", "/",
                "systems", "/systems",
                "system", "/systems/SYS-0001?in=BANK",
                "findings", "/vulnerabilities?severity=critical",
                "organization", "/organization?institution=BANK");
        page.navigate(site.address("/"));
        press(page, "English");
        pages.forEach((name, path) -> shown(page, path, "walk-en-light-" + name));
        press(page, "日本語");
        press(page, "暗い画面");
        pages.forEach((name, path) -> shown(page, path, "walk-ja-dark-" + name));
    }

    private void shown(Page page, String path, String name) {
        page.navigate(site.address(path));
        assertThat(page.locator("h1")).isVisible();
        looked(page, name);
    }

    /// One workbook through preview and import.
    private void bring(Page page, String sheet, String name, byte[] bytes, String outcome) {
        page.navigate(site.address("/import/" + sheet));
        choose(page, name, bytes);
        press(page, "読み込んで確認する");
        press(page, "この内容で取り込む");
        assertThat(page.locator("main")).containsText(outcome);
    }

    private static void choose(Page page, String name, byte[] bytes) {
        var type = name.endsWith(".xlsx") ? XLSX : "application/json";
        page.locator("input[type=file]").setInputFiles(new FilePayload(name, type, bytes));
    }

    private static void pick(Page page, String select, String text) {
        var options = page.locator(select + " option");
        var option =
                options.filter(new Locator.FilterOptions().setHasText(text)).first();
        page.locator(select).selectOption(new SelectOption().setValue(option.getAttribute("value")));
    }

    private static byte[] ownSbom() throws IOException {
        return Files.readAllBytes(Path.of("target/classes/META-INF/sbom/application.cdx.json"));
    }

    private static void looked(Page page, String name) {
        shot(page, name);
        assertAccessible(page);
    }

    private static Locator field(Page page, String label) {
        return page.getByLabel(Pattern.compile("^" + escaped(label) + "\\*?$"));
    }

    private static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Page.GetByRoleOptions linked(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Page.GetByRoleOptions cell(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Page.GetByRoleOptions row(String text) {
        return new Page.GetByRoleOptions().setName(Pattern.compile(escaped(text)));
    }

    /// The browser's regular expressions do not know Java's quotes.
    private static String escaped(String text) {
        return text.replaceAll("[()./+*?-]", "\\\\$0");
    }
}
