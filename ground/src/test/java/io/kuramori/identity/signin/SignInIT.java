package io.kuramori.identity.signin;

import static io.kuramori.identity.signin.Browser.text;
import static io.kuramori.identity.signin.Browser.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.kuramori.database.SpringDatabase;
import jakarta.servlet.Filter;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/// The whole way in, through the real filter chain and database. Tests share both: each takes time and addresses of
/// its own.
@SpringBootTest(classes = IdentityOnly.class)
@ContextConfiguration(initializers = SpringDatabase.class)
@ExtendWith(OutputCaptureExtension.class)
class SignInIT {

    private static final String EMAIL = "hanako@example.jp";
    private static final String PASSWORD = "柿の木に雀が三羽とまっている";

    private static int addresses;
    private static byte[] secret = {};
    private static List<String> recoveryCodes = List.of();

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private TestClock clock;

    @Autowired
    private SetupTokens tokens;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    @Qualifier("system")
    private JdbcClient system;

    private MockMvc mvc;
    private Browser browser;

    @BeforeEach
    void openBrowser() {
        var chain = context.getBean("springSecurityFilterChain", Filter.class);
        mvc = MockMvcBuilders.webAppContextSetup(context).addFilters(chain).build();
        browser = newBrowser();
        // Away from earlier tries and used steps.
        clock.pass(Duration.ofHours(13));
        if (recoveryCodes.isEmpty()) {
            setUp();
            browser = newBrowser();
            // The code of the enrolment is used up.
            clock.pass(Duration.ofMinutes(1));
        }
    }

    private Browser newBrowser() {
        return new Browser(mvc, "192.0.2." + ++addresses % 250);
    }

    /// Also the test of the set-up link: refused when wrong, expired, or used.
    private void setUp() {
        String expired = tokens.issue();
        clock.pass(SetupTokens.LIFE);
        assertThat(browser.open("/setup?token=" + expired).getStatus()).isEqualTo(403);
        assertThat(browser.open("/setup?token=wrong").getStatus()).isEqualTo(403);

        String replaced = tokens.issue();
        String token = tokens.issue();
        assertThat(browser.open("/setup?token=" + replaced).getStatus()).isEqualTo(403);

        String page = "/setup?token=" + token;
        var weak = browser.submit(page, "/setup", fields(token, "short"));
        assertThat(weak.getStatus()).isEqualTo(422);
        assertThat(text(weak)).contains("identity.password.too_short");

        var created = browser.submit(page, "/setup", fields(token, PASSWORD));
        assertThat(created.getHeader("Location")).isEqualTo("/login/enrol");
        assertThat(newBrowser().open(page).getStatus()).isEqualTo(403);
        enrol();
    }

    private void enrol() {
        assertThat(browser.open("/room").getStatus()).isEqualTo(303);
        var page = text(browser.open("/login/enrol"));
        secret = decode(value(page, "secret").replace(" ", ""));
        assertThat(value(text(browser.open("/login/enrol")), "secret")).isEqualTo(value(page, "secret"));
        assertThat(browser.submit("/login/enrol", "/login/enrol", "code", "000").getStatus())
                .isEqualTo(422);

        var enrolled = text(browser.submit("/login/enrol", "/login/enrol", "code", code()));
        var codes = value(enrolled, "codes");
        recoveryCodes = List.of(codes.substring(1, codes.length() - 1).split(", "));
        assertThat(recoveryCodes).hasSize(RecoveryCodes.COUNT).doesNotHaveDuplicates();
        assertThat(browser.open("/room").getStatus()).isEqualTo(200);
    }

    @Nested
    class TheWayIn {

        @Test
        void leadsBackToThePageThatWasAskedFor() {
            var refused = browser.open("/room");
            assertThat(refused.getStatus()).isEqualTo(303);
            assertThat(refused.getHeader("Location")).isEqualTo("/login?next=%2Froom");

            var password = password(PASSWORD, "/room");
            assertThat(password.getHeader("Location")).isEqualTo("/login/code?next=%2Froom");
            assertThat(browser.open("/room").getStatus()).isEqualTo(303);

            var done = browser.submit("/login/code", "/login/code", "code", code(), "next", "/room");
            assertThat(done.getHeader("Location")).isEqualTo("/room");
            assertThat(text(browser.open("/room")))
                    .contains("MULTI_FACTOR", "山田 花子", IdentityOnly.BANK.value().toString());
        }

        @Test
        void rotatesTheSessionWithEachStep() {
            password(PASSWORD, "/");
            var halfWay = session();
            browser.submit("/login/code", "/login/code", "code", code());

            assertThat(session().getValue()).isNotEqualTo(halfWay.getValue());
            assertThat(session().isHttpOnly()).isTrue();
            assertThat(session().getAttribute("SameSite")).isEqualTo("Strict");
            var other = newBrowser();
            other.setCookie(halfWay);
            assertThat(other.open("/login/code").getHeader("Location")).isEqualTo("/login");
        }

        @Test
        void refusesACodeThatWasUsed() {
            String code = code();
            password(PASSWORD, "/");
            assertThat(browser.submit("/login/code", "/login/code", "code", code)
                            .getStatus())
                    .isEqualTo(303);

            browser = newBrowser();
            password(PASSWORD, "/");
            assertThat(browser.submit("/login/code", "/login/code", "code", code)
                            .getStatus())
                    .isEqualTo(422);
        }

        @Test
        void takesEachRecoveryCodeOnce() {
            password(PASSWORD, "/");
            String code = recoveryCodes.getFirst();
            assertThat(browser.submit("/login/code", "/login/code", "code", code)
                            .getStatus())
                    .isEqualTo(303);
            assertThat(value(text(browser.open("/account")), "recoveryCodesLeft"))
                    .isEqualTo("9");

            browser = newBrowser();
            password(PASSWORD, "/");
            assertThat(browser.submit("/login/code", "/login/code", "code", code)
                            .getStatus())
                    .isEqualTo(422);
        }
    }

    @Nested
    class Throttling {

        @Test
        void looksAtNoFurtherPasswordAfterFiveWrongOnes() {
            for (int i = 0; i < Attempts.PER_ACCOUNT; i++) {
                browser = newBrowser();
                assertThat(password("wrong", "/").getStatus()).isEqualTo(422);
            }
            browser = newBrowser();
            var refused = password(PASSWORD, "/");
            assertThat(refused.getStatus()).isEqualTo(429);
            assertThat(refused.getHeader("Retry-After")).isEqualTo("900");
            assertThat(text(refused)).contains("identity.login.throttled");

            clock.pass(Attempts.WINDOW);
            assertThat(password(PASSWORD, "/").getStatus()).isEqualTo(303);
        }

        @Test
        void knowingThePasswordGivesNoMoreGuessesAtTheCode() {
            for (int i = 0; i < Attempts.PER_ACCOUNT; i++) {
                password(PASSWORD, "/");
                assertThat(browser.submit("/login/code", "/login/code", "code", "00000000")
                                .getStatus())
                        .isEqualTo(422);
            }

            assertThat(password(PASSWORD, "/").getStatus()).isEqualTo(429);
        }

        @Test
        void looksAtNothingMoreFromAnAddressThatTriesMany() {
            for (int i = 0; i < Attempts.PER_ADDRESS; i++) {
                assertThat(browser.submit("/login", "/login", "email", "a" + i + "@example.jp", "password", "x")
                                .getStatus())
                        .isEqualTo(422);
            }

            assertThat(password(PASSWORD, "/").getStatus()).isEqualTo(429);
        }
    }

    @Nested
    class ASession {

        @Test
        void endsAfterThirtyMinutesUnseen() {
            signIn();
            clock.pass(Sessions.IDLE.minusSeconds(1));
            assertThat(browser.open("/room").getStatus()).isEqualTo(200);
            clock.pass(Sessions.IDLE.minusSeconds(1));
            assertThat(browser.open("/room").getStatus()).isEqualTo(200);
            clock.pass(Sessions.IDLE);
            assertThat(browser.open("/room").getStatus()).isEqualTo(303);
        }

        @Test
        void endsAfterTwelveHoursHoweverBusy() {
            signIn();
            for (int i = 0; i < 35; i++) {
                clock.pass(Duration.ofMinutes(20));
                assertThat(browser.open("/room").getStatus()).isEqualTo(200);
            }
            clock.pass(Duration.ofMinutes(20));
            assertThat(browser.open("/room").getStatus()).isEqualTo(303);
        }

        @Test
        void halfWayEndsAfterTenMinutes() {
            password(PASSWORD, "/");
            clock.pass(Sessions.HALF_WAY);
            assertThat(browser.open("/login/code").getHeader("Location")).isEqualTo("/login");
        }

        @Test
        void endsOnSigningOut() {
            signIn();
            var cookie = session();
            assertThat(browser.submit("/account", "/logout").getStatus()).isEqualTo(303);
            assertThat(browser.cookie(SessionCookie.NAME)).isNull();

            browser.setCookie(cookie);
            assertThat(browser.open("/room").getStatus()).isEqualTo(303);
        }

        @Test
        void canBeEndedFromAnother() {
            signIn();
            var lost = browser;
            String id = value(text(lost.open("/account")), "current");
            clock.pass(Duration.ofMinutes(2));
            browser = newBrowser();
            signIn();

            assertThat(browser.submit("/account", "/account/sessions/" + id + "/end")
                            .getStatus())
                    .isEqualTo(303);
            assertThat(lost.open("/room").getStatus()).isEqualTo(303);
            assertThat(browser.submit("/account", "/account/sessions/" + id + "/end")
                            .getStatus())
                    .isEqualTo(404);
        }
    }

    @Nested
    class Refusing {

        @Test
        void aFormWithoutTheSessionsOwnToken() {
            signIn();
            assertThat(browser.submitWith(null, "/room").getStatus()).isEqualTo(403);
            String foreign = value(text(newBrowser().open("/login")), "_csrf");
            assertThat(browser.submitWith(foreign, "/room").getStatus()).isEqualTo(403);
            assertThat(browser.submit("/account", "/room").getStatus()).isEqualTo(200);
        }

        @Test
        void aSignInFormFromElsewhere() {
            assertThat(browser.submitWith(null, "/login", "email", EMAIL, "password", PASSWORD)
                            .getStatus())
                    .isEqualTo(403);
        }

        @Test
        void aProgramWithoutAPage() {
            assertThat(browser.send(get("/room").accept("application/json")).getStatus())
                    .isEqualTo(401);
            assertThat(browser.send(get("/api/v1/systems").accept("text/html")).getStatus())
                    .isEqualTo(401);
            var fragment = browser.send(get("/room").accept("text/html").header("HX-Request", "true"));
            assertThat(fragment.getStatus()).isEqualTo(401);
            assertThat(fragment.getHeader("HX-Redirect")).isEqualTo("/login");
        }
    }

    @Test
    void noSecretReachesTheJournalTheHistoryOrTheLog(CapturedOutput output) {
        password("wrong password of somebody", "/");
        signIn();
        var hash = jdbc.sql("select password_hash from identity.account")
                .query(String.class)
                .single();
        var sealed = jdbc.sql("select encode(totp_secret, 'hex') from identity.account")
                .query(String.class)
                .single();
        var entries = String.join("\n", system.sql("""
                                select coalesce(fields::text, '') from journal.entry
                                union all select coalesce(row::text, '') from identity.account_history
                                """).query(String.class).list());

        assertThat(entries).contains(EMAIL).doesNotContain("password_hash", "totp_secret", hash, sealed);
        assertThat(output.getAll() + entries)
                .doesNotContain(
                        PASSWORD,
                        "wrong password of somebody",
                        hash,
                        sealed,
                        HexFormat.of().formatHex(secret),
                        Base32.encode(secret),
                        session().getValue())
                .doesNotContain(recoveryCodes);
    }

    private void signIn() {
        password(PASSWORD, "/");
        assertThat(browser.submit("/login/code", "/login/code", "code", code()).getStatus())
                .isEqualTo(303);
    }

    private MockHttpServletResponse password(String password, String next) {
        return browser.submit("/login", "/login", "email", " Hanako@Example.jp ", "password", password, "next", next);
    }

    private Cookie session() {
        return Objects.requireNonNull(browser.cookie(SessionCookie.NAME));
    }

    private String code() {
        return Totp.code(secret, Totp.step(clock.instant()), Totp.DIGITS);
    }

    private static String[] fields(String token, String password) {
        return new String[] {"token", token, "name", "山田 花子", "email", EMAIL, "password", password, "repeated", password
        };
    }

    static byte[] decode(String base32) {
        byte[] bytes = new byte[base32.length() * 5 / 8];
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            int digit = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(base32.charAt(bit / 5));
            bytes[bit / 8] |= (byte) (((digit >> (4 - bit % 5)) & 1) << (7 - bit % 8));
        }
        return bytes;
    }
}
