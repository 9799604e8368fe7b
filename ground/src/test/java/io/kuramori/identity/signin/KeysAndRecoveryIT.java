package io.kuramori.identity.signin;

import static io.kuramori.identity.signin.Browser.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kuramori.identity.Caller;
import io.kuramori.identity.Role;
import io.kuramori.identity.keys.KeyRotation;
import io.kuramori.journal.Actor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/// What `docs/operations.md` says to do when keys are changed or lost, and when the last administrator has no way in.
@ExtendWith(OutputCaptureExtension.class)
class KeysAndRecoveryIT extends IdentityIT {

    @Autowired
    private KeyRotation rotation;

    @Autowired
    private RecoveryLink recovery;

    @Test
    void theMasterKeyIsRotatedAndTheOldOneRetired() throws IOException {
        var hanako = person();
        var before = keyOf(hanako);
        assertThat(rotation.rotate()).isPositive();

        assertThat(keyOf(hanako)).isNotEqualTo(before);
        assertThat(jdbc.sql("""
                        /* language=sql */
                        select count(distinct substring(totp_secret from 2 for 8)) from identity.account
                        where totp_secret is not null
                          and substring(totp_secret from 2 for 8) <> '\\x0000000000000000'
                        """).query(Integer.class).single()).isEqualTo(1);
        assertThat(Files.readAllLines(KEY_FILE)).hasSize(1);
        signIn(hanako);
        assertThat(journal("identity.account", hanako.id()).getFirst())
                .isEqualTo("identity.reason.master-key-rotated MACHINE");
        assertThat(system.sql(
                                "select fields::text from journal.entry where kind = 'identity.master-key' order by id desc limit 1")
                        .query(String.class)
                        .single())
                .contains(before, keyOf(hanako));
    }

    @Test
    void whatALostKeySealedOpensNoMoreAndRecoveryCodesLetIn() {
        var hanako = person();
        sealWithALostKey(hanako);

        password(hanako, PASSWORD);
        assertThat(browser.submit("/login/code", "/login/code", "code", code(hanako))
                        .getStatus())
                .isEqualTo(422);
        assertThat(browser.submit(
                                "/login/code",
                                "/login/code",
                                "code",
                                hanako.recoveryCodes().getFirst())
                        .getStatus())
                .isEqualTo(303);
        assertThat(browser.submit(
                                "/account",
                                "/step-up/recovery",
                                "password",
                                PASSWORD,
                                "recovery",
                                hanako.recoveryCodes().get(1))
                        .getStatus())
                .isEqualTo(303);
        assertThat(browser.open("/account/app").getStatus()).isEqualTo(200);
    }

    @Test
    void withoutItsKeyFileItDoesNotStartUnlessToldThatTheKeyIsLost(@TempDir Path folder) {
        person();
        var gone = folder.resolve("gone.key");

        assertThatThrownBy(() -> start(gone, false)).hasStackTraceContaining("gone.key is missing");
        assertThat(gone).doesNotExist();
        try (var started = start(gone, true)) {
            assertThat(gone).exists();
            assertThat(started.isRunning()).isTrue();
        }
    }

    @Test
    void theLastAdministratorComesBackByALinkFromTheMachine(CapturedOutput output) {
        var admin = person(Role.ADMINISTRATOR);
        signIn(admin);
        var old = browser;
        new RecoveryLink(admin.email(), accounts, context.getBean(AccountKeeping.class)).recover("8080");
        var link = Pattern.compile("http://127\\.0\\.0\\.1:8080(/login/invitation\\?token=\\S+)")
                .matcher(output.getOut());
        assertThat(link.find()).isTrue();
        assertThat(old.open("/room").getStatus()).isEqualTo(303);
        browser = newBrowser();
        assertThat(password(admin, PASSWORD).getStatus()).isEqualTo(422);

        var path = Objects.requireNonNull(link.group(1));
        var token = path.substring(path.indexOf('=') + 1);
        assertThat(browser.submit(path, "/login/invitation", "token", token, "password", PASSWORD, "repeated", PASSWORD)
                        .getHeader("Location"))
                .isEqualTo("/login/enrol");
        assertThat(text(browser.open("/login/enrol"))).contains("view=identity/enrol");
        assertThat(journal("identity.account", admin.id())).contains("identity.reason.recovery-on-the-machine MACHINE");
        assertThat(output.getAll().lines().filter(line -> line.contains("INFO") || line.contains("WARN")))
                .as("the log")
                .noneMatch(line -> line.contains(token));
    }

    @Test
    void nobodyIsRecoveredUnlessNamed(CapturedOutput output) {
        recovery.recover("8080");
        assertThat(output.getOut()).doesNotContain("/login/invitation");
    }

    private void sealWithALostKey(Person person) {
        var caller = new Caller(Actor.KURAMORI, "蔵守", Set.of());
        transactions.write(
                caller, "given", () -> jdbc.sql("""
                        /* language=sql */
                        update identity.account
                        set version = version + 1,
                            totp_secret = overlay(totp_secret placing '\\x0000000000000000'::bytea from 2 for 8)
                        where id = :id
                        """).param("id", person.id()).update());
    }

    /// The same house once more, over the same database.
    private ConfigurableApplicationContext start(Path keyFile, boolean lost) {
        var settings = new ArrayList<String>();
        var database = (MapPropertySource) Objects.requireNonNull(((ConfigurableEnvironment) context.getEnvironment())
                .getPropertySources()
                .get("kuramori-test-database"));
        database.getSource().forEach((key, value) -> {
            // The folder is the first house's alone.
            if (!key.equals("kuramori.data")) {
                settings.add("--" + key + "=" + value);
            }
        });
        settings.add("--kuramori.data=" + keyFile.resolveSibling("data"));
        settings.add("--server.port=0");
        settings.add("--kuramori.master-key-file=" + keyFile);
        settings.add("--kuramori.master-key-lost=" + lost);

        return new SpringApplicationBuilder(IdentityOnly.class).run(settings.toArray(String[]::new));
    }

    private String keyOf(Person person) {
        byte[] sealed =
                Objects.requireNonNull(accounts.byId(person.id()).orElseThrow().totpSecret());

        return HexFormat.of().formatHex(sealed, 1, 9);
    }
}
