package io.kuramori;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInfo;

/// A test that looks at pages through Debian's Chromium. Each test gets pages of its own; a word in the browser's
/// console (a refused style, a failed script) fails it.
public abstract class BrowserTest {

    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    private static final Path SCREENSHOTS = Path.of("target/screenshots");

    private static final double TIMEOUT_MILLIS = 15_000;

    private static Playwright playwright;
    private static Browser browser;

    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    @BeforeAll
    static void openBrowser() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(System.getProperty("kuramori.test.chromium", "/usr/bin/chromium")))
                        .setArgs(ARGUMENTS));
    }

    @AfterAll
    static void closeBrowser() {
        playwright.close();
    }

    @AfterEach
    void closePages(TestInfo test) {
        // What a failed test saw last.
        contexts.forEach(context -> context.pages()
                .forEach(page -> shot(
                        page,
                        "last-" + getClass().getSimpleName()
                                + test.getDisplayName().replaceAll("\\W", ""))));
        contexts.forEach(BrowserContext::close);
        assertThat(complaints).as("the browser's console").isEmpty();
    }

    /// A new browser window without cookies.
    ///
    /// @param language `ja` or `en`
    protected Page open(String language, boolean dark, int width, int height) {
        return open(new Browser.NewContextOptions()
                .setLocale(language)
                .setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT)
                .setViewportSize(width, height));
    }

    /// A new window in which no script runs.
    protected Page openWithoutScripts() {
        return open(new Browser.NewContextOptions().setLocale("ja").setJavaScriptEnabled(false));
    }

    private Page open(Browser.NewContextOptions options) {
        BrowserContext context = browser.newContext(options);
        contexts.add(context);
        context.setDefaultTimeout(TIMEOUT_MILLIS);
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            // Chromium also complains of a page that answers a wrong form with 4xx; that is not the page's fault.
            boolean aboutThePage = message.location().startsWith(page.url());
            if (message.type().equals("error") && !aboutThePage) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        return page;
    }

    protected Page open(String language) {
        return open(language, false, 1440, 900);
    }

    /// Fails for what WCAG 2.2 AA forbids and axe-core finds.
    protected static void assertAccessible(Page page) {
        var found = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                .analyze();
        assertThat(found.getViolations().stream()
                        .map(rule -> rule.getId() + ": " + rule.getHelp() + " "
                                + rule.getNodes().stream()
                                        .map(node -> String.valueOf(node.getHtml()))
                                        .toList()))
                .as("axe-core on %s", page.url())
                .isEmpty();
    }

    /// Writes `target/screenshots/<name>.png`, the whole page.
    protected static void shot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".png"))
                .setFullPage(true));
    }
}
