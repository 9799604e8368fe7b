package io.kuramori.identity.rights;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.kuramori.SignedInHouse.BANK;
import static io.kuramori.SignedInHouse.CARD;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SelectOption;
import io.kuramori.BrowserTest;
import io.kuramori.SignedInHouse;
import io.kuramori.identity.Role;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Roles and emergencies as people meet them: two persons, at once, and in everybody's sight.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RolesScreensTest extends BrowserTest {

    private SignedInHouse house;
    private String administrator;
    private String ciso;
    private String newcomer;
    private String analyst;
    private String clerk;
    private String inspector;

    @BeforeAll
    void start() throws IOException {
        house = new SignedInHouse().proving();
        administrator = house.signIn("管理 一郎", null, Role.ADMINISTRATOR);
        ciso = house.signIn("統括 花子", null, Role.CISO);
        newcomer = house.signIn("新任 次郎", BANK, Role.THIRD_PARTY);
        analyst = house.signIn("分析 三郎", CARD, Role.ANALYST);
        clerk = house.signIn("所管 四郎", CARD, Role.SYSTEM_OWNER);
        inspector = house.signIn("検査 五郎", BANK, Role.INSPECTOR);
    }

    @AfterAll
    void stop() {
        house.close();
    }

    @Test
    void aRoleIsAskedForByOneConfirmedByAnotherAndTakenAwayAtOnce() {
        Assertions.assertThat(house.get(newcomer, "/systems").statusCode()).isEqualTo(403);
        var asking = signedIn(administrator, "ja", false);
        ask(asking);
        assertThat(asking.locator(".notice")).containsText("新任 次郎");
        assertThat(asking.getByText("別の人が確認するまで")).isVisible();
        looked(asking, "roles-check");
        asking.locator("main button.button--primary").press("Enter");
        assertThat(asking.getByText("確認待ち").first()).isVisible();
        assertThat(button(asking, "確認する")).hasCount(0);
        assertThat(button(asking, "取り下げる")).isVisible();
        Assertions.assertThat(house.get(newcomer, "/systems").statusCode()).isEqualTo(403);

        var confirming = signedIn(ciso, "ja", false);
        confirming.navigate(house.address("/administration/roles"));
        looked(confirming, "roles-waiting");
        confirming.getByRole(AriaRole.LINK, link("新任 次郎")).first().click();
        looked(confirming, "role-decide");
        button(confirming, "確認する").press("Enter");
        assertThat(confirming.locator(".capsule").first()).hasText("有効");
        Assertions.assertThat(house.get(newcomer, "/systems").statusCode()).isEqualTo(200);

        asking.reload();
        looked(asking, "role-held");
        button(asking, "取り上げる").click();
        assertThat(asking.locator(".capsule").first()).hasText("取り上げ");
        Assertions.assertThat(house.get(newcomer, "/systems").statusCode()).isEqualTo(403);
    }

    @Test
    void whatIsWrongIsSaidAndWhatWasTypedIsKept() {
        var page = signedIn(administrator, "ja", false);
        page.navigate(house.address("/administration/roles/new"));
        page.getByLabel("役割", new Page.GetByLabelOptions().setExact(true))
                .selectOption(new SelectOption().setValue("INSPECTOR"));
        page.getByLabel("理由").fill("立入検査のための閲覧");
        button(page, "確かめる").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("92 日以内");
        assertThat(page.getByLabel("理由")).hasValue("立入検査のための閲覧");
        looked(page, "roles-form");
    }

    @Test
    void anEmergencyIsSeenByEverybodyThere() {
        var page = signedIn(analyst, "ja", false);
        page.navigate(house.address("/emergencies"));
        looked(page, "emergencies-none");
        page.getByRole(AriaRole.LINK, link("緊急時の権限を得る")).click();
        page.getByLabel("得る権限").selectOption(new SelectOption().setValue("SECURITY_OFFICE"));
        page.getByLabel("理由").fill("夜間の重大な障害への対応");
        looked(page, "emergency-form");
        Assertions.assertThat(house.get(analyst, "/systems/new").statusCode()).isEqualTo(403);
        button(page, "権限を得る").click();
        assertThat(page.getByText("有効").first()).isVisible();
        looked(page, "emergencies-open");
        Assertions.assertThat(house.get(analyst, "/systems/new").statusCode()).isEqualTo(200);

        var home = signedIn(clerk, "ja", false);
        home.navigate(house.address("/"));
        assertThat(home.getByText("緊急時の権限が有効です").first()).isVisible();
        assertThat(home.getByText("分析 三郎: 夜間の重大な障害への対応")).isVisible();
        looked(home, "home-emergency");

        button(page, "終える 分析 三郎").click();
        Assertions.assertThat(house.get(analyst, "/systems/new").statusCode()).isEqualTo(403);
        Assertions.assertThat(house.get(clerk, "/").body()).doesNotContain("緊急時の権限が有効です");
    }

    @Test
    void whatOneMayNotDoIsNotOffered() {
        for (String session : List.of(administrator, ciso, clerk, analyst, inspector, newcomer)) {
            for (String path : List.of(
                    "/",
                    "/systems",
                    "/releases",
                    "/vulnerabilities",
                    "/advisories",
                    "/organization",
                    "/organization/people",
                    "/administration/roles",
                    "/emergencies",
                    "/journal",
                    "/work")) {
                var answer = house.get(session, path);
                if (answer.statusCode() == 200) {
                    everyLinkLeadsSomewhere(session, path, answer.body());
                }
            }
        }
    }

    @Test
    void whoInspectsReadsPagesThatCarryHisName() {
        var page = signedIn(inspector, "ja", false);
        page.navigate(house.address("/systems"));
        assertThat(page.locator(".watermark")).containsText("検査 五郎");
        looked(page, "systems-inspected");
        Assertions.assertThat(house.get(clerk, "/systems").body()).doesNotContain("watermark");
    }

    @Test
    void theSamePagesInEnglishAndInTheDark() {
        var page = signedIn(administrator, "en", true);
        for (String path : List.of("/administration/roles", "/administration/roles/new", "/emergencies")) {
            page.navigate(house.address(path));
            looked(page, "en" + path.replace('/', '-'));
        }
        assertThat(page.locator("h1")).hasText("Emergency rights");
    }

    private void everyLinkLeadsSomewhere(String session, String page, String html) {
        var links = Pattern.compile("<a[^>]* href=\"(/[^\"#]*)\"").matcher(html);
        while (links.find()) {
            var path = links.group(1).replace("&amp;", "&");
            Assertions.assertThat(house.file(session, path).statusCode())
                    .as("%s, which %s offers", path, page)
                    .isNotEqualTo(403);
        }
    }

    private void ask(Page page) {
        page.navigate(house.address("/administration/roles"));
        assertThat(page.locator(".rail [aria-current=page]")).hasText("役割");
        page.getByRole(AriaRole.LINK, link("役割を与える")).click();
        var person = page.locator("#r-account option")
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("新任 次郎"));
        page.locator("#r-account").selectOption(person.getAttribute("value"));
        page.locator("#r-role").selectOption("SECURITY_OFFICE");
        page.locator("#r-root").selectOption(new SelectOption().setLabel("BANK みやこ銀行"));
        page.getByLabel("理由").fill("セキュリティ統括室への異動");
        button(page, "確かめる").press("Enter");
    }

    private Page signedIn(String session, String language, boolean dark) {
        var page = open(language, dark, 1440, 900);
        page.context().addCookies(List.of(new Cookie("kuramori_session", session).setUrl(house.address("/"))));
        return page;
    }

    private static void looked(Page page, String name) {
        assertAccessible(page);
        shot(page, name);
    }

    private static com.microsoft.playwright.Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Page.GetByRoleOptions link(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
