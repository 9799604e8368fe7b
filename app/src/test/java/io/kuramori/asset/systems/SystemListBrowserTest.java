package io.kuramori.asset.systems;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.kuramori.SignedInHouse.BANK;
import static io.kuramori.SignedInHouse.CARD;
import static io.kuramori.SignedInHouse.POST;
import static io.kuramori.SignedInHouse.encoded;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import io.kuramori.BrowserTest;
import io.kuramori.SignedInHouse;
import io.kuramori.asset.Exposure;
import io.kuramori.identity.Caller;
import io.kuramori.identity.InstitutionId;
import io.kuramori.journal.Actor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The ledger's list as a person and as a careless client meet it: real HTTP, the whole application, Chromium.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SystemListBrowserTest extends BrowserTest {

    private static final Pattern PICK = Pattern.compile("name=\"row\" value=\"([^\"]+)\"");
    private static final Caller KURAMORI = new Caller(Actor.KURAMORI, "蔵守", Set.of(BANK, CARD));

    private SignedInHouse house;
    private String hanako;
    private String taro;

    @BeforeAll
    void start() throws IOException {
        house = new SignedInHouse();
        hanako = house.signIn("山田 花子", null);
        taro = house.signIn("佐藤 太郎", CARD);
        var names = List.of("勘定系", "インターネットバンキング", "融資支援", "対外接続", "顧客情報管理", "営業店端末", "不正検知", "=HYPERLINK(\"x\")");
        for (int i = 0; i < names.size(); i++) {
            add(BANK, names.get(i), 1 + i % 3, i % 2 == 0 ? POST : null);
        }
        for (int i = 0; i < 60; i++) {
            add(CARD, "会員管理 第" + i + "号", 1 + i % 2, null);
        }
    }

    @AfterAll
    void stop() {
        house.close();
    }

    @Test
    void theFilterIsASentenceAndTheFileIsWhatIsShown() throws IOException {
        String view = "?importance=2&unowned=1&sort=name&dir=desc&cols=name,owner,importance";
        String page = house.get(hanako, "/systems" + view).body();
        assertThat(page).contains("重要度 中", "かつ", "所管なし", "aria-sort=\"descending\"");
        assertThat(count(page, "aria-sort=")).isEqualTo(1);

        var rows = rows("/systems.xlsx" + view);
        assertThat(rows.getFirst()).containsExactly("コード", "名称", "重要度", "所管ポスト");
        var shown = rows.stream().skip(1).map(row -> row.get(1)).toList();
        assertThat(shown).hasSize(32);
        assertThat(shown.subList(0, 30)).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(shown.subList(30, 32)).containsExactly("インターネットバンキング", "'=HYPERLINK(\"x\")");
        assertThat(rows.stream().skip(1).map(row -> row.get(2)).distinct()).containsExactly("中");
    }

    @Test
    void aNameThatASpreadsheetWouldRunIsNeutralised() throws IOException {
        var rows = rows("/systems.xlsx?cols=name&q=HYPERLINK");
        assertThat(rows).hasSize(2);
        assertThat(rows.get(1).get(1)).isEqualTo("'=HYPERLINK(\"x\")");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/systems?after=nonsense",
                "/systems?sort=importance&after=x~0193b000-0000-7000-8000-000000000001",
                "/systems?sort=confirmed&after=2026-13-45~0193b000-0000-7000-8000-000000000001",
                "/systems?after=SYS-0001~"
            })
    void aPlaceThatCannotBeReadIsRefused(String path) {
        assertThat(house.get(hanako, path).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/systems?importance=9&kind=x&exposure=y&institution=z",
                "/systems?sort=evil&dir=up&cols=evil&rows=100000000",
                "/systems?cols=code&cols=name&cols="
            })
    void whatAnAddressCannotMeanIsLeftOut(String path) {
        var answer = house.get(hanako, path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("勘定系").doesNotContain("class=\"sentence__and\"");
    }

    @Test
    void theQueueOfFindingsIsAListOfTheSameMake() throws IOException {
        String page = house.get(hanako, "/vulnerabilities?severity=critical&overdue=1&release=nonsense")
                .body();
        assertThat(page).contains("深刻度 緊急", "期限超過", "かつ");
        assertThat(house.post(hanako, "/vulnerabilities", "/views", "list", "/vulnerabilities", "name", "緊急")
                        .statusCode())
                .isEqualTo(302);
        assertThat(house.get(hanako, "/vulnerabilities").body()).contains("緊急");
        assertThat(house.get(hanako, "/systems").body()).doesNotContain("緊急");
        assertThat(rows("/vulnerabilities.xlsx?cols=owner,found")).containsExactly(List.of("番号", "所管ポスト", "検出"));
    }

    @Test
    void aSavedViewIsKeptSharedAndGuarded() {
        String query = "?importance=3&cols=name,owner";
        var saved = house.post(
                hanako, "/systems", "/views", "list", "/systems", "query", query, "name", "重要なもの", "shared", "");
        assertThat(saved.statusCode()).isEqualTo(302);
        assertThat(saved.headers().firstValue("Location").orElseThrow())
                .endsWith("/systems?cols=name%2Cowner&importance=3");
        assertThat(house.get(hanako, "/systems").body()).contains("重要なもの");
        assertThat(house.get(taro, "/systems").body()).doesNotContain("重要なもの");

        assertThat(house.post(hanako, "/systems", "/views", "list", "//evil.example", "name", "x")
                        .statusCode())
                .isEqualTo(400);
        assertThat(house.post(hanako, "/systems", "/views", "list", "/systems", "name", " ")
                        .statusCode())
                .isEqualTo(400);
        assertThat(house.post(
                                taro,
                                "/systems",
                                "/views/remove",
                                "list",
                                "/systems",
                                "id",
                                UUID.randomUUID().toString(),
                                "version",
                                "1")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void rowsAreConfirmedWithoutAScriptAndAStaleRowIsTold() {
        var picks = PICK.matcher(
                        house.get(hanako, "/systems?q=" + encoded("会員管理 第5")).body())
                .results()
                .map(match -> match.group(1))
                .toList();
        assertThat(picks).hasSizeGreaterThan(2);
        var done = house.post(
                hanako,
                "/systems",
                "/systems/bulk",
                "act",
                "confirm",
                "row",
                picks.get(0),
                "row",
                picks.get(1) + "7",
                "back",
                "?q=x");
        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(done.body()).contains("1 件を今日付けで確認しました", "ほかの人が変更しました", "href=\"/systems?q=x\"");

        for (String[] broken : new String[][] {
            {"act", "confirm"},
            {"act", "explode", "row", picks.get(2)},
            {"act", "owner", "row", picks.get(2), "owner", "nobody"},
            {"act", "confirm", "row", "nonsense"},
            {"act", "confirm", "whole", "1", "listed", "a,b,c"}
        }) {
            assertThat(house.post(hanako, "/systems", "/systems/bulk", broken).statusCode())
                    .as(List.of(broken).toString())
                    .isEqualTo(400);
        }
    }

    @Test
    void theKeyboardSelectsAndTheBarActs() {
        Page page = signedIn("ja", false, 1440, 900);
        page.navigate(house.address("/systems?sort=name&q=" + encoded("会員管理 第3")));
        assertThat(page.locator("#bulk")).isHidden();
        page.keyboard().press("j");
        page.keyboard().press("x");
        page.keyboard().press("j");
        page.keyboard().press("x");
        assertThat(page.locator(".bulk__count")).hasText("2 件を選択中");
        shot(page, "systems-bulk");
        assertAccessible(page);
        page.locator("thead input[data-pick]").click();
        assertThat(page.locator(".bulk__count")).hasText("11 件を選択中");
        page.locator("button[value=confirm]").click();
        assertThat(page.locator("h1")).hasText("11 件を今日付けで確認しました");

        page.navigate(house.address("/systems?q=" + encoded("会員管理 第4")));
        page.keyboard().press("j");
        page.keyboard().press("e");
        page.waitForURL("**/edit?in=CARD");
    }

    @ParameterizedTest
    @CsvSource({"ja, false, 1440", "ja, true, 1440", "en, false, 1440", "ja, false, 390"})
    void theListIsReadableForEveryone(String language, boolean dark, int width) {
        Page page = signedIn(language, dark, width, 900);
        page.navigate(house.address("/systems?importance=2&unowned=1"));
        shot(page, "systems-" + language + (dark ? "-dark-" : "-light-") + width);
        assertAccessible(page);
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("nothing sticks out sideways")
                .isTrue();
        page.locator(".list-tools summary").click();
        page.locator(".menu__choice input").first().waitFor();
        shot(page, "systems-columns-" + language + (dark ? "-dark-" : "-light-") + width);
        assertAccessible(page);
        page.locator(".views summary").click();
        page.locator("#view-name").fill("中で所管のないもの " + language + dark + width);
        shot(page, "systems-views-" + language + (dark ? "-dark-" : "-light-") + width);
        page.locator(".views form button").first().click();
        assertThat(page.locator(".views a[aria-current]").first()).containsText("中で所管のないもの");
    }

    private Page signedIn(String language, boolean dark, int width, int height) {
        Page page = open(language, dark, width, height);
        page.context()
                .addCookies(List.of(new Cookie("kuramori_session", hanako)
                        .setUrl(house.address("/"))
                        .setHttpOnly(true)));
        return page;
    }

    private List<List<String>> rows(String path) throws IOException {
        var answer = house.file(hanako, path);
        assertThat(answer.statusCode()).isEqualTo(200);
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(answer.body()))) {
            return book.getFirstSheet().read().stream()
                    .map(SystemListBrowserTest::cells)
                    .toList();
        }
    }

    private static List<String> cells(Row row) {
        return row.stream().map(cell -> cell == null ? "" : cell.getRawValue()).toList();
    }

    private void add(InstitutionId institution, String name, int level, @Nullable UUID owner) {
        house.bean(SystemLedger.class)
                .add(
                        KURAMORI,
                        institution,
                        null,
                        new SystemDetails(
                                name,
                                null,
                                SystemKind.INFORMATION_SYSTEM,
                                owner,
                                null,
                                null,
                                new Rating(level, 1, 1, false),
                                Exposure.NONE,
                                null,
                                null,
                                null),
                        "新規登録");
    }

    private static int count(String text, String word) {
        return text.split(Pattern.quote(word), -1).length - 1;
    }
}
