package io.kuramori.asset.releases;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import io.kuramori.BrowserTest;
import io.kuramori.Machine;
import io.kuramori.SignedInHouse;
import io.kuramori.identity.ApiPermission;
import io.kuramori.identity.Role;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/// Releases that a pipeline entered, as the CISO's office meets them: given to a system, to a post, or turned away.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class UnassignedScreensTest extends BrowserTest {

    private static final String BILL = """
            {"bomFormat":"CycloneDX","specVersion":"1.6","components":[
             {"name":"kinko","version":"1","purl":"pkg:npm/kinko@1","hashes":[{"alg":"SHA-256","content":"zz"}]},
             {"name":"kagi"}]}""";

    private SignedInHouse house;
    private Machine pipeline;
    private String office;

    @BeforeAll
    void start() throws IOException {
        house = new SignedInHouse();
        office = house.signIn("担当 花子", null);
        pipeline = Machine.of(house, "夜間ビルド", SignedInHouse.BANK, ApiPermission.SBOM_SEND, ApiPermission.RELEASES_ADD);
        house.write(
                "system",
                jdbc -> jdbc.sql("""
                        insert into asset.system (id, institution_id, code, version, name, kind, owner_post_id,
                            confidentiality, integrity, availability, exposure, search_key, sort_key)
                        values (:id, :at, 'SYS-0001', 1, 'インターネットバンキング', 'information_system', :post, 3, 3, 3,
                            'public', 'x', 'x')
                        """)
                        .param("id", UUID.randomUUID())
                        .param("at", SignedInHouse.BANK.value())
                        .param("post", SignedInHouse.POST)
                        .update());
        for (String name : new String[] {"ネットバンキング画面", "残高照会 API", "実験用の試作"}) {
            var sent = pipeline.form(
                    "/dtrack/api/v1/bom",
                    "projectName",
                    name,
                    "projectVersion",
                    "2026.11",
                    "autoCreate",
                    "true",
                    "projectTags",
                    "web,公開",
                    "isLatest",
                    "true",
                    "bom",
                    BILL);
            pipeline.ended("/api/v1/sboms/" + Machine.json(sent).path("token").asString());
        }
    }

    @AfterAll
    void stop() {
        house.close();
    }

    @Test
    @Order(1)
    void theyWaitOnTheFirstPageAndInTheirQueue() {
        var page = signedIn(office, "ja", false);
        page.navigate(house.address("/"));
        assertThat(page.locator("main")).containsText("持ち主のいないリリース");
        page.navigate(house.address("/releases/unassigned"));
        assertThat(page.locator("tbody tr")).hasCount(3);
        assertThat(page.locator("tbody")).containsText("夜間ビルド");
        look(page, "unassigned");
        pick(page, "残高照会 API").check();
        assertThat(page.locator(".bulk")).isVisible();
        look(page, "unassigned-picked");

        var reader = signedIn(house.signIn("監査 三郎", null, Role.AUDIT), "en", true);
        reader.navigate(house.address("/releases/unassigned"));
        assertThat(reader.locator("tbody tr")).hasCount(3);
        assertThat(reader.locator("input[name=row]")).hasCount(0);
        look(reader, "unassigned-en-dark");
        var elsewhere = house.signIn("他社 四郎", SignedInHouse.CARD);
        assertThat(house.get(elsewhere, "/releases/unassigned").body()).doesNotContain("残高照会");
    }

    @Test
    @Order(2)
    void oneIsGivenToASystemAndOneToAPost() {
        var page = signedIn(office, "ja", false);
        page.navigate(house.address("/releases/unassigned"));
        pick(page, "ネットバンキング画面").check();
        page.locator("select[name=system]")
                .selectOption(page.locator("select[name=system] option").nth(1).getAttribute("value"));
        page.locator("button[value=system]").click();
        assertThat(page.locator("[role=status]")).containsText("1 件");
        assertThat(page.locator("tbody tr")).hasCount(2);

        pick(page, "残高照会 API").check();
        page.locator("select[name=post]").selectOption(SignedInHouse.POST.toString());
        page.locator("button[value=post]").click();
        assertThat(page.locator("tbody tr")).hasCount(1);

        page.navigate(house.address("/releases"));
        page.locator("tr", new Page.LocatorOptions().setHasText("残高照会 API"))
                .locator("a")
                .click();
        assertThat(page.locator("main")).containsText("システム部長");
        page.locator("summary").click();
        assertThat(page.locator("main")).containsText("/components/0/hashes");
        look(page, "release-remarks");
    }

    @Test
    @Order(3)
    void oneIsTurnedAwayWithAReasonAndTakenBack() {
        var page = signedIn(office, "ja", false);
        page.navigate(house.address("/releases/unassigned"));
        pick(page, "実験用の試作").check();
        page.locator("button[value=reject]").click();
        assertThat(page.locator("main [role=alert]").first()).containsText("却下の理由");
        pick(page, "実験用の試作").check();
        page.locator("input[name=why]").fill("本番で使わない試作のため");
        page.locator("button[value=reject]").click();
        assertThat(page.locator(".empty")).containsText("割当待ちのリリースはありません");
        look(page, "unassigned-empty");
        assertThat(sent().statusCode()).isEqualTo(409);

        page.navigate(house.address("/releases/unassigned?rejected=true"));
        assertThat(page.locator("tbody")).containsText("本番で使わない試作のため");
        pick(page, "実験用の試作").check();
        look(page, "unassigned-rejected");
        page.locator("button[value=restore]").click();
        assertThat(page.locator("[role=status]")).containsText("1 件");
        assertThat(sent().statusCode()).isEqualTo(200);
    }

    private java.net.http.HttpResponse<String> sent() {
        return pipeline.form(
                "/dtrack/api/v1/bom",
                "projectName",
                "実験用の試作",
                "projectVersion",
                "2026.11",
                "autoCreate",
                "true",
                "bom",
                BILL);
    }

    private static Locator pick(Page page, String name) {
        return page.locator("tr", new Page.LocatorOptions().setHasText(name)).locator("input[name=row]");
    }

    private static void look(Page page, String name) {
        shot(page, name);
        assertAccessible(page);
    }

    private Page signedIn(String session, String language, boolean dark) {
        Page page = open(language, dark, 1440, 900);
        page.context()
                .addCookies(java.util.List.of(new Cookie("kuramori_session", session).setUrl(house.address("/"))));
        return page;
    }
}
