package io.kuramori.identity.signin;

import static io.kuramori.identity.signin.Browser.text;
import static io.kuramori.identity.signin.Browser.value;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;

/// Passkeys as an attacker would use them; a person's use is walked in a browser.
class PasskeyIT extends IdentityIT {

    @Autowired
    private PasskeyRepository passkeys;

    private Person hanako;
    private SoftAuthenticator key;

    @BeforeEach
    void registered() {
        hanako = person();
        signIn(hanako);
        stepUp(hanako);
        key = new SoftAuthenticator();
        assertThat(register(key).getHeader("Location")).isEqualTo("/account?done=passkey-added");
    }

    @Nested
    class SigningIn {

        @Test
        void isDoneByAPasskeyAlone() {
            browser = newBrowser();
            assertThat(signInWith(key.of(hanako.id())).getStatus()).isEqualTo(303);
            assertThat(text(browser.open("/room"))).contains("MULTI_FACTOR", hanako.name());
        }

        @Test
        void takesEachAnswerOnce() {
            browser = newBrowser();
            var answer = key.get(options("/login"));
            assertThat(browser.submit("/login", "/login/passkey", "answer", answer)
                            .getStatus())
                    .isEqualTo(303);
            browser = newBrowser();
            assertThat(browser.submit("/login", "/login/passkey", "answer", answer)
                            .getStatus())
                    .isEqualTo(422);
        }

        @Test
        void takesNoOldAnswer() {
            browser = newBrowser();
            var answer = key.get(options("/login"));
            clock.pass(Duration.ofMinutes(5));
            assertThat(browser.submit("/login", "/login/passkey", "answer", answer)
                            .getStatus())
                    .isEqualTo(422);
        }

        @ParameterizedTest
        @CsvSource({"https://evil.example, localhost", "http://localhost, evil.example"})
        void takesNoAnswerMadeForAnotherSite(String origin, String site) {
            browser = newBrowser();
            assertThat(signInWith(key.at(origin, site)).getStatus()).isEqualTo(422);
        }

        @Test
        void needsTheUserToBeVerified() {
            browser = newBrowser();
            assertThat(signInWith(key.verifying(false)).getStatus()).isEqualTo(422);
        }

        @Test
        void takesNobodyElsesHandle() {
            browser = newBrowser();
            assertThat(signInWith(key.of(person().id())).getStatus()).isEqualTo(422);
        }

        @Test
        void takesNoUnknownKeyAndNoNonsense() {
            browser = newBrowser();
            assertThat(signInWith(new SoftAuthenticator()).getStatus()).isEqualTo(422);
            for (String nonsense : List.of("", "{}", "null", "[]", "{\"id\":1}", "x".repeat(100_000))) {
                assertThat(browser.submit("/login", "/login/passkey", "answer", nonsense)
                                .getStatus())
                        .as(nonsense.substring(0, Math.min(20, nonsense.length())))
                        .isEqualTo(422);
            }
        }

        @Test
        void refusesACopiedAuthenticatorThatCountsBehind() {
            browser = newBrowser();
            assertThat(signInWith(key.counting(5)).getStatus()).isEqualTo(303);
            browser = newBrowser();
            assertThat(signInWith(key.counting(4)).getStatus()).isEqualTo(422);
        }

        @Test
        void afterThePasswordNeedsNoVerifiedUser() {
            browser = newBrowser();
            password(hanako, PASSWORD);
            var answer = key.verifying(false).get(options("/login/code"));
            assertThat(browser.submit("/login/code", "/login/code/passkey", "answer", answer)
                            .getStatus())
                    .isEqualTo(303);
            assertThat(browser.open("/room").getStatus()).isEqualTo(200);
        }

        @Test
        void afterAnothersPasswordIsRefused() {
            browser = newBrowser();
            var taro = person();
            password(taro, PASSWORD);
            var own = options("/login");
            assertThat(browser.submit("/login/code", "/login/code/passkey", "answer", key.get(own))
                            .getStatus())
                    .isEqualTo(422);
        }
    }

    @Nested
    class ProvingAgain {

        @Test
        void isDoneByAVerifyingPasskey() {
            clock.pass(Duration.ofMinutes(6));
            assertThat(browser.open("/weighty").getStatus()).isEqualTo(303);
            assertThat(again(key.verifying(false)).getStatus()).isEqualTo(422);
            assertThat(again(key.verifying(true)).getStatus()).isEqualTo(303);
            assertThat(browser.open("/weighty").getStatus()).isEqualTo(200);
        }

        @Test
        void takesNoAnswerThatWasMadeForSigningIn() {
            clock.pass(Duration.ofMinutes(6));
            var signIn = key.get(value(text(newBrowser().open("/login")), "passkey"));
            assertThat(browser.submit("/account", "/step-up/passkey", "answer", signIn)
                            .getStatus())
                    .isEqualTo(422);
        }

        private MockHttpServletResponse again(SoftAuthenticator key) {
            return browser.submit("/account", "/step-up/passkey", "answer", key.get(options("/step-up")));
        }
    }

    @Nested
    class KeepingThem {

        @Test
        void needsAFreshProof() {
            clock.pass(Duration.ofMinutes(6));
            var id = passkeys.of(hanako.id()).getFirst().id();
            assertThat(browser.open("/account/passkeys/new").getHeader("Location"))
                    .startsWith("/step-up");
            assertThat(browser.submit("/account", "/account/passkeys/" + id + "/remove")
                            .getHeader("Location"))
                    .startsWith("/step-up");
            assertThat(passkeys.of(hanako.id())).hasSize(1);
        }

        @Test
        void namesAndRemovesOnlyOnesOwn() {
            var id = passkeys.of(hanako.id()).getFirst().id();
            browser = newBrowser();
            var taro = person();
            signIn(taro);
            stepUp(taro);
            assertThat(browser.submit("/account", "/account/passkeys/" + id + "/name", "name", "x")
                            .getHeader("Location"))
                    .isEqualTo("/account?refused=passkey-gone");
            browser.submit("/account", "/account/passkeys/" + id + "/remove");
            assertThat(passkeys.of(hanako.id())).extracting(Passkey::name).containsExactly("業務用");
        }

        @Test
        void neverLosesTheLastSecondFactor() {
            var id = passkeys.of(hanako.id()).getFirst().id();
            assertThat(browser.submit("/account", "/account/app/remove").getHeader("Location"))
                    .isEqualTo("/account?done=app-removed");
            assertThat(browser.submit("/account", "/account/passkeys/" + id + "/remove")
                            .getHeader("Location"))
                    .isEqualTo("/account?refused=last-factor");

            assertThat(register(new SoftAuthenticator()).getHeader("Location"))
                    .isEqualTo("/account?done=passkey-added");
            assertThat(browser.submit("/account", "/account/passkeys/" + id + "/remove")
                            .getHeader("Location"))
                    .isEqualTo("/account?done=passkey-removed");
        }

        @Test
        void isJournalled() {
            var id = passkeys.of(hanako.id()).getFirst().id();
            browser.submit("/account", "/account/passkeys/" + id + "/name", "name", "金庫の鍵");
            browser.submit("/account", "/account/passkeys/" + id + "/remove");
            assertThat(journal("identity.passkey", id))
                    .containsExactly(
                            "identity.reason.passkey-removed STEP_UP",
                            "identity.reason.passkey-renamed STEP_UP",
                            "identity.reason.passkey-added STEP_UP");
        }

        @Test
        void endsTheOtherSessionsWhenOneIsRemoved() {
            var here = browser;
            browser = newBrowser();
            signInWith(key);
            var lost = browser;
            assertThat(lost.open("/room").getStatus()).isEqualTo(200);

            browser = here;
            var before = Objects.requireNonNull(here.cookie(SessionCookie.NAME)).getValue();
            browser.submit(
                    "/account",
                    "/account/passkeys/" + passkeys.of(hanako.id()).getFirst().id() + "/remove");
            assertThat(lost.open("/room").getStatus()).isEqualTo(303);
            assertThat(here.open("/room").getStatus()).isEqualTo(200);
            assertThat(Objects.requireNonNull(here.cookie(SessionCookie.NAME)).getValue())
                    .isNotEqualTo(before);
        }
    }

    private MockHttpServletResponse register(SoftAuthenticator key) {
        return browser.submit(
                "/account", "/account/passkeys", "answer", key.create(options("/account/passkeys/new")), "name", "業務用");
    }

    private MockHttpServletResponse signInWith(SoftAuthenticator key) {
        return browser.submit("/login", "/login/passkey", "answer", key.get(options("/login")));
    }

    private String options(String page) {
        return value(text(browser.open(page)), "passkey");
    }
}
