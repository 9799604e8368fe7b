package io.kuramori.approval;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.Media;
import io.kuramori.BrowserTest;
import io.kuramori.SignedInHouse;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Every page about decisions, notices and actions in English, in the dark and on paper.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DecisionDressScreensTest extends BrowserTest {

    private static final Pattern RULE = Pattern.compile("<option value=\"([0-9a-f-]{36})\"[^>]*>[^<]*例外");

    /// A4 within the browser's margins, in CSS pixels.
    private static final int PAPER = 718;

    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Tokyo"));
    private final Map<String, String> pages = new LinkedHashMap<>();
    private SignedInHouse house;
    private GivenDeciders given;

    @BeforeAll
    void start() throws IOException {
        house = new SignedInHouse();
        given = new GivenDeciders(house);
        var request = ask();
        pages.put("inbox", "/approvals");
        pages.put("request", request);
        pages.put("outside", request + "/outside");
        pages.put("new", "/approvals/new?institution=BANK");
        pages.put("register", "/approvals/register");
        pages.put("deputies", "/approvals/deputies");
        pages.put("agenda", "/approvals/agenda");
        pages.put("agenda-new", "/approvals/agenda/new?committee=" + given.committee);
        pages.put("notices", "/notices");
        pages.put("actions", "/actions");
        pages.put("action-new", "/actions/new?institution=BANK");
        pages.put("action", action());
        pages.put("parameters", "/organization/parameters?institution=BANK");
    }

    @AfterAll
    void stop() {
        house.close();
    }

    @Test
    void speaksEnglishAlsoInTheDark() {
        var page = signedIn("en", true);
        pages.forEach((name, path) -> {
            page.navigate(house.address(path));
            assertAccessible(page);
            shot(page, "dress-" + name + "-en-dark");
            assertThat(page.locator("main").innerText())
                    .as("%s: keys of messages", name)
                    .doesNotContainPattern("\\b(approval|action|notice|organization|shell)\\.[a-z-]+\\.");
            assertThat(page.locator("main label, main thead th, main h2, main dt, main .button")
                            .allInnerTexts())
                    .as("%s: words of the page itself", name)
                    .noneMatch(text -> text.matches(".*\\p{IsHiragana}.*"));
        });
    }

    @Test
    void fitsOnPaper() {
        var page = signedIn("ja", false);
        page.setViewportSize(PAPER, 1000);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        pages.forEach((name, path) -> {
            page.navigate(house.address(path));
            shot(page, "dress-" + name + "-print");
            page.pdf(new Page.PdfOptions()
                    .setFormat("A4")
                    .setPath(Path.of("target/screenshots/dress-" + name + ".pdf")));
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .as("%s: nothing is cut off at the right", name)
                    .isLessThanOrEqualTo(PAPER);
            assertThat(
                            (Boolean)
                                    page.evaluate(
                                            "[...document.querySelectorAll('.table-wrap')].every(one => one.scrollWidth <= one.clientWidth + 1)"))
                    .as("%s: no column is cut off", name)
                    .isTrue();
            assertThat(page.locator("main h1").first().isVisible()).as(name).isTrue();
        });
    }

    private String ask() {
        var form = "/approvals/new?institution=BANK";
        var rule = RULE.matcher(house.get(given.asks, form).body());
        assertThat(rule.find()).isTrue();
        var answer = house.post(
                given.asks,
                form,
                "/approvals",
                "institution",
                "BANK",
                "authority",
                Objects.requireNonNull(rule.group(1)),
                "title",
                "営業店端末の修正適用の延期",
                "asked",
                "次回の保守まで延期する。\n対象は営業店端末 42 台。",
                "risk",
                "外部からの侵入の恐れがある。",
                "compensating",
                "監視を強める。",
                "until",
                today.plusDays(60).toString());
        return location(answer.headers().firstValue("Location").orElseThrow());
    }

    private String action() {
        var answer = house.post(
                given.head,
                "/actions/new?institution=BANK",
                "/actions",
                "institution",
                "BANK",
                "title",
                "復元手順の見直し",
                "owner",
                given.headPost.toString(),
                "due",
                today.plusDays(20).toString());
        return location(answer.headers().firstValue("Location").orElseThrow());
    }

    private static String location(String address) {
        return address.replaceFirst("^https?://[^/]+", "");
    }

    private Page signedIn(String language, boolean dark) {
        Page page = open(language, dark, 1440, 900);
        page.context().addCookies(List.of(new Cookie("kuramori_session", given.head).setUrl(house.address("/"))));
        return page;
    }
}
