package io.kuramori.identity.signin;

import static io.kuramori.identity.signin.Browser.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.kuramori.identity.Caller;
import io.kuramori.journal.Actor;
import jakarta.servlet.http.Cookie;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// Attacks on signing in, each by its name.
class SignInSecurityIT extends IdentityIT {

    @Autowired
    private Passwords passwords;

    @Test
    void totpReplayIsRefused() {
        var hanako = person();
        var code = code(hanako);
        password(hanako, PASSWORD);
        assertThat(browser.submit("/login/code", "/login/code", "code", code).getStatus())
                .isEqualTo(303);
        browser = newBrowser();
        password(hanako, PASSWORD);
        assertThat(browser.submit("/login/code", "/login/code", "code", code).getStatus())
                .isEqualTo(422);
    }

    @Test
    void sessionFixationGainsNothing() {
        var hanako = person();
        var planted = new Cookie(SessionCookie.NAME, Secrets.token());
        browser.setCookie(planted);
        signIn(hanako);
        assertThat(Objects.requireNonNull(browser.cookie(SessionCookie.NAME)).getValue())
                .isNotEqualTo(planted.getValue());
        var attacker = newBrowser();
        attacker.setCookie(planted);
        assertThat(attacker.open("/room").getStatus()).isEqualTo(303);
    }

    @Test
    void sessionFixationWithTheAttackersHalfWaySessionGainsNothing() {
        var attacker = person();
        password(attacker, PASSWORD);
        var planted = Objects.requireNonNull(browser.cookie(SessionCookie.NAME));
        var victims = newBrowser();
        victims.setCookie(planted);
        browser = victims;
        var hanako = person();
        signIn(hanako);
        assertThat(text(browser.open("/room"))).contains(hanako.name());
        var attackers = newBrowser();
        attackers.setCookie(planted);
        assertThat(attackers.open("/login/code").getHeader("Location")).isEqualTo("/login");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/login",
                "/login/code",
                "/login/passkey",
                "/login/invitation",
                "/logout",
                "/step-up",
                "/step-up/passkey",
                "/account/password",
                "/account/passkeys",
                "/account/recovery-codes",
                "/account/sessions/end-others",
                "/administration/accounts",
                "/administration/services"
            })
    void csrfIsRefusedOnEveryForm(String path) {
        signIn(person());
        assertThat(browser.submitWith(null, path, "next", "/").getStatus()).isEqualTo(403);
        assertThat(browser.send(post(path).accept("text/html").header("X-Csrf-Token", "x"))
                        .getStatus())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example/",
                "/\\evil.example",
                "\\\\evil.example",
                "/\tevil",
                "javascript:alert(1)",
                "/login?next=//evil.example",
                "http:evil.example"
            })
    void openRedirectLeadsHome(String next) {
        var hanako = person();
        browser.submit("/login", "/login", "email", hanako.email(), "password", PASSWORD, "next", next);
        assertThat(browser.submit("/login/code", "/login/code", "code", code(hanako), "next", next)
                        .getHeader("Location"))
                .isEqualTo("/");
    }

    @Test
    void userEnumerationIsAnsweredTheSameWithTheSameWork() {
        var hanako = person();
        var locked = person();
        lock(locked);
        var known = answerAndWork(hanako.email());

        assertThat(known).endsWith("1 evaluation");
        assertThat(answerAndWork("nobody@example.jp")).as("nobody").isEqualTo(known);
        assertThat(answerAndWork(locked.email())).as("locked").isEqualTo(known);
    }

    @Test
    void userEnumerationByThrottlingIsAnsweredTheSame() {
        var hanako = person();
        for (String email : new String[] {hanako.email(), "nobody-" + hanako.email()}) {
            for (int i = 0; i < Attempts.PER_ACCOUNT; i++) {
                browser = newBrowser();
                assertThat(tried(email)).isEqualTo(422);
            }
            browser = newBrowser();
            assertThat(tried(email)).as(email).isEqualTo(429);
        }
    }

    private int tried(String email) {
        return browser.submit("/login", "/login", "email", email, "password", "wrong password")
                .getStatus();
    }

    private void lock(Person person) {
        var line = context.getBean(AccountKeeping.class).one(person.id()).orElseThrow();
        var caller = new Caller(Actor.KURAMORI, "蔵守", Set.of());
        context.getBean(AccountKeeping.class).lock(caller, line, "given");
    }

    /// What the page says, and how often a password was looked at for it. The page holds what was typed and a masked
    /// form token, and a new challenge for a passkey: those lines differ by nature.
    private String answerAndWork(String email) {
        browser = newBrowser();
        long before = passwords.evaluations();
        var answer = browser.submit("/login", "/login", "email", email, "password", "wrong password");
        long work = passwords.evaluations() - before;

        return answer.getStatus() + "\n"
                + text(answer).replaceAll("(?m)^(_csrf|email|passkey|csrf|.*BindingResult.*)=.*$", "$1") + work
                + " evaluation";
    }
}
