package io.kuramori.identity.signin;

import static io.kuramori.identity.signin.Browser.text;
import static io.kuramori.identity.signin.Browser.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.kuramori.identity.Role;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// Service accounts and keys, from the administrator's page to the program's request.
class ApiKeyIT extends IdentityIT {

    private static int services;

    private Person admin;
    private String service = "";
    private String key = "";

    @BeforeEach
    void made() {
        admin = person(Role.ADMINISTRATOR);
        signIn(admin);
        stepUp(admin);
        services++;
        var created = browser.submit(
                "/administration/services/new",
                "/administration/services",
                "name",
                "夜間ビルド " + services,
                "purpose",
                "SBOM の送信。責任者: 開発部");
        service = Objects.requireNonNull(created.getHeader("Location"));
        key = value(text(make("SBOM_SEND", IdentityOnly.BANK.value().toString(), 30)), "text");
    }

    @Test
    void opensWhatItIsForInTheScopeItWasGiven() {
        var called = call(get("/api/sboms").header("X-Api-Key", key));
        assertThat(text(called))
                .contains(
                        "SERVICE", "MACHINE", "夜間ビルド", IdentityOnly.BANK.value().toString());
        assertThat(call(get("/api/sboms").header("Authorization", "Bearer " + key))
                        .getStatus())
                .isEqualTo(200);
        assertThat(call(post("/api/sboms").header("X-Api-Key", key)).getStatus())
                .isEqualTo(200);
    }

    @Test
    void opensNothingElse() {
        assertThat(call(get("/api/findings").header("X-Api-Key", key)).getStatus())
                .isEqualTo(403);
        assertThat(call(get("/room").header("X-Api-Key", key)).getStatus()).isEqualTo(403);
        assertThat(call(get("/account").header("X-Api-Key", key)).getStatus()).isEqualTo(403);
        assertThat(call(get("/administration/services").header("X-Api-Key", key))
                        .getStatus())
                .isEqualTo(403);
        assertThat(call(get("/weighty").header("X-Api-Key", key)).getStatus()).isEqualTo(403);
    }

    @Test
    void opensNothingWithoutOrWithAWrongKey() {
        assertThat(call(get("/api/sboms")).getStatus()).isEqualTo(401);
        var wrong = call(get("/api/sboms").header("X-Api-Key", key + "0"));
        assertThat(wrong.getStatus()).isEqualTo(401);
        assertThat(wrong.getHeader("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(call(get("/room").accept("text/html").header("X-Api-Key", "krm_x"))
                        .getStatus())
                .isEqualTo(401);
    }

    @Test
    void endsWithItsDayByRevocationAndWithItsAccount() {
        clock.pass(Duration.ofDays(29));
        assertThat(works()).isTrue();
        clock.pass(Duration.ofDays(2));
        assertThat(works()).isFalse();

        again();
        key = value(text(make("SBOM_SEND", "", 30)), "text");
        assertThat(works()).isTrue();
        var id = system.sql("select id from identity.api_key order by id desc limit 1")
                .query(UUID.class)
                .single();
        assertThat(browser.submit(service, service + "/keys/" + id + "/revoke").getStatus())
                .isEqualTo(302);
        assertThat(works()).isFalse();
        assertThat(browser.submit(service, service + "/keys/" + id + "/revoke").getStatus())
                .isEqualTo(404);
        assertThat(journal("identity.api-key", id))
                .containsExactly("identity.reason.key-revoked STEP_UP", "identity.reason.key-made STEP_UP");

        key = value(text(make("SBOM_SEND", "", 30)), "text");
        assertThat(works()).isTrue();
        browser.submit(service, service + "/retire");
        assertThat(works()).isFalse();
    }

    @Test
    void isNeverMadeForEverForNothingOrForElsewhere() {
        assertThat(make("SBOM_SEND", "", 367).getStatus()).isEqualTo(422);
        assertThat(make("SBOM_SEND", "", -2).getStatus()).isEqualTo(422);
        assertThat(make("EVERYTHING", "", 30).getStatus()).isEqualTo(422);
        assertThat(make("SBOM_SEND", UUID.randomUUID().toString(), 30).getStatus())
                .isEqualTo(422);
    }

    @Test
    void countsForNothingBesideACookie() {
        assertThat(browser.send(post("/api/sboms").header("X-Api-Key", key)).getStatus())
                .as("a browser's form without its token")
                .isEqualTo(403);
        var stranger = newBrowser();
        stranger.open("/login");
        assertThat(stranger.send(get("/api/sboms").header("X-Api-Key", key)).getStatus())
                .isEqualTo(401);
    }

    @Test
    void isShownOnceAndKeptAsAHash() {
        assertThat(text(browser.open(service))).doesNotContain(key);
        var stored = String.join("\n", system.sql("""
                        /* language=sql */
                        select to_jsonb(k)::text from identity.api_key k
                        union all select fields::text from journal.entry where kind = 'identity.api-key'
                        union all select row::text from identity.api_key_history
                        """).query(String.class).list());
        assertThat(stored).contains(key.substring(0, 10)).doesNotContain(key);
        assertThat(String.join("\n", system.sql("""
                        /* language=sql */
                        select fields::text from journal.entry where kind = 'identity.api-key'
                        """).query(String.class).list()))
                .doesNotContain("key_hash");
    }

    @Test
    void tellsWhenItWasLastUsedAndFromWhere() {
        works();
        assertThat(text(browser.open(service))).contains("lastAddress=203.0.113.7");
    }

    @Test
    void wrongOnesAreThrottledByAddressWithoutLockingAnybodyOut() {
        for (int i = 0; i < Attempts.PER_ACCOUNT; i++) {
            assertThat(from("203.0.113.9", "krm_wrong").getStatus()).isEqualTo(401);
        }
        assertThat(from("203.0.113.9", "krm_wrong").getStatus()).isEqualTo(429);
        assertThat(from("203.0.113.9", key).getStatus()).isEqualTo(200);
    }

    @Test
    void isMadeByAdministratorsAlone() {
        browser = newBrowser();
        var officer = person(Role.SECURITY_OFFICE);
        signIn(officer);
        stepUp(officer);
        assertThat(browser.open("/administration/services").getStatus()).isEqualTo(403);
        assertThat(browser.submit("/account", "/administration/services", "name", "x", "purpose", "y")
                        .getStatus())
                .isEqualTo(403);
    }

    private boolean works() {
        return call(get("/api/sboms").header("X-Api-Key", key)).getStatus() == 200;
    }

    /// Signs the administrator in again, after days.
    private void again() {
        browser = newBrowser();
        signIn(admin);
        stepUp(admin);
    }

    private MockHttpServletResponse make(String permission, String root, int days) {
        var until = LocalDate.now(clock).plusDays(days).toString();

        return browser.submit(
                service,
                service + "/keys",
                "name",
                "ci.example.jp",
                "permission",
                permission,
                "root",
                root,
                "until",
                until);
    }

    private MockHttpServletResponse from(String address, String key) {
        return new Browser(mvc, address).send(get("/api/sboms").header("X-Api-Key", key));
    }

    private MockHttpServletResponse call(MockHttpServletRequestBuilder request) {
        return new Browser(mvc, "203.0.113.7").send(request);
    }
}
