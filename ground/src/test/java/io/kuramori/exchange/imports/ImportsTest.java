package io.kuramori.exchange.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuramori.database.KuramoriDatabase;
import io.kuramori.exchange.Line;
import io.kuramori.exchange.MemoryLedger;
import io.kuramori.exchange.grid.Unreadable;
import io.kuramori.exchange.reading.Layout;
import io.kuramori.exchange.reading.Mapping;
import io.kuramori.identity.Caller;
import io.kuramori.identity.InstitutionId;
import io.kuramori.identity.Transactions;
import io.kuramori.journal.Actor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/// Uploads, remembered mappings, imports and their undoing, on a real database.
@ExtendWith(KuramoriDatabase.class)
final class ImportsTest {

    private static final InstitutionId BANK =
            new InstitutionId(UUID.fromString("0193b000-0000-7000-8000-000000000001"));
    private static final InstitutionId LEASING =
            new InstitutionId(UUID.fromString("0193b000-0000-7000-8000-000000000002"));
    private static final Caller OFFICE = caller(1, BANK);
    private static final Caller COLLEAGUE = caller(2, BANK);
    private static final Caller STRANGER = caller(3, LEASING);
    private static final Caller GROUP = caller(4, BANK, LEASING);

    private static AnnotationConfigApplicationContext context;
    private static Instant now = Instant.parse("2026-11-24T00:00:00Z");

    /// Another in every test, so that none remembers the mapping of another.
    private final String heading = UUID.randomUUID().toString();
    private final MemoryLedger ledger = new MemoryLedger();

    @BeforeAll
    static void start() throws ClassNotFoundException {
        var transactions = Class.forName("io.kuramori.identity.internal.JdbcTransactions");
        context = new AnnotationConfigApplicationContext();
        context.registerBean(DataSource.class, KuramoriDatabase::appDataSource);
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(context.getBean(DataSource.class)));
        context.registerBean(
                JdbcTransactionManager.class, () -> new JdbcTransactionManager(context.getBean(DataSource.class)));
        context.registerBean(Clock.class, () -> new Moving());
        context.register(transactions, ImportRepository.class, Drafts.class, Imports.class);
        context.refresh();
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @BeforeEach
    void existing() {
        ledger.put(new Line(new UUID(0, 1), 3, false, Map.of("code", "K-01", "name", "旧勘定系", "users", "9")));
    }

    @Test
    void importsByTheChosenColumnsAndRemembersThem() throws Unreadable {
        var id = upload(OFFICE);
        assertThat(draft(OFFICE, id).plan().ready()).isFalse();
        map(OFFICE, id);
        var draft = draft(OFFICE, id);
        assertThat(draft.plan().added()).isEqualTo(1);
        assertThat(draft.plan().changed()).isEqualTo(1);

        assertThat(imports().apply(OFFICE, ledger, id, "another", Locale.JAPANESE))
                .isEqualTo(new Applied.LookAgain());
        assertThat(ledger.living()).hasSize(1);
        apply(OFFICE, id);
        assertThat(ledger.living())
                .containsExactly(
                        Map.of("code", "K-01", "name", "勘定系", "importance", "high", "users", "9"),
                        Map.of("code", "K-02", "name", "情報系", "importance", "medium"));

        var again = draft(COLLEAGUE, upload(COLLEAGUE));
        assertThat(again.remembered()).isTrue();
        assertThat(again.plan().unchanged()).isEqualTo(2);
        assertThat(draft(STRANGER, upload(STRANGER)).remembered()).isFalse();
        assertThat(imports().draft(OFFICE, ledger, id, Locale.JAPANESE)).isEmpty();
    }

    @Test
    void undoesAWholeImportAndTakesItInAgain() throws Unreadable {
        var done = applied(OFFICE);
        assertThat(imports().undo(COLLEAGUE, ledger, done)).isEqualTo(new Undo.Done());
        assertThat(ledger.living()).containsExactly(Map.of("code", "K-01", "name", "旧勘定系", "users", "9"));
        assertThat(imports().undo(OFFICE, ledger, done)).isEqualTo(new Undo.TooLate());

        applied(OFFICE);
        assertThat(ledger.living()).hasSize(2);
    }

    @Test
    void doesNotUndoWhatWasChangedSince() throws Unreadable {
        var done = applied(OFFICE);
        var line = ledger.lines().findFirst().orElseThrow();
        ledger.put(new Line(line.id(), line.version() + 1, false, line.cells()));

        assertThat(imports().undo(OFFICE, ledger, done)).isInstanceOf(Undo.ChangedSince.class);
        assertThat(ledger.living()).hasSize(2);
        assertThat(imports().find(OFFICE, done.id()).orElseThrow().undone()).isNull();
    }

    @Test
    void doesNotUndoAfterADay() throws Unreadable {
        var done = applied(OFFICE);
        now = now.plus(Duration.ofHours(25));

        assertThat(imports().undo(OFFICE, ledger, done)).isEqualTo(new Undo.TooLate());
    }

    @Test
    void showsUploadsAndImportsOnlyToWhomTheyConcern() throws Unreadable {
        var id = upload(GROUP);
        assertThat(imports().draft(OFFICE, ledger, id, Locale.JAPANESE)).isEmpty();
        map(GROUP, id);
        var done = apply(GROUP, id);

        assertThat(imports().find(OFFICE, done.id())).isEmpty();
        assertThat(imports().find(STRANGER, done.id())).isEmpty();
        assertThat(imports().recent(OFFICE, ledger)).noneMatch(each -> each.id().equals(done.id()));
        assertThat(imports().find(GROUP, done.id())).isPresent();
    }

    @Test
    void journalsTheImport() throws Unreadable {
        var done = applied(OFFICE);
        var reasons = context.getBean(Transactions.class)
                .read(
                        OFFICE,
                        () -> context.getBean(JdbcClient.class)
                                .sql("select reason from journal.entry where record_id = :id")
                                .param("id", done.id())
                                .query(String.class)
                                .list());

        assertThat(reasons).containsExactly("取込: systems.csv");
    }

    private UUID upload(Caller caller) throws Unreadable {
        return imports()
                .upload(
                        caller,
                        ledger,
                        "C:\\temp\\systems.csv",
                        Books.csv("番号%s,呼び名,重要度\nK-01,勘定系,高\nK-02,情報系,中\n".formatted(heading)));
    }

    private Draft<Map<String, String>> draft(Caller caller, UUID id) {
        return imports().draft(caller, ledger, id, Locale.JAPANESE).orElseThrow();
    }

    private static void map(Caller caller, UUID id) {
        imports().map(caller, id, new Mapping(new Layout(0, 1, 1, 0), Map.of("code", 0, "name", 1, "importance", 2)));
    }

    private Import applied(Caller caller) throws Unreadable {
        var id = upload(caller);
        map(caller, id);
        return apply(caller, id);
    }

    private Import apply(Caller caller, UUID id) {
        var token = draft(caller, id).plan().token();
        var applied = imports().apply(caller, ledger, id, token, Locale.JAPANESE);
        if (applied instanceof Applied.Done(UUID importId)) {
            return imports().find(caller, importId).orElseThrow();
        }
        throw new AssertionError("nothing was applied");
    }

    private static Imports imports() {
        return context.getBean(Imports.class);
    }

    private static Caller caller(int number, InstitutionId... scope) {
        return new Caller(
                new Actor(new UUID(7, number), Actor.Kind.PERSON, Actor.Strength.MULTI_FACTOR),
                "p" + number,
                Set.of(scope));
    }

    private static final class Moving extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return InstantSource.system().withZone(zone);
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
