package io.kuramori.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kuramori.database.KuramoriDatabase;
import io.kuramori.identity.Caller;
import io.kuramori.identity.InstitutionId;
import io.kuramori.journal.Actor;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

@ExtendWith(KuramoriDatabase.class)
class JdbcTransactionsIT {

    private static final UUID BANK = UUID.randomUUID();
    private static final UUID LENDER = UUID.randomUUID();

    private JdbcClient jdbc;
    private JdbcTransactions transactions;

    @BeforeAll
    static void createTable() {
        JdbcClient.create(KuramoriDatabase.ownerDataSource()).sql("""
                        create schema test;
                        grant usage on schema test to kuramori_app, kuramori_system;
                        create table test.note (id uuid primary key, institution_id uuid, version integer not null);
                        call kuramori.guard('test.note');
                        call journal.track('test.note', 'note');
                        """).update();
    }

    @BeforeEach
    void connect() {
        var pool = KuramoriDatabase.appDataSource();
        jdbc = JdbcClient.create(pool);
        transactions = new JdbcTransactions(jdbc, new JdbcTransactionManager(pool));
    }

    @Test
    void anEntryNamesActorStrengthAndReason() {
        UUID note = write(caller(BANK), BANK, "棚卸");

        String entry = transactions.read(
                caller(BANK),
                () -> jdbc.sql("""
                                select actor_id || ' ' || actor_kind || ' ' || strength || ' ' || reason
                                from journal.entry where record_id = :id
                                """).param("id", note).query(String.class).single());

        assertThat(entry).isEqualTo(caller(BANK).actor().id() + " PERSON MULTI_FACTOR 棚卸");
    }

    @Test
    void rowsHistoryAndEntriesOfAnotherInstitutionAreNotThere() {
        UUID note = write(caller(BANK), BANK, "登録");

        for (String table :
                new String[] {"test.note where id", "test.note_history where record_id", "journal.entry where record_id"
                }) {
            assertThat(count(caller(LENDER), table, note)).as(table).isZero();
            assertThat(count(caller(BANK), table, note)).as(table).isEqualTo(1);
        }
    }

    @Test
    void withoutScopeNothingIsThere() {
        UUID note = write(caller(BANK), BANK, "登録");

        assertThat(count(new Caller(caller(BANK).actor(), "無", Set.of()), "test.note where id", note))
                .isZero();
        assertThat(jdbc.sql("select count(*) from test.note").query(Long.class).single())
                .isZero();
    }

    @Test
    void aRowForAnotherInstitutionIsRefused() {
        assertThatThrownBy(() -> write(caller(BANK), LENDER, "越境"))
                .rootCause()
                .hasMessageContaining("row-level security");
    }

    @Test
    void settingsEndWithTheTransaction() {
        write(caller(BANK), BANK, "登録");

        assertThatThrownBy(() -> insert(UUID.randomUUID(), BANK)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void aReadingTransactionCannotWrite() {
        assertThatThrownBy(() -> transactions.read(caller(BANK), () -> insert(UUID.randomUUID(), BANK)))
                .hasMessageContaining("read-only");
        assertThatThrownBy(() -> transactions.read(caller(BANK), () -> write(caller(BANK), BANK, "隠れて")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anotherCallerCannotJoin() {
        assertThatThrownBy(() -> transactions.write(caller(BANK), "外", () -> write(caller(LENDER), LENDER, "内")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aReasonIsNeeded() {
        assertThatThrownBy(() -> transactions.write(caller(BANK), " ", () -> 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private UUID write(Caller caller, UUID institution, String reason) {
        UUID id = UUID.randomUUID();
        return transactions.write(caller, reason, () -> insert(id, institution));
    }

    private UUID insert(UUID id, UUID institution) {
        jdbc.sql("insert into test.note (id, institution_id, version) values (:id, :institution, 1)")
                .param("id", id)
                .param("institution", institution)
                .update();
        return id;
    }

    private long count(Caller caller, String tableAndColumn, UUID id) {
        return transactions.read(
                caller,
                () -> jdbc.sql("select count(*) from " + tableAndColumn + " = :id")
                        .param("id", id)
                        .query(Long.class)
                        .single());
    }

    private static Caller caller(UUID institution) {
        return new Caller(
                new Actor(
                        UUID.nameUUIDFromBytes(
                                institution.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                        Actor.Kind.PERSON,
                        Actor.Strength.MULTI_FACTOR),
                "山田 花子",
                Set.of(new InstitutionId(institution)));
    }
}
