package io.kuramori;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// One's own ways in, as a person walks them in a browser with a passkey.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IdentityScreensTest extends BrowserTest {

    private static final String EMAIL = "hanako@miyako.example";
    private static final String PASSWORD = "雨の日は蔵の鍵を二度確かめる";

    private WholeSite site;

    @BeforeAll
    void start() {
        site = WholeSite.startingAt(Instant.parse("2026-11-16T00:00:00Z"));
    }

    @AfterAll
    void stop() {
        site.close();
    }

    @Test
    void aPasskeyIsRegisteredSignsInProvesAgainAndTakesTheAppsPlace() {
        Page page = open("ja");
        var app = setUp(page);
        var key = new VirtualAuthenticator(page);
        register(page, app);
        signInByPasskey(page, key);
        proveAgainAndRemoveTheApp(page);
        everyDress(page);
        administration(page);
        noPageLetsItselfBeFramed(page);
    }

    private Authenticator setUp(Page page) {
        page.navigate(site.address(site.setupPath()));
        field(page, "氏名").fill("山田 花子");
        field(page, "メールアドレス").fill(EMAIL);
        field(page, "パスワード").fill(PASSWORD);
        field(page, "パスワード（確認）").fill(PASSWORD);
        press(page, "登録して次へ");
        var app = new Authenticator(page.locator("code").innerText());
        assertThat(button(page, "認証アプリの代わりにパスキーを登録")).isVisible();
        looked(page, "identity-01-enrol");
        field(page, "確認コード").fill(app.code(site.now()));
        press(page, "登録する");
        return app;
    }

    private void register(Page page, Authenticator app) {
        page.navigate(site.address("/account"));
        looked(page, "identity-02-account");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("パスキーの登録"))
                .click();
        assertThat(page.locator("h1")).hasText("もう一度の本人確認");
        looked(page, "identity-03-step-up");
        field(page, "確認コード").fill("000000");
        press(page, "確認する");
        assertThat(page.getByText("コードが違うか、すでに使われています。")).isVisible();
        looked(page, "identity-04-step-up-wrong");
        site.pass(Duration.ofMinutes(1));
        field(page, "確認コード").fill(app.code(site.now()));
        press(page, "確認する");

        assertThat(page.locator("h1")).hasText("パスキーの登録");
        looked(page, "identity-05-passkey-new");
        field(page, "パスキーの名前").fill("業務用ノート PC");
        press(page, "パスキーの登録");
        assertThat(page.locator(".toast").first()).containsText("パスキーを登録しました。");
        looked(page, "identity-06-account-passkey");
        page.getByLabel("業務用ノート PC の名前").fill("本店のノート PC");
        press(page, "名前を変える");
        assertThat(page.getByLabel("本店のノート PC の名前")).isVisible();
    }

    private void signInByPasskey(Page page, VirtualAuthenticator key) {
        press(page, "サインアウト");
        looked(page, "identity-07-sign-in");
        key.verifies(false);
        press(page, "パスキーでサインイン");
        assertThat(page.getByText("端末がパスキーを返しませんでした。")).isVisible();
        looked(page, "identity-08-sign-in-refused");
        key.verifies(true);
        press(page, "パスキーでサインイン");
        assertThat(page.locator(".top__person")).containsText("山田 花子");
    }

    private void proveAgainAndRemoveTheApp(Page page) {
        page.navigate(site.address("/account"));
        press(page, "認証アプリを外す");
        assertThat(page.locator("h1")).hasText("もう一度の本人確認");
        press(page, "パスキーで確認");
        assertThat(page.locator("h1")).hasText("本人確認ができました");
        looked(page, "identity-09-held-form");
        press(page, "続ける");
        assertThat(page.locator(".toast").first()).containsText("認証アプリを外しました。");
        assertThat(page.getByText("最後の第二要素のため削除できません")).isVisible();
        looked(page, "identity-10-account-passkey-only");
        press(page, "回復コードを作り直す");
        assertThat(page.locator("ol code")).hasCount(10);
        page.navigate(site.address("/account/password"));
        looked(page, "identity-11-password");
    }

    private void everyDress(Page page) {
        page.navigate(site.address("/account"));
        press(page, "English");
        looked(page, "identity-account-en");
        press(page, "Dark");
        looked(page, "identity-account-en-dark");
        page.setViewportSize(390, 800);
        looked(page, "identity-account-en-dark-390");
        page.setViewportSize(1440, 900);
        press(page, "日本語");
        press(page, "明るい画面");
    }

    private void administration(Page page) {
        site.pass(Duration.ofMinutes(6));
        page.navigate(site.address("/administration/accounts/new"));
        field(page, "氏名").fill("佐藤 一郎");
        field(page, "メールアドレス").fill("ichiro@miyako.example");
        field(page, "理由").fill("着任 (人事 2026-31)");
        looked(page, "identity-12-account-new");
        press(page, "アカウントを作る");
        press(page, "パスキーで確認");
        press(page, "続ける");
        assertThat(page.locator("#invitation")).containsText("/login/invitation?token=");
        looked(page, "identity-13-invitation-made");
        var link = page.locator("#invitation").innerText();
        Page other = open("ja");
        other.navigate(site.address(link));
        looked(other, "identity-14-invitation");

        page.navigate(site.address("/administration"));
        assertThat(page.locator("tbody tr")).hasCount(2);
        looked(page, "identity-15-accounts");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("佐藤 一郎"))
                .click();
        looked(page, "identity-16-account");
        page.locator("#f-reset").fill("スマートフォンの紛失");
        press(page, "第二要素の再設定を依頼する");
        assertThat(page.locator(".toast").first()).containsText("別の管理者の同意を待っています。");
        page.navigate(site.address("/administration/accounts"));
        assertThat(page.getByText("自分の依頼には同意できません。")).isVisible();
        looked(page, "identity-17-reset-waits");
        keys(page);
    }

    private void keys(Page page) {
        page.navigate(site.address("/administration/services"));
        looked(page, "identity-18-services-empty");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("サービスアカウントを作る"))
                .click();
        field(page, "名前").fill("夜間ビルド");
        field(page, "用途と責任者").fill("SBOM の送信。責任者: 開発部");
        press(page, "サービスアカウントを作る");
        field(page, "キーの名前").fill("ci.miyako.example");
        field(page, "有効期限").fill("2027-03-31");
        press(page, "API キーを作る");
        assertThat(page.locator("#f-permission .field__error")).isVisible();
        assertThat(field(page, "キーの名前")).hasValue("ci.miyako.example");
        looked(page, "identity-19-key-refused");
        page.getByLabel("SBOM の送信").check();
        press(page, "API キーを作る");
        assertThat(page.locator("#key")).containsText("krm_");
        looked(page, "identity-20-key-made");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("控えました。戻る"))
                .click();
        looked(page, "identity-21-service");
        page.navigate(site.address("/administration/sign-in"));
        looked(page, "identity-22-methods");
    }

    private void noPageLetsItselfBeFramed(Page page) {
        for (String path : List.of("/login", "/account", "/step-up", "/administration/accounts", "/nowhere")) {
            var answer = Objects.requireNonNull(page.navigate(site.address(path)));
            org.assertj.core.api.Assertions.assertThat(answer.headerValue("content-security-policy"))
                    .as(path)
                    .contains("frame-ancestors 'none'", "form-action 'self'", "script-src 'self'");
        }
    }

    private static void looked(Page page, String name) {
        shot(page, name);
        assertAccessible(page);
    }

    private static Locator field(Page page, String label) {
        return page.getByLabel(Pattern.compile("^" + label.replaceAll("[()./+*?-]", "\\\\$0") + "\\*?$"));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void press(Page page, String name) {
        button(page, name).click();
    }
}
