package io.kuramori.approval;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SelectOption;
import io.kuramori.BrowserTest;
import io.kuramori.SignedInHouse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Decisions as people meet them: asked, sent back, asked again, decided by the post that the authority table names,
/// recorded from outside and checked, found again in the register.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApprovalScreensTest extends BrowserTest {

    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Tokyo"));

    private SignedInHouse house;
    private GivenDeciders given;

    @BeforeAll
    void start() throws IOException {
        house = new SignedInHouse();
        given = new GivenDeciders(house);
    }

    @AfterAll
    void stop() {
        house.close();
    }

    @Test
    void aRequestGoesBackAndIsApprovedByThePostThatTheTableNames() {
        var asker = signedIn(given.asks);
        String path = ask(asker, "営業店端末の修正適用の延期", "脆弱性対応の例外");
        look(asker, "approval-request-own");
        assertThat(asker.locator("main")).containsText("申請者または起票者なので");
        assertThat(asker.locator("button[value=APPROVE]")).hasCount(0);

        var decider = signedIn(given.head);
        decider.navigate(house.address("/approvals"));
        look(decider, "approval-inbox");
        decider.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(code(path)))
                .first()
                .click();
        assertThat(decider.locator("main")).containsText("第12条 2項");
        look(decider, "approval-request");

        // The moment of decision asks for a fresh proof, whatever the form held.
        decider.locator("#f-comment").fill("代替策を具体的にしてください");
        decider.locator("button[value=RETURN]").click();
        decider.waitForURL("**/step-up**");
        decider = signedIn(given.proved(GivenDeciders.HEAD));
        decider.navigate(house.address(path));
        press(decider, "RETURN");
        assertThat(decider.locator(".errors")).containsText("理由を書いてください");
        look(decider, "approval-without-reason");
        decider.locator("#f-comment").fill("代替策を具体的にしてください");
        press(decider, "RETURN");

        asker.navigate(house.address(path));
        assertThat(asker.locator("main")).containsText("代替策を具体的にしてください");
        asker.locator("a[data-edit]").click();
        look(asker, "approval-revise");
        asker.locator("#f-compensating").fill("通信を業務サーバーに限り、毎日ログを点検する。");
        asker.locator("form.card button.button--primary").click();

        decider.navigate(house.address(path));
        decider.locator("#f-conditions").fill("毎月、点検結果を報告する");
        decider.locator("#f-due").fill(today.plusDays(30).toString());
        press(decider, "APPROVE");
        assertThat(decider.locator("main")).containsText("承認");
        assertThat(decider.locator("#conditions")).isVisible();
        look(decider, "approval-approved");

        decider.locator("input[name=evidence]").fill("報告書 R-2026-12");
        decider.locator("form[action$='/meet'] button").click();
        assertThat(decider.locator("main")).containsText("報告書 R-2026-12");

        decider.navigate(house.address("/approvals/register"));
        assertThat(decider.locator("table")).containsText(code(path));
        look(decider, "approval-register");
    }

    @Test
    void anOutsideDecisionIsEnteredByOneAndCheckedByAnother() {
        var asker = signedIn(given.asks);
        String path = ask(asker, "接続先の追加", "脆弱性対応の例外");
        asker.navigate(house.address(path + "/outside"));
        look(asker, "approval-outside");
        asker.locator("#f-number").fill("稟議2026-114");
        asker.locator("#f-decidedOn").fill("2024-05-01");
        asker.locator("#f-copy").fill("総務部文書庫 A-12");
        asker.locator("form.card button.button--primary").click();
        assertThat(asker.locator("main")).containsText("照合待ち");
        assertThat(asker.locator("button[name=agrees]")).hasCount(0);

        var other = signedIn(given.proved(GivenDeciders.MEMBER));
        other.navigate(house.address("/approvals"));
        assertThat(other.locator("main")).containsText("外部決裁の照合待ち");
        look(other, "approval-inbox-check");
        other.navigate(house.address(path));
        other.locator("button[name=agrees][value=true]").click();
        assertThat(other.locator("main")).containsText("電子決裁より弱い根拠");
        look(other, "approval-outside-checked");
    }

    @Test
    void aDeputyDecidesAndHisPrincipalReviews() {
        var head = signedIn(given.proved(GivenDeciders.HEAD));
        head.navigate(house.address("/approvals/deputies"));
        head.locator("#f-deputy").selectOption(new SelectOption().setLabel(label(head, "委員 二郎")));
        head.locator("#f-from").fill(today.toString());
        head.locator("#f-until").fill(today.plusDays(7).toString());
        head.locator("form.card button.button--primary").click();
        assertThat(head.locator("table")).containsText("委員 二郎");
        look(head, "approval-deputies");

        var path = ask(signedIn(given.asks), "代決される例外", "脆弱性対応の例外");
        var deputy = signedIn(given.proved(GivenDeciders.MEMBER));
        deputy.navigate(house.address(path));
        press(deputy, "APPROVE");
        head.navigate(house.address("/approvals"));
        assertThat(head.locator("main")).containsText("後閲待ち");
        head.navigate(house.address(path));
        look(head, "approval-review");
        head.locator("button[name=agrees][value=true]").click();
        assertThat(head.locator("main")).containsText("後閲済");
    }

    @Test
    void aCommitteeVotesOnAnAgendaItem() {
        var asker = signedIn(given.asks);
        var first = ask(asker, "リスク受容その1", "リスクの受容");
        var second = ask(asker, "リスク受容その2", "リスクの受容");
        asker.navigate(house.address("/approvals/agenda/new?committee=" + given.committee));
        asker.locator("#f-title").fill("リスク受容2件");
        asker.locator("#f-heldOn").fill(today.plusDays(3).toString());
        for (var box : asker.locator("input[name=request]").all()) {
            box.check();
        }
        look(asker, "approval-agenda-new");
        asker.locator("form.card button.button--primary").click();
        String item = asker.url();

        for (var name : List.of(GivenDeciders.HEAD, GivenDeciders.MEMBER)) {
            var member = signedIn(given.proved(name));
            member.navigate(item);
            look(member, "approval-agenda-item");
            press(member, "APPROVE");
        }
        for (var path : List.of(first, second)) {
            asker.navigate(house.address(path));
            assertThat(asker.locator("main p .capsule").first()).hasText("承認");
        }
        asker.navigate(house.address("/approvals/agenda"));
        look(asker, "approval-agenda");
    }

    @Test
    void leavesAsPaperAndAsASpreadsheet() throws IOException {
        var path = ask(signedIn(given.asks), "紙で回す申請", "脆弱性対応の例外");
        try (var paper = new XWPFDocument(new ByteArrayInputStream(
                        house.file(given.asks, path + "/draft.docx").body()));
                var text = new XWPFWordExtractor(paper)) {
            assertThat(text.getText())
                    .contains("起案書", "紙で回す申請", "第12条 2項", "システム統括部長", "内容のハッシュ", "侵入の恐れ")
                    .doesNotContain("{0}");
        }
        var file = house.file(given.asks, "/approvals/register.xlsx?q=" + SignedInHouse.encoded("紙で回す"));
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(file.body()));
                var rows = book.getFirstSheet().openStream()) {
            assertThat(rows.map(row -> row.getCellText(1))).containsExactly("件名", "紙で回す申請");
        }
    }

    @Test
    void anotherInstitutionsRequestIsNotThere() {
        var path = ask(signedIn(given.asks), "見えない申請", "脆弱性対応の例外");
        var outsider = house.signIn("他社 三郎", SignedInHouse.CARD);
        for (var below : List.of("", "/edit", "/outside", "/draft.docx")) {
            assertThat(house.get(outsider, path + below).statusCode()).as(below).isEqualTo(404);
        }
        assertThat(house.post(outsider, "/approvals/new", path + "/decide", "act", "APPROVE", "hash", "x")
                        .statusCode())
                .isEqualTo(404);
        assertThat(house.get(outsider, "/approvals/register?after=nonsense").statusCode())
                .isEqualTo(400);
    }

    /// Fills the form; the request's path.
    private String ask(Page page, String title, String matter) {
        page.navigate(house.address("/approvals/new?institution=BANK"));
        page.locator("#f-authority").selectOption(new SelectOption().setLabel(label(page, matter)));
        page.locator("#f-title").fill(title);
        page.locator("#f-asked").fill("修正プログラムの適用を次回の保守まで延期する。\n対象は営業店端末 42 台。");
        page.locator("#f-risk").fill("外部からの侵入の恐れがある。");
        page.locator("#f-compensating").fill("監視を強める。");
        page.locator("#f-until").fill(today.plusDays(60).toString());
        look(page, "approval-form");
        page.locator("form.card button.button--primary").click();
        page.waitForURL(Pattern.compile(".*/approvals/[0-9a-f-]{36}"));
        return page.url().replaceFirst("^https?://[^/]+", "");
    }

    private static String label(Page page, String beginning) {
        return page.locator("option").allTextContents().stream()
                .filter(text -> text.startsWith(beginning))
                .findFirst()
                .orElseThrow();
    }

    private String code(String path) {
        var found =
                Pattern.compile("APR-\\d+").matcher(house.get(given.asks, path).body());
        assertThat(found.find()).isTrue();
        return found.group();
    }

    private static void press(Page page, String act) {
        Locator button = page.locator("button[name=act][value=" + act + "]");
        button.click();
        page.waitForLoadState();
    }

    private static void look(Page page, String name) {
        shot(page, name);
        assertAccessible(page);
    }

    private Page signedIn(String session) {
        Page page = open("ja");
        page.context().addCookies(List.of(new Cookie("kuramori_session", session).setUrl(house.address("/"))));
        return page;
    }
}
