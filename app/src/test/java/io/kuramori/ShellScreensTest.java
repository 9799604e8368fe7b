package io.kuramori;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/// The frame, home and search as people see them: light and dark, Japanese and English, wide and narrow, by keyboard.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShellScreensTest extends BrowserTest {

    private ServletWebServerApplicationContext site;

    @BeforeAll
    void start() {
        site = (ServletWebServerApplicationContext)
                new SpringApplicationBuilder(ShellSite.class).run("--server.port=0");
    }

    @AfterAll
    void stop() {
        site.close();
    }

    @ParameterizedTest
    @CsvSource({"ja, false, 1440", "ja, true, 1440", "en, false, 1440", "ja, false, 390", "en, true, 720"})
    void homeIsReadableForEveryone(String language, boolean dark, int width) {
        Page page = signedIn(language, dark, width);
        page.navigate(address("/"));

        assertThat(page.locator("h1")).isVisible();
        shot(page, "shell-home-" + language + (dark ? "-dark-" : "-light-") + width);
        assertAccessible(page);
        org.assertj.core.api.Assertions.assertThat(
                        page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("nothing sticks out sideways")
                .isEqualTo(true);
    }

    @Test
    void theKeyboardReachesSearchAndWalksItsHits() {
        Page page = signedIn("ja", false, 1440);
        page.navigate(address("/"));
        page.keyboard().press("/");
        assertThat(page.locator("#search")).isFocused();
        page.keyboard().insertText("勘定");
        page.keyboard().press("Enter");
        page.waitForURL("**/search?q=*");
        assertThat(page.locator("tbody tr")).hasCount(2);

        page.keyboard().press("j");
        page.keyboard().press("j");
        assertThat(page.locator("tr[data-current]")).containsText("SYS-002");
        shot(page, "shell-search");
        assertAccessible(page);
        page.keyboard().press("?");
        assertThat(page.locator("#keys")).isVisible();
        shot(page, "shell-keys");
        assertAccessible(page);
        page.keyboard().press("Escape");
        page.keyboard().press("Enter");
        page.waitForURL("**/search?q=2");
        assertThat(page.locator(".empty")).isVisible();
    }

    @Test
    void languageAndBrightnessStayChosen() {
        Page page = signedIn("ja", false, 1440);
        page.navigate(address("/search?q=due"));
        page.locator("button[name=language]").click();
        page.waitForURL("**/search?q=due");
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        page.locator("button[name=theme]").click();
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
    }

    private Page signedIn(String language, boolean dark, int width) {
        Page page = open(language, dark, width, 900);
        page.setExtraHTTPHeaders(Map.of("Authorization", ProblemTableTest.BASIC));
        return page;
    }

    private String address(String path) {
        return "http://localhost:" + Objects.requireNonNull(site.getWebServer()).getPort() + path;
    }
}
