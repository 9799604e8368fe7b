package io.kuramori.identity.signin;

import static io.kuramori.identity.signin.Browser.text;
import static io.kuramori.identity.signin.Browser.value;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import io.kuramori.identity.Caller;
import io.kuramori.identity.Role;
import io.kuramori.journal.Actor;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockHttpServletResponse;

/// Sign-in through the institution's own directory, against real OpenID providers on loopback. Long because each rule
/// of
/// the protocol is broken once, and all of it stands on the same two providers and people.
@ExtendWith(OutputCaptureExtension.class)
class DirectoryIT extends IdentityIT {

    private static int subjects;

    private Person hanako;
    private String subject = "";

    @BeforeEach
    void somebody() {
        hanako = person();
        subjects++;
        subject = "sub-" + subjects;
    }

    @Test
    void whoeverIsLinkedComesInAfterTheSecondFactorOfTheHouse() {
        link("miyako", MIYAKO, hanako);
        var arrived = arrive("miyako", MIYAKO, "/room?x=1", claims -> {});
        assertThat(value(text(arrived), "view")).isEqualTo("identity/directory-arrived");
        assertThat(value(text(arrived), "forward")).isEqualTo("/login/code?next=%2Froom%3Fx%3D1");
        assertThat(browser.open("/room").getStatus()).as("half-way").isEqualTo(303);

        var before = Objects.requireNonNull(browser.cookie("kuramori_session")).getValue();
        browser.submit("/login/code", "/login/code", "code", code(hanako));
        assertThat(Objects.requireNonNull(browser.cookie("kuramori_session")).getValue())
                .isNotEqualTo(before);
        assertThat(text(browser.open("/room"))).contains(hanako.name(), "MULTI_FACTOR");
    }

    @Test
    void aSecondFactorOfTheDirectoryCountsOnlyWhereItIsTrusted() {
        link("miyako", MIYAKO, hanako);
        link("strong", STRONG, hanako);
        Consumer<JWTClaimsSet.Builder> mfa = claims -> claims.claim("amr", List.of("pwd", "mfa"));
        assertThat(forward(arrive("miyako", MIYAKO, "/room", mfa))).startsWith("/login/code");
        browser = newBrowser();
        assertThat(forward(arrive("strong", STRONG, "/room", claims -> claims.claim("amr", List.of("pwd")))))
                .startsWith("/login/code");
        browser = newBrowser();
        assertThat(forward(arrive("strong", STRONG, "/room", mfa))).isEqualTo("/room");
        assertThat(text(browser.open("/room"))).contains(hanako.name(), "MULTI_FACTOR");
    }

    @Test
    void anUnknownSubjectIsNobodyWhateverItsAddress() {
        var arrived = arrive("miyako", MIYAKO, "/", claims -> claims.claim("email", hanako.email()));
        assertThat(arrived.getStatus()).isEqualTo(403);
        assertThat(value(text(arrived), "view")).isEqualTo("identity/directory-nobody");
        assertThat(browser.cookie("kuramori_session")).isNull();
        assertThat(waiting().number()).isEqualTo(value(text(arrived), "number"));
    }

    @Test
    void theSameSubjectOfAnotherIssuerIsSomebodyElse() {
        link("miyako", MIYAKO, hanako);
        assertThat(arrive("strong", STRONG, "/", claims -> {}).getStatus()).isEqualTo(403);
    }

    @Test
    void aLockedAccountIsNobody() {
        link("strong", STRONG, hanako);
        asAdministrator(() -> act("/administration/accounts/" + hanako.id() + "/lock"));
        assertThat(arrive("strong", STRONG, "/", claims -> claims.claim("amr", List.of("mfa")))
                        .getStatus())
                .isEqualTo(403);
    }

    @Test
    void asksWithPkceStateAndNonceAndNeverForAnotherSite() {
        var asked = leave("miyako", "https://evil.example/");
        var parameters = TestProvider.parameters(asked);
        assertThat(asked).startsWith(MIYAKO.issuer() + "/authorize?kind=login&response_type=code");
        assertThat(parameters)
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("redirect_uri", "http://localhost/login/oidc/miyako/back")
                .containsEntry("scope", "openid profile email");
        assertThat(parameters.get("state")).hasSize(43);
        assertThat(parameters.get("nonce")).hasSize(43).isNotEqualTo(parameters.get("state"));

        link("strong", STRONG, hanako);
        assertThat(forward(arrive("strong", STRONG, "//evil.example", claims -> claims.claim("amr", List.of("mfa")))))
                .isEqualTo("/");
    }

    @Nested
    class Refuses {

        @BeforeEach
        void linked() {
            link("strong", STRONG, hanako);
        }

        @Test
        void anotherNonce() {
            refused(arrive("strong", STRONG, "/", mfa(claims -> claims.claim("nonce", Secrets.token()))));
            refused(arrive("strong", STRONG, "/", mfa(claims -> claims.claim("nonce", null))));
        }

        @Test
        void anotherAudience() {
            refused(arrive("strong", STRONG, "/", mfa(claims -> claims.audience("another"))));
            refused(arrive(
                    "strong",
                    STRONG,
                    "/",
                    mfa(claims -> claims.audience(List.of(TestProvider.CLIENT, "another"))
                            .claim("azp", "another"))));
        }

        @Test
        void anotherIssuer() {
            refused(arrive("strong", STRONG, "/", mfa(claims -> claims.issuer(MIYAKO.issuer()))));
        }

        @Test
        void anExpiredToken() {
            refused(arrive(
                    "strong",
                    STRONG,
                    "/",
                    mfa(claims -> claims.issueTime(Date.from(now().minusSeconds(900)))
                            .expirationTime(Date.from(now().minusSeconds(600))))));
        }

        @Test
        void aKeyThatIsNotTheProviders() {
            var asked = leave("strong", "/");
            refused(back("strong", asked, STRONG.codeOfForeignKey(asked, subject, now())));
        }

        @Test
        void aTokenThatNobodySigned() {
            var asked = leave("strong", "/");
            refused(back("strong", asked, STRONG.codeUnsigned(asked, subject, now())));
        }

        @Test
        void anotherState() {
            var asked = leave("strong", "/");
            var code = STRONG.code(asked, subject, now(), mfa(claims -> {}));
            refused(browser.open("/login/oidc/strong/back?code=" + code + "&state=" + Secrets.token()));
        }

        @Test
        void whoeverDidNotSetOut() {
            var asked = leave("strong", "/");
            var code = STRONG.code(asked, subject, now(), mfa(claims -> {}));
            browser = newBrowser();
            int before = STRONG.exchanges();
            refused(back("strong", asked, code));
            assertThat(STRONG.exchanges()).as("the code is not even tried").isEqualTo(before);
        }

        @Test
        void aSecondTimeEvenWithTheOldCookie() {
            var asked = leave("strong", "/");
            var cookie = Objects.requireNonNull(browser.cookie("kuramori_flow"));
            var code = STRONG.code(asked, subject, now(), mfa(claims -> {}));
            assertThat(back("strong", asked, code).getStatus()).isEqualTo(200);
            browser = newBrowser();
            browser.setCookie(new Cookie(cookie.getName(), cookie.getValue()));
            refused(back("strong", asked, STRONG.code(asked, subject, now(), mfa(claims -> {}))));
        }

        @Test
        void aCodeThatWasTakenBefore() {
            var asked = leave("strong", "/");
            var code = STRONG.code(asked, subject, now(), mfa(claims -> {}));
            assertThat(back("strong", asked, code).getStatus()).isEqualTo(200);
            browser = newBrowser();
            refused(back("strong", leave("strong", "/"), code));
        }

        @Test
        void theAnswerOfAnotherProvider() {
            var asked = leave("strong", "/");
            var code = STRONG.code(asked, subject, now(), mfa(claims -> {}));
            refused(back("miyako", asked, code));
            asked = leave("strong", "/");
            code = STRONG.code(asked, subject, now(), mfa(claims -> {}));
            refused(browser.open("/login/oidc/strong/back?code=" + code + "&state="
                    + TestProvider.parameters(asked).get("state") + "&iss=" + MIYAKO.issuer()));
        }

        @Test
        void anAnswerThatTookTooLong() {
            var asked = leave("strong", "/");
            var code = STRONG.code(asked, subject, now(), mfa(claims -> {}));
            clock.pass(Flows.LIFE);
            refused(back("strong", asked, code));
        }

        @Test
        void manyWrongAnswersFromOneAddress() {
            for (int i = 0; i < Attempts.PER_ADDRESS; i++) {
                refused(back("strong", leave("strong", "/"), "wrong"));
            }
            assertThat(back("strong", leave("strong", "/"), "wrong").getStatus())
                    .isEqualTo(429);
        }

        private void refused(MockHttpServletResponse response) {
            assertThat(response.getStatus()).isEqualTo(403);
            assertThat(value(text(response), "view")).isEqualTo("identity/directory-refused");
            assertThat(browser.cookie("kuramori_session")).isNull();
        }
    }

    @Test
    void aDirectoryThatDoesNotAnswerIsSaidSo() {
        assertThat(browser.open("/login/oidc/gone").getStatus()).isEqualTo(502);
        assertThat(browser.open("/login/oidc/none").getStatus()).isEqualTo(404);
    }

    @Test
    void signingOutOffersToSignOutThereToo() {
        link("strong", STRONG, hanako);
        arrive("strong", STRONG, "/room", mfa(claims -> {}));
        var out = browser.submit("/account", "/logout");
        assertThat(out.getHeader("Location")).isEqualTo("/login?out=strong");
        assertThat(browser.open("/room").getStatus()).isEqualTo(303);
        assertThat(browser.open("/login/oidc/strong/out").getHeader("Location"))
                .isEqualTo(STRONG.issuer()
                        + "/out?client_id=kuramori&post_logout_redirect_uri=http%3A%2F%2Flocalhost%2Flogin");
    }

    @Nested
    class AFreshProof {

        @BeforeEach
        void signedIn() {
            link("strong", STRONG, hanako);
            arrive("strong", STRONG, "/room", mfa(claims -> {}));
        }

        @Test
        void comesFromTheDirectoryThatIsAskedAnew() {
            var asked = browser.open("/step-up/oidc/strong?next=/weighty").getHeader("Location");
            assertThat(TestProvider.parameters(Objects.requireNonNull(asked)))
                    .containsEntry("prompt", "login")
                    .containsEntry("max_age", "0");
            var session =
                    Objects.requireNonNull(browser.cookie("kuramori_session")).getValue();
            var arrived = back("strong", asked, STRONG.code(asked, subject, now(), mfa(claims -> {})));
            assertThat(forward(arrived)).isEqualTo("/weighty");
            assertThat(Objects.requireNonNull(browser.cookie("kuramori_session"))
                            .getValue())
                    .isNotEqualTo(session);
            assertThat(text(browser.open("/weighty"))).contains("STEP_UP");
        }

        @Test
        void isNoOlderOneNoWeakerOneAndNobodyElses() {
            stays(mfa(
                    claims -> claims.claim("auth_time", now().minusSeconds(600).getEpochSecond())));
            stays(mfa(claims -> claims.claim("auth_time", null)));
            stays(claims -> claims.claim("amr", List.of("pwd")));
            stays(mfa(claims -> claims.subject("sub-of-somebody-else")));
        }

        private void stays(Consumer<JWTClaimsSet.Builder> change) {
            var asked =
                    Objects.requireNonNull(browser.open("/step-up/oidc/strong").getHeader("Location"));
            assertThat(back("strong", asked, STRONG.code(asked, subject, now(), change))
                            .getStatus())
                    .isEqualTo(403);
            assertThat(browser.open("/weighty").getHeader("Location")).startsWith("/step-up");
        }
    }

    @Nested
    class Linking {

        @Test
        void isSaidBeforehandJournalledAndTakenBack() {
            arrive("strong", STRONG, "/", mfa(claims -> {}));
            var arrival = waiting();
            asAdministrator(() -> {
                var page = text(
                        browser.open("/administration/directory/arrivals/" + arrival.id() + "?account=" + hanako.id()));
                assertThat(value(page, "chosen")).contains(hanako.name());
                assertThat(link(arrival, hanako.id(), "本人に確かめた").getHeader("Location"))
                        .endsWith("report=linked");
            });
            var identity = linkOf(hanako.id());
            assertThat(journal("identity.external-identity", identity)).containsExactly("本人に確かめた STEP_UP");

            browser = newBrowser();
            arrive("strong", STRONG, "/", mfa(claims -> {}));
            var hers = browser;
            asAdministrator(() -> act("/administration/directory/links/" + identity + "/unlink"));
            assertThat(hers.open("/room").getStatus()).isEqualTo(303);
            browser = newBrowser();
            assertThat(arrive("strong", STRONG, "/", mfa(claims -> {})).getStatus())
                    .isEqualTo(403);
        }

        @Test
        void isNeverWithOnesOwnAccountAndNeedsAFreshProofAndAReason() {
            arrive("strong", STRONG, "/", mfa(claims -> {}));
            var arrival = waiting();
            var admin = person(Role.ADMINISTRATOR);
            browser = newBrowser();
            signIn(admin);
            assertThat(link(arrival, hanako.id(), "x").getHeader("Location")).startsWith("/step-up");
            stepUp(admin);
            assertThat(link(arrival, admin.id(), "x").getStatus()).isEqualTo(404);
            assertThat(link(arrival, hanako.id(), " ").getStatus()).isEqualTo(400);
            browser = newBrowser();
            signIn(hanako);
            stepUp(hanako);
            assertThat(link(arrival, admin.id(), "x").getStatus()).isEqualTo(403);
        }

        @Test
        void lateArrivalsAreLetGo() {
            arrive("strong", STRONG, "/", mfa(claims -> {}));
            var first = waiting();
            clock.pass(ExternalArrivalRepository.LIFE.plusSeconds(1));
            subject = "late-" + subject;
            browser = newBrowser();
            arrive("strong", STRONG, "/", mfa(claims -> {}));
            assertThat(context.getBean(ExternalArrivalRepository.class).find(first.id()))
                    .isEmpty();
        }
    }

    @Nested
    class WithoutAPassword {

        @Test
        void onlyTheDirectoryOpens() {
            link("strong", STRONG, hanako);
            asAdministrator(() -> act(at("password-off")));
            browser = newBrowser();
            var refused = password(hanako, PASSWORD);
            assertThat(refused.getStatus()).isEqualTo(422);
            assertThat(text(refused)).contains("identity.login.wrong");
            assertThat(forward(arrive("strong", STRONG, "/room", mfa(claims -> {}))))
                    .isEqualTo("/room");
            clock.pass(Duration.ofMinutes(20));
            assertThat(browser.submit(
                                    "/step-up",
                                    "/step-up/recovery",
                                    "password",
                                    PASSWORD,
                                    "recovery",
                                    hanako.recoveryCodes().getFirst())
                            .getStatus())
                    .isEqualTo(422);

            asAdministrator(() -> {
                assertThat(act("/administration/directory/links/" + linkOf(hanako.id()) + "/unlink")
                                .getHeader("Location"))
                        .as("the only way in")
                        .endsWith("report=refused");
                act(at("password-on"));
            });
            browser = newBrowser();
            clock.pass(Duration.ofMinutes(20));
            signIn(hanako);
        }

        @Test
        void nobodyIsLeftWithoutAWayIn() {
            asAdministrator(() ->
                    assertThat(act(at("password-off")).getHeader("Location")).endsWith("report=password-stays"));
        }

        private String at(String what) {
            return "/administration/accounts/" + hanako.id() + "/" + what;
        }
    }

    @Test
    void noSecretCodeOrTokenIsLogged(CapturedOutput output) {
        link("strong", STRONG, hanako);
        var asked = leave("strong", "/");
        var code = STRONG.code(asked, subject, now(), mfa(claims -> claims.audience("another")));
        back("strong", asked, code);
        assertThat(output.getAll())
                .contains("sign-in by strong refused")
                .doesNotContain(TestProvider.SECRET, code, "eyJ")
                .doesNotContain(
                        Objects.requireNonNull(TestProvider.parameters(asked).get("nonce")));
    }

    private static Consumer<JWTClaimsSet.Builder> mfa(Consumer<JWTClaimsSet.Builder> change) {
        return claims -> change.accept(claims.claim("amr", List.of("pwd", "mfa")));
    }

    private Instant now() {
        return clock.instant();
    }

    private String leave(String provider, String next) {
        return Objects.requireNonNull(
                browser.open("/login/oidc/" + provider + "?next=" + next).getHeader("Location"));
    }

    private MockHttpServletResponse back(String provider, String asked, String code) {
        return browser.open("/login/oidc/" + provider + "/back?code=" + code + "&state="
                + TestProvider.parameters(asked).get("state"));
    }

    private MockHttpServletResponse arrive(
            String provider, TestProvider at, String next, Consumer<JWTClaimsSet.Builder> change) {
        var asked = leave(provider, next);

        return back(provider, asked, at.code(asked, subject, now(), change));
    }

    private static String forward(MockHttpServletResponse response) {
        return value(text(response), "forward");
    }

    private ExternalArrival waiting() {
        return context.getBean(ExternalIdentities.class).waiting().stream()
                .filter(one -> one.subject().equals(subject))
                .findFirst()
                .orElseThrow();
    }

    private UUID linkOf(UUID account) {
        return context.getBean(ExternalIdentities.class).linked().stream()
                .filter(one -> one.account().equals(account))
                .findFirst()
                .orElseThrow()
                .id();
    }

    /// Somebody came, and an administrator linked them.
    private void link(String provider, TestProvider at, Person person) {
        var identities = context.getBean(ExternalIdentities.class);
        arrive(provider, at, "/", claims -> {});
        var arrival = identities.waiting().stream()
                .filter(one -> one.subject().equals(subject) && one.issuer().equals(at.issuer()))
                .findFirst()
                .orElseThrow();
        var line = context.getBean(AccountKeeping.class).one(person.id()).orElseThrow();
        var admin = new Actor(person().id(), Actor.Kind.PERSON, Actor.Strength.STEP_UP);
        identities.link(new Caller(admin, "管理者", Set.of()), arrival, line, "本人に確かめた");
        browser = newBrowser();
    }

    private MockHttpServletResponse link(ExternalArrival arrival, UUID account, String reason) {
        return browser.submit(
                "/account",
                "/administration/directory/arrivals/" + arrival.id() + "/link",
                "account",
                account.toString(),
                "reason",
                reason);
    }

    private MockHttpServletResponse act(String path) {
        return browser.submit("/account", path, "reason", "人事の手続き");
    }

    private void asAdministrator(Runnable work) {
        var kept = browser;
        browser = newBrowser();
        var admin = person(Role.ADMINISTRATOR);
        signIn(admin);
        stepUp(admin);
        work.run();
        browser = kept;
    }
}
