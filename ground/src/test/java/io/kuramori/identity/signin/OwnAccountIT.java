package io.kuramori.identity.signin;

import static io.kuramori.identity.signin.Browser.text;
import static io.kuramori.identity.signin.Browser.value;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

class OwnAccountIT extends IdentityIT {

    private static final String NEW_PASSWORD = "梅干しを三日三晩天日に干す";

    private Person hanako;
    private Browser other;

    @BeforeEach
    void signedInTwice() {
        hanako = person();
        signIn(hanako);
        other = browser;
        clock.pass(Duration.ofMinutes(2));
        browser = newBrowser();
        signIn(hanako);
    }

    @Test
    void aNewPasswordNeedsTheOldOneAndEndsTheOtherSessions() {
        assertThat(change("wrong", NEW_PASSWORD, NEW_PASSWORD)).contains("identity.password.old.wrong");
        assertThat(change(PASSWORD, "short", "short")).contains("identity.password.too_short");
        assertThat(change(PASSWORD, "kuramori-admin-2026", "kuramori-admin-2026"))
                .contains("identity.password.too_simple");
        assertThat(change(PASSWORD, NEW_PASSWORD, "x")).contains("identity.password.different");
        assertThat(other.open("/room").getStatus()).isEqualTo(200);

        var done = post("/account/password", "old", PASSWORD, "password", NEW_PASSWORD, "repeated", NEW_PASSWORD);
        assertThat(done.getHeader("Location")).isEqualTo("/account?done=password-changed");
        assertThat(browser.open("/room").getStatus()).isEqualTo(200);
        assertThat(other.open("/room").getStatus()).isEqualTo(303);
        browser = newBrowser();
        assertThat(password(hanako, PASSWORD).getStatus()).isEqualTo(422);
        assertThat(password(hanako, NEW_PASSWORD).getStatus()).isEqualTo(303);
        assertThat(journal("identity.account", hanako.id()).getFirst())
                .isEqualTo("identity.reason.password-changed MULTI_FACTOR");
    }

    @Test
    void theOldPasswordCannotBeGuessedHere() {
        clock.pass(Duration.ofSeconds(1));
        for (int i = 0; i < Attempts.PER_ACCOUNT; i++) {
            change("wrong", NEW_PASSWORD, NEW_PASSWORD);
        }
        assertThat(post("/account/password", "old", PASSWORD, "password", NEW_PASSWORD, "repeated", NEW_PASSWORD)
                        .getStatus())
                .isEqualTo(429);
    }

    @Test
    void allOtherSessionsEndAtOnce() {
        assertThat(post("/account/sessions/end-others").getStatus()).isEqualTo(303);
        assertThat(other.open("/room").getStatus()).isEqualTo(303);
        assertThat(browser.open("/room").getStatus()).isEqualTo(200);
    }

    @Test
    void anotherAppReplacesTheFirst() {
        assertThat(browser.open("/account/app").getHeader("Location")).startsWith("/step-up");
        stepUp(hanako);
        var secret = SignInIT.decode(
                value(text(browser.open("/account/app")), "secret").replace(" ", ""));
        assertThat(post("/account/app", "code", "000000").getStatus()).isEqualTo(422);
        clock.pass(Duration.ofMinutes(1));
        var code = Totp.code(secret, Totp.step(clock.instant()), Totp.DIGITS);
        assertThat(post("/account/app", "code", code).getHeader("Location")).isEqualTo("/account?done=app-replaced");
        assertThat(other.open("/room").getStatus()).isEqualTo(303);

        clock.pass(Duration.ofMinutes(1));
        browser = newBrowser();
        password(hanako, PASSWORD);
        assertThat(browser.submit("/login/code", "/login/code", "code", code(hanako))
                        .getStatus())
                .isEqualTo(422);
        assertThat(browser.submit(
                                "/login/code",
                                "/login/code",
                                "code",
                                Totp.code(secret, Totp.step(clock.instant()), Totp.DIGITS))
                        .getStatus())
                .isEqualTo(303);
    }

    @Test
    void newRecoveryCodesVoidTheOld() {
        stepUp(hanako);
        var shown = value(text(post("/account/recovery-codes")), "codes");
        List<String> codes = List.of(shown.substring(1, shown.length() - 1).split(", "));
        assertThat(codes).hasSize(RecoveryCodes.COUNT).doesNotHaveDuplicates();

        browser = newBrowser();
        password(hanako, PASSWORD);
        assertThat(browser.submit(
                                "/login/code",
                                "/login/code",
                                "code",
                                hanako.recoveryCodes().getFirst())
                        .getStatus())
                .isEqualTo(422);
        assertThat(browser.submit("/login/code", "/login/code", "code", codes.getFirst())
                        .getStatus())
                .isEqualTo(303);
    }

    @Test
    void theOnlySecondFactorStays() {
        stepUp(hanako);
        assertThat(post("/account/app/remove").getHeader("Location")).isEqualTo("/account?refused=last-factor");
    }

    @Test
    void reportsOnlyWhatItKnows() {
        assertThat(value(text(browser.open("/account?done=%3Cscript%3E")), "report"))
                .isEmpty();
        assertThat(value(text(browser.open("/account?done=app-removed")), "report"))
                .isEqualTo("identity.account.report.app-removed");
    }

    private String change(String old, String password, String repeated) {
        return text(post("/account/password", "old", old, "password", password, "repeated", repeated));
    }

    private MockHttpServletResponse post(String path, String... fields) {
        return browser.submit("/account", path, fields);
    }
}
