package io.kuramori.action;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import io.kuramori.BrowserTest;
import io.kuramori.SignedInHouse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Actions and notices as people meet them: written down, reported as done, verified by somebody else; told, read, and
/// how one wants to be told.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ActionScreensTest extends BrowserTest {

    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Tokyo"));
    private SignedInHouse house;
    private String hanako;
    private String taro;

    @BeforeAll
    void start() throws IOException {
        house = new SignedInHouse();
        hanako = house.signIn("担当 花子", null);
        taro = house.signIn("確認 太郎", null);
        house.write("発令", jdbc -> {
            jdbc.sql("""
                            insert into organization.person (id, institution_id, code, version, name, reading, email)
                            select uuidv7(), :bank, 'E-1', 1, name, 'よみ', email from identity.account
                            where name = '担当 花子'""").param("bank", SignedInHouse.BANK.value()).update();
            jdbc.sql("""
                            insert into organization.account_link (id, institution_id, version, account_id, person_id,
                                                                   basis, state, reason, asked_at, from_at)
                            select uuidv7(), p.institution_id, 1, a.id, p.id, 'MIGRATED', 'IN_FORCE', 'given', now(),
                                   now()
                            from organization.person p join identity.account a on a.name = p.name""").update();
            jdbc.sql("""
                            insert into organization.appointment
                                (id, institution_id, version, person_id, post_id, kind, valid_from)
                            select uuidv7(), :bank, 1, id, :post, 'principal', '2024-04-01' from organization.person""")
                    .param("bank", SignedInHouse.BANK.value())
                    .param("post", SignedInHouse.POST)
                    .update();
        });
    }

    @AfterAll
    void stop() {
        house.close();
    }

    @Test
    void anActionIsReportedByOneAndVerifiedByAnother() throws IOException {
        var other = signedIn(taro);
        other.navigate(house.address("/actions/new?institution=BANK"));
        other.locator("#f-title").fill("復元手順の見直し");
        other.locator("#f-owner").selectOption(SignedInHouse.POST.toString());
        other.locator("#f-due").fill(today.plusDays(20).toString());
        look(other, "action-form");
        other.locator("form.card button.button--primary").click();
        other.waitForURL(Pattern.compile(".*/actions/[0-9a-f-]{36}"));
        String path = other.url();

        var owner = signedIn(hanako);
        owner.navigate(house.address("/notices"));
        assertThat(owner.locator("main")).containsText("復元手順の見直し");
        assertThat(owner.locator(".top__notices")).hasText("通知 1");
        look(owner, "notice-inbox");
        owner.locator("table button.link").first().click();
        assertThat(owner.locator("h1")).hasText("復元手順の見直し");
        assertThat(owner.locator(".top__notices")).hasText("通知 0");
        look(owner, "action-open");
        owner.locator("#f-extend-due").fill(today.plusDays(40).toString());
        owner.locator("#f-extend-reason").fill("装置の納期が遅れたため");
        owner.locator("button[value=EXTEND]").click();
        assertThat(owner.locator("main dl")).containsText("延長 1 回");
        owner.locator("#f-evidence").fill("手順書 第4版で復元を確かめた");
        owner.locator("button[value=COMPLETE]").click();
        assertThat(owner.locator("main")).containsText("完了を報告した人は");
        assertThat(owner.locator("button[value=VERIFY]")).hasCount(0);

        other.navigate(path);
        other.locator("button[value=VERIFY]").click();
        assertThat(other.locator("main dl")).containsText("完了（確認済）");
        look(other, "action-verified");
        other.navigate(house.address("/actions"));
        assertThat(other.locator("table")).containsText("ACT-0001");
        look(other, "action-list");
        var file = house.file(hanako, "/actions.xlsx?q=" + SignedInHouse.encoded("復元手順"));
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(file.body()));
                var rows = book.getFirstSheet().openStream()) {
            assertThat(rows.map(row -> row.getCellText(1))).containsExactly("件名", "復元手順の見直し");
        }
        var outsider = house.signIn("他社 三郎", SignedInHouse.CARD);
        assertThat(house.get(outsider, path.replaceFirst("^https?://[^/]+", "")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void onesWishesAboutMailAreKept() {
        var page = signedIn(taro);
        page.navigate(house.address("/notices"));
        page.locator("#f-digest").selectOption("DAILY");
        page.locator("#f-quietFrom").fill("");
        page.locator("form.card button").click();
        assertThat(page.locator(".field__error")).isVisible();
        page.locator("#f-digest").selectOption("DAILY");
        page.locator("#f-daily").fill("09:15");
        page.locator("form.card button").click();
        assertThat(page.locator("#f-daily")).hasValue("09:15");
        look(page, "notice-preference");
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
