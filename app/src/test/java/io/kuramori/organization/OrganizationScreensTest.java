package io.kuramori.organization;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.kuramori.BrowserTest;
import io.kuramori.database.KuramoriDatabase;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/// The organization's pages as people see and use them, on a real database.
@ExtendWith(KuramoriDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrganizationScreensTest extends BrowserTest {

    private ServletWebServerApplicationContext site;
    private GivenOrganization given;

    @BeforeAll
    void start() {
        site = OrganizationSite.start();
        given = new GivenOrganization(site);
    }

    @AfterAll
    void stop() {
        site.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/organization",
                "/organization/departments",
                "/organization/posts/new",
                "/organization/people",
                "/organization/committees",
                "/organization/authority",
                "/organization/calendar",
                "/organization/institutions",
                "/organization/transfers"
            })
    void pagesAreReadableForEveryone(String path) {
        visit(path.substring(1).replace('/', '-'), path);
    }

    @Test
    void recordPagesAreReadableForEveryone() {
        visit("post", "/organization/posts/" + given.head.id().value());
        visit("department", "/organization/departments/" + given.systems.id().value());
        visit("person", "/organization/people/" + given.person.id().value());
        visit(
                "appointment",
                "/organization/appointments/" + given.appointment.id().value());
        visit("release", "/organization/appointments/" + given.appointment.id().value() + "/release");
        visit("appoint", "/organization/people/" + given.person.id().value() + "/appoint");
        visit("committee", "/organization/committees/" + given.committee.id().value());
        visit("edition", "/organization/authority/" + given.draft.value());
        visit("adopt", "/organization/authority/" + given.draft.value() + "/adopt");
        visit("rule", "/organization/authority/" + given.draft.value() + "/rules/new");
        visit("history", "/organization/history/person/" + given.person.id().value());
    }

    private void visit(String name, String path) {
        Page page = signedIn("ja", false, 1440);
        page.navigate(address(path));
        assertThat(page.locator("h1")).isVisible();
        shot(page, "organization-" + name);
        assertAccessible(page);
    }

    private Page signedIn(String language, boolean dark, int width) {
        Page page = open(language, dark, width, 900);
        var pair = OrganizationSite.YAMADA + ":ledger";
        page.setExtraHTTPHeaders(Map.of(
                "Authorization", "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8))));
        return page;
    }

    private String address(String path) {
        return OrganizationSite.address(site) + path;
    }
}
