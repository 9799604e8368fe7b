package io.kuramori.identity.signin;

import static io.kuramori.identity.signin.Browser.text;
import static io.kuramori.identity.signin.Browser.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kuramori.identity.Caller;
import io.kuramori.identity.Role;
import io.kuramori.journal.Actor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

/// Two administrators and the accounts they look after.
class AdministrationIT extends IdentityIT {

    private static int invited;

    private Person admin;
    private Person hanako;

    @BeforeEach
    void signedIn() {
        admin = person(Role.ADMINISTRATOR);
        hanako = person();
        signIn(admin);
        stepUp(admin);
    }

    @Test
    void anInvitedPersonSetsAPasswordEnrolsAndIsIn() {
        invited++;
        var email = "New" + invited + "@Example.jp";
        var made = browser.submit(
                "/administration/accounts/new",
                "/administration/accounts",
                "email",
                email,
                "name",
                "新人 一号",
                "reason",
                "着任 (人事 2026-31)");
        assertThat(made.getHeader("Cache-Control")).isEqualTo("no-store");
        var link = value(text(made), "path");

        browser = newBrowser();
        var token = link.substring(link.indexOf('=') + 1);
        assertThat(value(text(browser.open(link)), "email")).isEqualTo(email.toLowerCase(Locale.ROOT));
        assertThat(accept(link, token, "short").getStatus()).isEqualTo(422);
        assertThat(accept(link, token, PASSWORD).getHeader("Location")).isEqualTo("/login/enrol");
        assertThat(browser.open("/room").getStatus()).isEqualTo(303);
        var secret = SignInIT.decode(
                value(text(browser.open("/login/enrol")), "secret").replace(" ", ""));
        browser.submit(
                "/login/enrol", "/login/enrol", "code", Totp.code(secret, Totp.step(clock.instant()), Totp.DIGITS));
        assertThat(browser.open("/room").getStatus()).isEqualTo(200);
        assertThat(newBrowser().open(link).getStatus()).as("a second time").isEqualTo(403);
    }

    @Test
    void anInvitationEndsAfterThreeDaysAndWithTheNextOne() {
        var first = invite("twice@example.jp");
        var id = accounts.idOf("twice@example.jp").orElseThrow();
        var second = value(text(act(id, "invite")), "path");
        assertThat(newBrowser().open(first).getStatus()).isEqualTo(403);
        assertThat(newBrowser().open(second).getStatus()).isEqualTo(200);
        clock.pass(Invitations.LIFE);
        assertThat(newBrowser().open(second).getStatus()).isEqualTo(403);
    }

    @Test
    void aLockedPersonIsOutAtOnceAndIsToldNothing() {
        var admins = browser;
        browser = newBrowser();
        signIn(hanako);
        var hers = browser;

        browser = admins;
        act(hanako.id(), "lock");
        assertThat(hers.open("/room").getStatus()).isEqualTo(303);
        browser = newBrowser();
        var refused = password(hanako, PASSWORD);
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(text(refused)).contains("identity.login.wrong");

        browser = admins;
        act(hanako.id(), "unlock");
        browser = newBrowser();
        clock.pass(Duration.ofMinutes(1));
        signIn(hanako);
        assertThat(journal("identity.account", hanako.id())).startsWith("退職の手続き STEP_UP", "退職の手続き STEP_UP");
    }

    @Test
    void theLastAdministratorWhoNeedsNoDirectoryIsNotLocked() {
        var other = person(Role.ADMINISTRATOR);
        var accounts = context.getBean(AccountRepository.class);
        var seen = new ArrayList<Boolean>();
        assertThatThrownBy(() -> transactions.write(caller(), "試し", () -> {
                    // Other tests have their own administrators.
                    jdbc.sql("update identity.account set version = version + 1, locked_at = now()"
                                    + " where id not in (:admin, :other) and locked_at is null")
                            .param("admin", admin.id())
                            .param("other", other.id())
                            .update();
                    seen.add(accounts.canBeSpared(other.id(), clock.instant()));
                    jdbc.sql("update identity.account set version = version + 1, password_off = true where id = :id")
                            .param("id", admin.id())
                            .update();
                    seen.add(accounts.canBeSpared(other.id(), clock.instant()));
                    seen.add(accounts.canBeSpared(admin.id(), clock.instant()));
                    seen.add(accounts.canBeSpared(hanako.id(), clock.instant()));
                    throw new IllegalStateException("all of it back");
                }))
                .hasMessage("all of it back");
        assertThat(seen).containsExactly(true, false, true, true);
    }

    private static Caller caller() {
        return new Caller(Actor.KURAMORI, "蔵守", Set.of());
    }

    @Test
    void endingSessionsLeavesTheAccountAsItIs() {
        var admins = browser;
        browser = newBrowser();
        signIn(hanako);
        var hers = browser;

        browser = admins;
        act(hanako.id(), "end-sessions");
        assertThat(hers.open("/room").getStatus()).isEqualTo(303);
        assertThat(system.sql(
                                "select fields::text from journal.entry where kind = 'identity.session' order by id desc limit 1")
                        .query(String.class)
                        .single())
                .contains(hanako.id().toString());
    }

    @Test
    void secondFactorsAreResetByTwoAdministratorsOnly() {
        act(hanako.id(), "reset");
        var reset = newestReset();
        assertThat(browser.submit("/account", "/administration/resets/" + reset + "/consent")
                        .getStatus())
                .as("by whoever asked")
                .isEqualTo(403);
        assertThat(accounts.byId(hanako.id()).orElseThrow().totpSecret()).isNotNull();

        var link = consent(reset, person(Role.ADMINISTRATOR));
        var cleared = accounts.byId(hanako.id()).orElseThrow();
        assertThat(cleared.totpSecret()).isNull();
        assertThat(cleared.recoveryCodesLeft()).isZero();
        browser = newBrowser();
        assertThat(password(hanako, PASSWORD).getStatus())
                .as("the old password")
                .isEqualTo(422);
        assertThat(browser.open(link).getStatus()).isEqualTo(200);
        assertThat(journal("identity.factor-reset", reset))
                .containsExactly("identity.reason.factors-reset STEP_UP", "退職の手続き STEP_UP");
    }

    @Test
    void nobodyResetsOrConsentsForThemselves() {
        assertThat(act(admin.id(), "reset").getHeader("Location")).endsWith("report=reset-waits");
        var other = person(Role.ADMINISTRATOR);
        act(other.id(), "reset");
        var reset = newestReset();
        browser = newBrowser();
        signIn(other);
        stepUp(other);
        assertThat(browser.submit("/account", "/administration/resets/" + reset + "/consent")
                        .getStatus())
                .isEqualTo(403);
    }

    @Test
    void aResetWaitsADay() {
        act(hanako.id(), "reset");
        var reset = newestReset();
        clock.pass(Duration.ofDays(1));
        browser = newBrowser();
        var other = person(Role.ADMINISTRATOR);
        signIn(other);
        stepUp(other);
        assertThat(browser.submit("/account", "/administration/resets/" + reset + "/consent")
                        .getStatus())
                .isEqualTo(403);
        assertThat(act(hanako.id(), "reset").getHeader("Location")).endsWith("report=reset-requested");
    }

    @Test
    void nothingIsDoneToOneselfWithoutAReasonOrAFreshProof() {
        assertThat(act(admin.id(), "lock").getHeader("Location")).endsWith("report=own");
        assertThat(browser.submit("/account", at(hanako.id(), "lock"), "reason", " ")
                        .getStatus())
                .isEqualTo(400);
        clock.pass(Duration.ofMinutes(6));
        assertThat(act(hanako.id(), "lock").getHeader("Location")).startsWith("/step-up");
        assertThat(accounts.byId(hanako.id())).isPresent();
    }

    @Test
    void itIsForAdministratorsOfTheWholeGroup() {
        browser = newBrowser();
        signIn(hanako);
        for (String page : new String[] {"/administration", "/administration/accounts", "/administration/sign-in"}) {
            assertThat(browser.open(page).getStatus()).as(page).isEqualTo(403);
        }
        stepUp(hanako);
        assertThat(act(admin.id(), "lock").getStatus()).isEqualTo(403);
    }

    private String consent(UUID reset, Person other) {
        browser = newBrowser();
        signIn(other);
        stepUp(other);
        var consented = browser.submit("/account", "/administration/resets/" + reset + "/consent");
        assertThat(consented.getStatus()).isEqualTo(200);

        return value(text(consented), "path");
    }

    private UUID newestReset() {
        return jdbc.sql("select id from identity.factor_reset order by id desc limit 1")
                .query(UUID.class)
                .single();
    }

    private String invite(String email) {
        return value(
                text(browser.submit(
                        "/administration/accounts/new",
                        "/administration/accounts",
                        "email",
                        email,
                        "name",
                        "二度 招く",
                        "reason",
                        "着任")),
                "path");
    }

    private MockHttpServletResponse act(UUID account, String what) {
        return browser.submit("/account", at(account, what), "reason", "退職の手続き");
    }

    private static String at(UUID account, String what) {
        return "/administration/accounts/" + account + "/" + what;
    }

    private MockHttpServletResponse accept(String page, String token, String password) {
        return browser.submit(page, "/login/invitation", "token", token, "password", password, "repeated", password);
    }
}
