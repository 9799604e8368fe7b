package io.kuramori;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.kuramori.identity.signin.TestProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Sign-in through a directory as a person walks it in a browser. The directory is another site (127.0.0.1, where
/// Kuramori is localhost), so the browser keeps its own rules about cookies and forms between sites.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DirectoryScreensTest extends BrowserTest {

    private static final String PASSWORD = "雨の日は蔵の鍵を二度確かめる";

    private final TestProvider directory = new TestProvider();
    private WholeSite site;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        var secret = Files.writeString(folder.resolve("client.secret"), TestProvider.SECRET);
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
        var key = "--kuramori.sign-in.oidc.miyako.";
        site = WholeSite.startingAt(
                Instant.parse("2026-11-16T00:00:00Z"),
                key + "name=都グループ認証",
                key + "issuer=" + directory.issuer(),
                key + "client-id=" + TestProvider.CLIENT,
                key + "secret-file=" + secret,
                key + "amr=mfa");
        directory.welcome("3f2a-ichiro", site::now);
    }

    @AfterAll
    void stop() {
        site.close();
    }

    @Test
    void somebodyComesIsLinkedAndSignsInByTheDirectoryAlone() {
        Page admin = open("ja");
        var app = setUp(admin);
        invite(admin, app);
        Page ichiro = open("ja");
        comesAsNobody(ichiro);
        isLinked(admin);
        signsIn(ichiro);
        everyDress(admin);
    }

    private Authenticator setUp(Page page) {
        page.navigate(site.address(site.setupPath()));
        field(page, "氏名").fill("山田 花子");
        field(page, "メールアドレス").fill("hanako@miyako.example");
        field(page, "パスワード").fill(PASSWORD);
        field(page, "パスワード（確認）").fill(PASSWORD);
        press(page, "登録して次へ");
        var app = new Authenticator(page.locator("code").innerText());
        field(page, "確認コード").fill(app.code(site.now()));
        press(page, "登録する");
        return app;
    }

    private void invite(Page page, Authenticator app) {
        page.navigate(site.address("/administration/accounts/new"));
        field(page, "氏名").fill("佐藤 一郎");
        field(page, "メールアドレス").fill("ichiro@miyako.example");
        field(page, "理由").fill("着任 (人事 2026-31)");
        press(page, "アカウントを作る");
        site.pass(Duration.ofMinutes(1));
        field(page, "確認コード").fill(app.code(site.now()));
        press(page, "確認する");
        press(page, "続ける");
        assertThat(page.locator("#invitation")).isVisible();
    }

    private void comesAsNobody(Page page) {
        page.navigate(site.address("/login"));
        looked(page, "directory-01-login");
        go(page, "都グループ認証 でサインイン");
        press(page, "都で本人確認");
        assertThat(page.locator("h1")).hasText("まだ蔵守の利用者として登録されていません");
        looked(page, "directory-02-nobody");
    }

    private void isLinked(Page page) {
        page.navigate(site.address("/administration/directory"));
        looked(page, "directory-03-waiting");
        go(page, "宮古 花子");
        looked(page, "directory-04-arrival");
        press(page, "確認する");
        field(page, "理由").fill("本人に照会番号を確かめた");
        looked(page, "directory-05-check");
        press(page, "アカウントに結び付ける");
        assertThat(page.locator(".toast").first()).containsText("アカウントに結び付けました。");
        looked(page, "directory-06-linked");
        go(page, "佐藤 一郎");
        looked(page, "directory-07-link");
    }

    private void signsIn(Page page) {
        page.navigate(site.address("/account"));
        go(page, "都グループ認証 でサインイン");
        press(page, "都で本人確認");
        assertThat(page.locator("h1")).hasText("自分のアカウント");
        looked(page, "directory-08-in");
        press(page, "サインアウト");
        looked(page, "directory-09-out");
        go(page, "都グループ認証 からもサインアウトする");
        page.waitForURL(Pattern.compile("http://127\\.0\\.0\\.1:.*/out\\?client_id=kuramori.*"));
    }

    private void everyDress(Page page) {
        page.navigate(site.address("/administration/accounts"));
        go(page, "佐藤 一郎");
        looked(page, "directory-10-account");
        page.navigate(site.address("/administration/directory"));
        press(page, "English");
        press(page, "Dark");
        looked(page, "directory-11-en-dark");
    }

    private static void looked(Page page, String name) {
        shot(page, name);
        assertAccessible(page);
    }

    private static void go(Page page, String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
                .click();
    }

    private static Locator field(Page page, String label) {
        return page.getByLabel(Pattern.compile("^" + label + "\\*?$"));
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}
