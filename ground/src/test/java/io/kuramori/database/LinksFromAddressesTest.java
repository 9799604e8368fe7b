package io.kuramori.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// An installation from before there were links: who was one by an address stays one, and no more than that.
final class LinksFromAddressesTest {

    private static final UUID BANK = UUID.randomUUID();
    private static final UUID ACCOUNT = UUID.randomUUID();
    private static final UUID PERSON = UUID.randomUUID();
    private static final UUID POST = UUID.randomUUID();

    @Test
    void pairsOfEqualAddressesAreLinkedOnceAsTakenOver() throws SQLException {
        var shared = SharedServer.get();
        shared.execute("create database before_links owner kuramori_owner");
        shared.execute("grant connect on database before_links to kuramori_app, kuramori_system");
        var database = shared.handle("before_links");
        try {
            Migrations.runUpTo(database.server(), "202611252200");
            var all = JdbcClient.create(database.superuser());
            given(database.superuser());
            Migrations.run(database.server());

            assertThat(all.sql("""
                            select account_id || ' ' || basis || ' ' || state || ' ' || coalesce(decided_by::text, 'unconfirmed')
                            from organization.account_link""").query(String.class).list())
                    .containsExactly(ACCOUNT + " MIGRATED IN_FORCE unconfirmed");
            assertThat(all.sql("select held from organization.posts_held_by(:account, now()) held")
                            .param("account", ACCOUNT)
                            .query(UUID.class)
                            .list())
                    .containsExactly(POST);
            assertThat(all.sql("select actor_id::text from journal.entry where kind = 'account-link'")
                            .query(String.class)
                            .list())
                    .as("who did it, in the journal")
                    .containsExactly("00000000-0000-7000-8000-000000000001");
        } finally {
            KuramoriDatabase.drop(database);
        }
    }

    /// Taro and his account; somebody who left; an account of nobody.
    private static void given(DataSource source) throws SQLException {
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("""
                    call journal.as_kuramori('given');
                    insert into organization.institution (id, institution_id, code, version, kind, name)
                    values ('BANK', 'BANK', 'BANK', 1, 'legal_entity', 'みやこ銀行');
                    insert into organization.post (id, institution_id, code, version, name)
                    values ('POST', 'BANK', 'P-1', 1, '部長');
                    insert into organization.person
                        (id, institution_id, code, version, name, reading, email, retired_on)
                    values ('PERSON', 'BANK', 'E-1', 1, '太郎', 'たろう', 'Taro@Example.jp', null),
                           (uuidv7(), 'BANK', 'E-2', 1, '花子', 'はなこ', 'hanako@example.jp', '2026-01-01'),
                           (uuidv7(), 'BANK', 'E-3', 1, '次郎', 'じろう', null, null);
                    insert into organization.appointment
                        (id, institution_id, version, person_id, post_id, kind, valid_from)
                    values (uuidv7(), 'BANK', 1, 'PERSON', 'POST', 'principal', '2020-04-01');
                    insert into identity.account (id, version, email, name, password_hash, password_set_at)
                    values ('ACCOUNT', 1, 'taro@example.jp', '太郎', '', now()),
                           (uuidv7(), 1, 'hanako@example.jp', '花子', '', now()),
                           (uuidv7(), 1, 'nobody@example.jp', '誰', '', now());
                    """.replace("'BANK', 'BANK', 'BANK'", "'" + BANK + "', '" + BANK + "', 'CODE'")
                    .replace("'BANK'", "'" + BANK + "'")
                    .replace("'POST'", "'" + POST + "'")
                    .replace("'PERSON'", "'" + PERSON + "'")
                    .replace("'ACCOUNT'", "'" + ACCOUNT + "'"));
            connection.commit();
        }
    }
}
