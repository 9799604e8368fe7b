package io.kuramori.organization;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.kuramori.SignedInHouse.BANK;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SelectOption;
import io.kuramori.BrowserTest;
import io.kuramori.SignedInHouse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The numbers of an institution on screen, and how days are typed in every form.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ParameterScreensTest extends BrowserTest {

    private SignedInHouse house;
    private String office;

    @BeforeAll
    void start() throws IOException {
        house = new SignedInHouse();
        office = house.signIn("事務 三郎", null);
    }

    @AfterAll
    void stop() {
        house.close();
    }

    @Test
    void aValueIsSetWithArticleAndDecisionFromADayOn() {
        var page = signedIn("ja", false);
        page.navigate(house.address("/organization/parameters?institution=BANK"));
        assertThat(page.getByText("蔵守初期値").first()).isVisible();
        looked(page, "parameters");
        page.locator("a[href*=confirm-within]").click();
        page.locator("#f-amount").fill("30");
        page.getByLabel("根拠の条項").fill("職務権限規程 第30条");
        page.getByLabel("定めた決裁").fill("経営会議 2026-11-10 議事録 第3号");
        save(page);
        assertThat(page.locator("main")).containsText("1 から 20 までの数");
        page.locator("#f-amount").fill("5");
        page.locator("#f-from").fill("2026/11/1");
        save(page);
        assertThat(page.locator("main")).containsText("5 営業日");
        assertThat(page.getByText("自社規程").first()).isVisible();
        looked(page, "parameters-set");
    }

    @Test
    void aDayReadsTheSameInEveryLanguage() {
        var page = signedIn("en", true);
        page.navigate(house.address("/organization/parameters/new?institution=BANK"));
        page.locator("#f-parameter").selectOption(new SelectOption().setIndex(1));
        var day = page.locator("#f-from");
        Assertions.assertThat(day.inputValue()).matches("\\d{4}-\\d{2}-\\d{2}");
        assertThat(page.locator(".day__pick")).hasCount(1);
        day.fill("２０２７年４月１日");
        day.blur();
        assertThat(day).hasValue("2027-04-01");
        day.fill("20270402");
        day.blur();
        assertThat(day).hasValue("2027-04-02");
        page.locator(".day__native")
                .evaluate("one => { one.value = '2027-05-06'; one.dispatchEvent(new Event('change')) }");
        assertThat(day).hasValue("2027-05-06");
        looked(page, "parameter-form-en-dark");
        day.fill("04/01/2027");
        save(page);
        Assertions.assertThat((Boolean) day.evaluate("one => one.validity.valid"))
                .isFalse();
    }

    @Test
    void aFieldThatTheFormDoesNotShowChangesNothing() {
        var person = UUID.randomUUID();
        house.write(
                "入行",
                jdbc -> jdbc.sql("""
                        insert into organization.person (id, institution_id, code, version, name, reading)
                        values (:id, :bank, 'E-777', 1, '木下', 'きのした')""")
                        .param("id", person)
                        .param("bank", BANK.value())
                        .update());
        var path = "/organization/people/" + person;
        var answer = house.post(
                office,
                path + "/edit",
                path,
                "version",
                "1",
                "code",
                "E-777",
                "name",
                "木下 花",
                "reading",
                "きのした",
                "id",
                UUID.randomUUID().toString(),
                "institution",
                "CARD",
                "institution_id",
                SignedInHouse.CARD.value().toString(),
                "retiredOn",
                "2026-01-01",
                "retired_on",
                "2026-01-01",
                "search_key",
                "x",
                "confirmed_on",
                "2020-01-01");

        Assertions.assertThat(answer.statusCode()).isEqualTo(302);
        house.write(
                "looking",
                jdbc -> Assertions.assertThat(jdbc.sql("""
                                select institution_id::text || name || coalesce(retired_on::text, '')
                                       || coalesce(confirmed_on::text, '')
                                from organization.person where id = :id""")
                                .param("id", person)
                                .query(String.class)
                                .single())
                        .isEqualTo(BANK.value() + "木下 花"));
    }

    private Page signedIn(String language, boolean dark) {
        Page page = open(language, dark, 1440, 900);
        page.context().addCookies(List.of(new Cookie("kuramori_session", office).setUrl(house.address("/"))));
        return page;
    }

    private static void looked(Page page, String name) {
        assertAccessible(page);
        shot(page, name);
    }

    private static void save(Page page) {
        page.locator("main form button[type=submit], main form .button--primary")
                .last()
                .click();
    }
}
