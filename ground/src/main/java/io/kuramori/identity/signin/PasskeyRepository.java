package io.kuramori.identity.signin;

import io.kuramori.identity.passkeys.Credential;
import io.kuramori.journal.StaleRecord;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Passkeys of accounts.
@Repository
class PasskeyRepository {

    /// An account's passkeys; more than anybody needs, so that lists stay short.
    static final int MOST = 20;

    private static final String COLUMNS = """
            select p.id, p.version, p.account_id, p.name, p.credential_id, p.credential, p.backup_eligible,
                   p.created_at, u.sign_count, u.last_used_at
            from identity.passkey p join identity.passkey_use u on u.passkey_id = p.id
            """;

    private final JdbcClient jdbc;

    PasskeyRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Passkey> of(UUID account) {
        return jdbc.sql(COLUMNS + "where p.account_id = :account order by p.id")
                .param("account", account)
                .query(PasskeyRepository::passkey)
                .list();
    }

    Optional<Passkey> byCredential(byte[] id) {
        return jdbc.sql(COLUMNS + "where p.credential_id = :id")
                .param("id", id)
                .query(PasskeyRepository::passkey)
                .optional();
    }

    void insert(UUID id, UUID account, String name, Credential credential, Instant now) {
        jdbc.sql("""
                        /* language=sql */
                        insert into identity.passkey (id, version, account_id, name, credential_id, credential,
                                                      backup_eligible, created_at)
                        values (:id, 1, :account, :name, :credentialId, :credential, :eligible, :now)
                        """)
                .param("id", id)
                .param("account", account)
                .param("name", name)
                .param("credentialId", credential.id())
                .param("credential", credential.data())
                .param("eligible", credential.backupEligible())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("insert into identity.passkey_use (passkey_id, sign_count) values (:id, :count)")
                .param("id", id)
                .param("count", credential.signCount())
                .update();
    }

    void rename(Passkey passkey, String name) {
        int rows = jdbc.sql("""
                        /* language=sql */
                        update identity.passkey set name = :name, version = version + 1
                        where id = :id and version = :version
                        """)
                .param("id", passkey.id())
                .param("version", passkey.version())
                .param("name", name)
                .update();
        refuseStale(passkey, rows);
    }

    void delete(Passkey passkey) {
        int rows = jdbc.sql("delete from identity.passkey where id = :id and version = :version")
                .param("id", passkey.id())
                .param("version", passkey.version())
                .update();
        refuseStale(passkey, rows);
    }

    void used(UUID id, long signCount, Instant now) {
        jdbc.sql("""
                        /* language=sql */
                        update identity.passkey_use set sign_count = greatest(sign_count, :count), last_used_at = :now
                        where passkey_id = :id
                        """)
                .param("id", id)
                .param("count", signCount)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static void refuseStale(Passkey passkey, int rows) {
        if (rows == 0) {
            throw new StaleRecord("identity.passkey", passkey.id());
        }
    }

    private static Passkey passkey(ResultSet row, int index) throws SQLException {
        @Nullable OffsetDateTime used = row.getObject("last_used_at", OffsetDateTime.class);

        return new Passkey(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                row.getObject("account_id", UUID.class),
                row.getString("name"),
                new Credential(
                        row.getBytes("credential_id"),
                        row.getBytes("credential"),
                        row.getBoolean("backup_eligible"),
                        row.getLong("sign_count")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                used == null ? null : used.toInstant());
    }
}
