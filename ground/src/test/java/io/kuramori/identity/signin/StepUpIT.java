package io.kuramori.identity.signin;

import static io.kuramori.identity.signin.Browser.text;
import static io.kuramori.identity.signin.Browser.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.kuramori.identity.StepUp;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

class StepUpIT extends IdentityIT {

    private Person hanako;

    @BeforeEach
    void signedIn() {
        hanako = person();
        signIn(hanako);
    }

    @Nested
    class AWeightyPage {

        @Test
        void asksForAFreshProofAndLeadsBack() {
            var refused = browser.open("/weighty?of=SYS-1&tab=2");
            assertThat(refused.getStatus()).isEqualTo(303);
            assertThat(refused.getHeader("Location")).isEqualTo("/step-up?next=%2Fweighty%3Fof%3DSYS-1%26tab%3D2");
            assertThat(value(text(browser.open("/step-up?next=%2Fweighty%3Fof%3DSYS-1%26tab%3D2")), "next"))
                    .isEqualTo("/weighty?of=SYS-1&tab=2");

            clock.pass(Duration.ofMinutes(1));
            var proved = browser.submit("/step-up", "/step-up", "code", code(hanako), "next", "/weighty?of=SYS-1");
            assertThat(proved.getHeader("Location")).isEqualTo("/weighty?of=SYS-1");
            assertThat(text(browser.open("/weighty?of=SYS-1"))).contains("STEP_UP");
        }

        @Test
        void asksAgainAfterFiveMinutes() {
            stepUp(hanako);
            clock.pass(StepUp.FRESH.minusSeconds(1));
            assertThat(browser.open("/weighty").getStatus()).isEqualTo(200);
            clock.pass(Duration.ofSeconds(1));
            assertThat(browser.open("/weighty").getStatus()).isEqualTo(303);
            assertThat(browser.open("/room").getStatus()).isEqualTo(200);
        }

        @Test
        void isRefusedToPrograms() {
            assertThat(browser.send(get("/weighty").accept("application/json")).getStatus())
                    .isEqualTo(403);
        }

        @Test
        void leadsAFragmentsWholePage() {
            var fragment = browser.send(get("/weighty")
                    .accept("text/html")
                    .header("HX-Request", "true")
                    .header("HX-Current-URL", "https://kuramori.example/room?q=1"));
            assertThat(fragment.getHeader("HX-Redirect")).isEqualTo("/step-up?next=%2Froom%3Fq%3D1");
        }

        @Test
        void neverLeadsToAnotherSite() {
            for (String elsewhere : new String[] {"https://evil.example/", "//evil.example/", "/\\evil.example"}) {
                clock.pass(Duration.ofMinutes(1));
                var proved = browser.submit("/step-up", "/step-up", "code", code(hanako), "next", elsewhere);
                assertThat(proved.getHeader("Location")).as(elsewhere).isEqualTo("/");
                clock.pass(StepUp.FRESH);
            }
        }
    }

    @Nested
    class AForm {

        @Test
        void isKeptAsTypedUntilTheProofIsGiven() {
            var refused = browser.submit("/account", "/weighty", "why", "理由 = 1 & 2\n二行目", "to", "a", "to", "b");
            var next = held(refused);
            assertThat(next).startsWith("/step-up/form/");
            assertThat(browser.open(next).getStatus()).isEqualTo(303);

            stepUp(hanako);
            var page = text(browser.open(next));
            assertThat(value(page, "form")).isEqualTo("Held[path=/weighty, fields=[Filled[name=why, value=理由 = 1 & 2");
            assertThat(page)
                    .contains("二行目], Filled[name=to, value=a], Filled[name=to, value=b]]")
                    .doesNotContain("name=_csrf");
            assertThat(text(browser.submit(next, "/weighty", "why", "理由"))).isEqualTo("done STEP_UP 理由");
        }

        @Test
        void isForItsSenderAloneAndNotForLong() {
            var next = held(browser.submit("/account", "/weighty", "why", "x"));
            var sender = browser;
            browser = newBrowser();
            var taro = person();
            signIn(taro);
            stepUp(taro);
            assertThat(browser.open(next).getStatus()).isEqualTo(404);

            browser = sender;
            stepUp(hanako);
            assertThat(browser.open(next).getStatus()).isEqualTo(200);
            clock.pass(HeldForms.LIFE);
            assertThat(browser.open(next).getStatus()).isEqualTo(404);
        }

        @Test
        void isNotReadableInTheDatabase() {
            browser.submit("/account", "/weighty", "why", "secretly typed");
            assertThat(jdbc.sql("select encode(sealed, 'escape') from identity.held_form")
                            .query(String.class)
                            .list())
                    .isNotEmpty()
                    .noneMatch(kept -> kept.contains("secretly"));
        }

        @Test
        void withoutTheFormTokenIsNotEvenKept() {
            assertThat(browser.submitWith(null, "/weighty", "why", "x").getStatus())
                    .isEqualTo(403);
        }
    }

    @Nested
    class TheProof {

        @Test
        void isNoCodeThatWasUsedToSignIn() {
            var again = browser.submit("/step-up", "/step-up", "code", code(hanako));
            assertThat(again.getStatus()).isEqualTo(422);
            assertThat(text(again)).contains("identity.step-up.code.wrong");
        }

        @Test
        void mayBePasswordAndRecoveryCode() {
            var code = hanako.recoveryCodes().getFirst();
            assertThat(recovery("wrong", code).getStatus()).isEqualTo(422);
            assertThat(recovery(PASSWORD, code).getStatus()).isEqualTo(303);
            assertThat(browser.open("/weighty").getStatus()).isEqualTo(200);
            assertThat(recovery(PASSWORD, code).getStatus()).isEqualTo(422);
        }

        @Test
        void isThrottledAsSigningInIs() {
            clock.pass(Duration.ofSeconds(1));
            for (int i = 0; i < Attempts.PER_ACCOUNT; i++) {
                assertThat(browser.submit("/step-up", "/step-up", "code", "000000")
                                .getStatus())
                        .isEqualTo(422);
            }
            clock.pass(Duration.ofMinutes(1));
            assertThat(browser.submit("/step-up", "/step-up", "code", code(hanako))
                            .getStatus())
                    .isEqualTo(429);
        }

        @Test
        void givesTheSessionANewTokenAndNoMoreTime() {
            var before = Objects.requireNonNull(browser.cookie(SessionCookie.NAME));
            for (int i = 0; i < 35; i++) {
                clock.pass(Duration.ofMinutes(20));
                browser.open("/room");
            }
            stepUp(hanako);
            assertThat(Objects.requireNonNull(browser.cookie(SessionCookie.NAME))
                            .getValue())
                    .isNotEqualTo(before.getValue());
            var other = newBrowser();
            other.setCookie(before);
            assertThat(other.open("/room").getStatus()).isEqualTo(303);

            clock.pass(Duration.ofMinutes(20));
            assertThat(browser.open("/room").getStatus()).isEqualTo(303);
        }

        @Test
        void cannotBeGivenBeforeSigningIn() {
            assertThat(newBrowser().open("/step-up").getStatus()).isEqualTo(303);
            browser = newBrowser();
            password(hanako, PASSWORD);
            assertThat(browser.send(post("/step-up").param("code", "1").accept("text/html"))
                            .getStatus())
                    .isEqualTo(403);
        }

        private MockHttpServletResponse recovery(String password, String code) {
            return browser.submit("/account", "/step-up/recovery", "password", password, "recovery", code);
        }
    }

    private static String held(MockHttpServletResponse refused) {
        var location = Objects.requireNonNull(refused.getHeader("Location"));
        return URLDecoder.decode(location.substring("/step-up?next=".length()), StandardCharsets.UTF_8);
    }
}
