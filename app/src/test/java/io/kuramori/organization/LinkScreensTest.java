package io.kuramori.organization;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.kuramori.SignedInHouse.BANK;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import io.kuramori.BrowserTest;
import io.kuramori.SignedInHouse;
import io.kuramori.identity.Role;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Accounts and people as two administrators meet them.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LinkScreensTest extends BrowserTest {

    private SignedInHouse house;
    private String first;
    private String second;
    private String office;

    @BeforeAll
    void start() throws IOException {
        house = new SignedInHouse().proving();
        first = house.signIn("管理 一郎", null, Role.ADMINISTRATOR);
        second = house.signIn("管理 花子", null, Role.ADMINISTRATOR);
        office = house.signIn("事務 三郎", BANK, Role.SECURITY_OFFICE);
        person("所管 太郎", house.signIn("所管 太郎", BANK, Role.SYSTEM_OWNER), "E-101", SignedInHouse.POST);
        person("引継 次郎", house.signIn("引継 次郎", BANK, Role.SYSTEM_OWNER), "E-102", null);
        house.write("given", jdbc -> jdbc.sql("""
                        insert into organization.account_link (id, institution_id, version, account_id, person_id,
                                                               basis, state, reason, asked_at, from_at)
                        select uuidv7(), p.institution_id, 1, a.id, p.id, 'MIGRATED', 'IN_FORCE',
                               'organization.link.reason.migrated', now(), now()
                        from organization.person p join identity.account a on a.name = p.name
                        where p.code = 'E-102'""").update());
    }

    @AfterAll
    void stop() {
        house.close();
    }

    @Test
    void isForAdministratorsOfTheGroup() {
        Assertions.assertThat(house.get(office, "/administration/links").statusCode())
                .isEqualTo(403);
    }

    @Test
    void aSuggestionBecomesALinkByTwoAndEndsAtOnce() {
        var asking = signedIn(first, "ja", false);
        asking.navigate(house.address("/administration/links"));
        looked(asking, "links-list");
        asking.getByRole(AriaRole.LINK, link("何が変わるかを見る")).first().click();
        assertThat(asking.locator("main")).containsText("システム部長");
        assertThat(asking.locator("main")).containsText("ほかの管理者が確認するまで、有効になりません。");
        looked(asking, "links-check");
        asking.getByLabel("理由").fill("本人");
        button(asking, "確認を求める").click();
        assertThat(asking.locator(".field__error")).containsText("10 文字以上");
        asking.getByLabel("理由").fill("社員証と人事台帳で確かめた");
        button(asking, "確認を求める").click();
        assertThat(asking.locator(".capsule").first()).hasText("確認待ち");
        assertThat(button(asking, "確認する")).hasCount(0);

        var confirming = signedIn(second, "ja", false);
        confirming.navigate(asking.url());
        looked(confirming, "link-decide");
        button(confirming, "確認する").click();
        assertThat(confirming.locator(".capsule").first()).hasText("有効");
        Assertions.assertThat(holders()).isEqualTo(1);

        asking.reload();
        looked(asking, "link-held");
        button(asking, "終わらせる").click();
        assertThat(asking.locator(".capsule").first()).hasText("終わり");
        Assertions.assertThat(holders()).isZero();
    }

    @Test
    void whatWasTakenOverWaitsForSomebodyToLook() {
        var page = signedIn(second, "en", true);
        page.navigate(house.address("/administration/links"));
        assertThat(page.getByText("Links that nobody has confirmed").first()).isVisible();
        looked(page, "links-list-en-dark");
        page.getByRole(AriaRole.LINK, link("引継 次郎")).first().click();
        looked(page, "link-migrated-en-dark");
        button(page, "Confirm").click();
        assertThat(page.locator(".capsule").first()).hasText("In force");
    }

    private int holders() {
        var found = new int[1];
        house.write(
                "looking",
                jdbc -> found[0] = jdbc.sql("select count(*) from organization.accounts_holding(:post, current_date)")
                        .param("post", SignedInHouse.POST)
                        .query(Integer.class)
                        .single());
        return found[0];
    }

    private void person(String name, String session, String code, @org.jspecify.annotations.Nullable UUID post) {
        Assertions.assertThat(session).isNotBlank();
        house.write("入行", jdbc -> {
            jdbc.sql("""
                            insert into organization.person (id, institution_id, code, version, name, reading, email)
                            select uuidv7(), :bank, :code, 1, name, 'よみ', email from identity.account
                            where name = :name""")
                    .param("bank", BANK.value())
                    .param("code", code)
                    .param("name", name)
                    .update();
            jdbc.sql("""
                            insert into organization.appointment
                                (id, institution_id, version, person_id, post_id, kind, valid_from)
                            select uuidv7(), :bank, 1, p.id, t.id, 'principal', '2024-04-01'
                            from organization.person p join organization.post t on t.id = :post
                            where p.code = :code""")
                    .param("bank", BANK.value())
                    .param("code", code)
                    .param("post", post, java.sql.Types.OTHER)
                    .update();
        });
    }

    private Page signedIn(String session, String language, boolean dark) {
        Page page = open(language, dark, 1440, 900);
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
