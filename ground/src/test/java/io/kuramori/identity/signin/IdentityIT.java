package io.kuramori.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.uuid.Generators;
import io.kuramori.database.SpringDatabase;
import io.kuramori.identity.Caller;
import io.kuramori.identity.Envelope;
import io.kuramori.identity.Role;
import io.kuramori.identity.Transactions;
import io.kuramori.journal.Actor;
import jakarta.servlet.Filter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/// A test of the whole of identity with people who can sign in, through the real filter chain and database. All of them
/// share both: each test takes time, addresses and people of its own.
@SpringBootTest(classes = IdentityOnly.class, properties = "kuramori.test.house=people")
@ContextConfiguration(initializers = SpringDatabase.class)
abstract class IdentityIT {

    static final String PASSWORD = "柿の木に雀が三羽とまっている";

    /// Of these tests alone, since one of them changes it.
    static final Path KEY_FILE =
            Path.of(System.getProperty("java.io.tmpdir"), "kuramori-test-" + UUID.randomUUID() + ".key");

    /// A directory whose second factor is not trusted, and one whose is.
    static final TestProvider MIYAKO = new TestProvider();

    static final TestProvider STRONG = new TestProvider();

    private static int addresses;
    private static int people;

    @Autowired
    WebApplicationContext context;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    @Qualifier("system")
    JdbcClient system;

    @Autowired
    AccountRepository accounts;

    @Autowired
    private Passwords passwords;

    @Autowired
    private Envelope envelope;

    @Autowired
    Transactions transactions;

    MockMvc mvc = MockMvcBuilders.standaloneSetup().build();
    Browser browser = new Browser(mvc, "192.0.2.0");

    @DynamicPropertySource
    static void keyFile(DynamicPropertyRegistry properties) {
        properties.add("kuramori.master-key-file", KEY_FILE::toString);
        provider(properties, "miyako", MIYAKO);
        provider(properties, "strong", STRONG);
        properties.add("kuramori.sign-in.oidc.strong.amr", () -> "mfa,hwk");
        provider(properties, "gone", MIYAKO);
        properties.add("kuramori.sign-in.oidc.gone.issuer", () -> "http://127.0.0.1:1");
    }

    private static void provider(DynamicPropertyRegistry properties, String id, TestProvider provider) {
        var key = "kuramori.sign-in.oidc." + id;
        properties.add(key + ".name", () -> "都 " + id);
        properties.add(key + ".issuer", provider::issuer);
        properties.add(key + ".client-id", () -> TestProvider.CLIENT);
        properties.add(key + ".secret-file", () -> secretFile().toString());
    }

    private static Path secretFile() {
        try {
            var file = Files.createTempFile("kuramori-test", ".secret");
            Files.writeString(file, TestProvider.SECRET + "\n");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeEach
    void openBrowser() {
        var chain = context.getBean("springSecurityFilterChain", Filter.class);
        mvc = MockMvcBuilders.webAppContextSetup(context).addFilters(chain).build();
        browser = newBrowser();
        // Away from earlier tries and used steps.
        clock.pass(Duration.ofHours(13));
    }

    /// Somebody with a password, an authenticator app and recovery codes.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Person(UUID id, String email, String name, byte[] secret, List<String> recoveryCodes) {}

    Browser newBrowser() {
        addresses++;
        return new Browser(mvc, "198.51." + addresses / 250 + "." + addresses % 250);
    }

    Person person(Role... roles) {
        var id = Generators.timeBasedEpochGenerator().generate();
        people++;
        var person = new Person(
                id, "p" + people + "@example.jp", "職員 " + people, Secrets.random(Totp.SECRET_BYTES), codes());
        var hash = passwords.hash(PASSWORD);
        transactions.write(new Caller(Actor.KURAMORI, "蔵守", Set.of()), "given", () -> {
            accounts.insert(id, person.email(), person.name(), hash, clock.instant());
            accounts.setAuthenticator(
                    accounts.byId(id).orElseThrow(),
                    envelope.seal(person.secret(), SecondFactors.purpose(id)),
                    clock.instant());
            accounts.setRecoveryCodesLeft(
                    accounts.byId(id).orElseThrow(), person.recoveryCodes().size());
            accounts.replaceRecoveryCodes(
                    id, person.recoveryCodes().stream().map(Secrets::sha256).toList());
            for (Role role : roles) {
                accounts.give(
                        Generators.timeBasedEpochGenerator().generate(),
                        id,
                        role,
                        clock.instant().minus(java.time.Duration.ofDays(1)));
            }
            return id;
        });
        return person;
    }

    /// Signs in with both factors; the code's time step is then used.
    void signIn(Person person) {
        assertThat(password(person, PASSWORD).getStatus()).isEqualTo(303);
        assertThat(browser.submit("/login/code", "/login/code", "code", code(person))
                        .getStatus())
                .isEqualTo(303);
    }

    MockHttpServletResponse password(Person person, String password) {
        return browser.submit("/login", "/login", "email", person.email(), "password", password);
    }

    /// Proves it again with the next code.
    void stepUp(Person person) {
        clock.pass(Duration.ofMinutes(1));
        assertThat(browser.submit("/step-up", "/step-up", "code", code(person)).getStatus())
                .isEqualTo(303);
    }

    String code(Person person) {
        return Totp.code(person.secret(), Totp.step(clock.instant()), Totp.DIGITS);
    }

    /// Reasons of the newest journal entries about a record, newest first, with their strength.
    List<@Nullable String> journal(String kind, UUID record) {
        return system.sql("""
                        /* language=sql */
                        select reason || ' ' || strength from journal.entry
                        where kind = :kind and record_id = :record order by id desc
                        """)
                .param("kind", kind)
                .param("record", record)
                .query(String.class)
                .list();
    }

    private static List<String> codes() {
        var codes = new ArrayList<String>();
        for (int i = 0; i < RecoveryCodes.COUNT; i++) {
            codes.add(Base32.encode(Secrets.random(15)));
        }
        return codes;
    }
}
