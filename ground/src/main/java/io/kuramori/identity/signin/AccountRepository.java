package io.kuramori.identity.signin;

import io.kuramori.identity.Role;
import io.kuramori.journal.StaleRecord;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Accounts, their roles and second factors.
@Repository
class AccountRepository {

    private static final String COLUMNS = """
            select id, version, email, name, password_hash, totp_secret, recovery_codes_left, password_off
            from identity.account
            """;

    private final JdbcClient jdbc;

    AccountRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean none() {
        return jdbc.sql("select not exists (select from identity.account)")
                .query(Boolean.class)
                .single();
    }

    /// Whether an account has the address, locked ones too.
    boolean known(String email) {
        return idOf(email).isPresent();
    }

    /// The account with the address, locked ones too.
    Optional<UUID> idOf(String email) {
        return jdbc.sql("select id from identity.account where email = :email and retired_on is null")
                .param("email", email)
                .query(UUID.class)
                .optional();
    }

    /// Who may sign in: locked accounts are not found.
    Optional<Account> byEmail(String email) {
        return jdbc.sql(COLUMNS + "where email = :email and retired_on is null and locked_at is null")
                .param("email", email)
                .query(AccountRepository::account)
                .optional();
    }

    Optional<Account> byId(UUID id) {
        return jdbc.sql(COLUMNS + "where id = :id and retired_on is null and locked_at is null")
                .param("id", id)
                .query(AccountRepository::account)
                .optional();
    }

    /// Holds the account's row until the transaction ends.
    void lock(UUID id) {
        jdbc.sql("select from identity.account where id = :id for update")
                .param("id", id)
                .query(row -> {});
    }

    /// Ways in are taken away one after the other, so that what one looked at is still so when it writes.
    void oneAtATime() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('identity.role'))").query(row -> {});
    }

    void insert(UUID id, String email, String name, String passwordHash, Instant now) {
        jdbc.sql("""
                        /* language=sql */
                        insert into identity.account (id, version, email, name, password_hash, password_set_at)
                        values (:id, 1, :email, :name, :hash, :now)
                        """)
                .param("id", id)
                .param("email", email)
                .param("name", name)
                .param("hash", passwordHash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void setAuthenticator(Account account, byte[] sealed, Instant now) {
        int rows = jdbc.sql("""
                        /* language=sql */
                        update identity.account
                        set version = version + 1, totp_secret = :secret, totp_enrolled_at = :now
                        where id = :id and version = :version
                        """)
                .param("id", account.id())
                .param("version", account.version())
                .param("secret", sealed)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        refuseStale(account, rows);
    }

    void removeAuthenticator(Account account) {
        int rows = jdbc.sql("""
                        /* language=sql */
                        update identity.account
                        set version = version + 1, totp_secret = null, totp_enrolled_at = null
                        where id = :id and version = :version
                        """)
                .param("id", account.id())
                .param("version", account.version())
                .update();
        refuseStale(account, rows);
    }

    void setPassword(Account account, String hash, Instant now) {
        int rows = jdbc.sql("""
                        /* language=sql */
                        update identity.account
                        set version = version + 1, password_hash = :hash, password_set_at = :now
                        where id = :id and version = :version
                        """)
                .param("id", account.id())
                .param("version", account.version())
                .param("hash", hash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        refuseStale(account, rows);
    }

    /// @param since null unlocks
    void setLocked(AccountLine account, @Nullable Instant since) {
        int rows = jdbc.sql("""
                        /* language=sql */
                        update identity.account set version = version + 1, locked_at = :since
                        where id = :id and version = :version
                        """)
                .param("id", account.id())
                .param("version", account.version())
                .param("since", since == null ? null : since.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
        if (rows == 0) {
            throw new StaleRecord("identity.account", account.id());
        }
    }

    void setPasswordOff(AccountLine account, boolean off) {
        int rows = jdbc.sql("""
                        /* language=sql */
                        update identity.account set version = version + 1, password_off = :off
                        where id = :id and version = :version
                        """)
                .param("id", account.id())
                .param("version", account.version())
                .param("off", off)
                .update();
        if (rows == 0) {
            throw new StaleRecord("identity.account", account.id());
        }
    }

    /// Whether an administrator of the whole group remains who gets in without any directory, by password or passkey,
    /// when the account's password opens nothing any more.
    boolean localAdministratorWithoutPasswordOf(UUID account, Instant now) {
        return jdbc.sql("""
                        /* language=sql */
                        select exists (
                            select from identity.role r join identity.account a on a.id = r.account_id
                            where r.role = 'ADMINISTRATOR' and r.institution_id is null and r.state = 'IN_FORCE'
                              and r.valid_from <= :now and r.valid_until is null
                              and a.retired_on is null and a.locked_at is null
                              and ((a.id <> :account and not a.password_off and a.password_hash <> '!')
                                   or exists (select from identity.passkey p where p.account_id = a.id)))
                        """)
                .param("account", account)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    /// Whether locking the account takes nothing from the house that it needs: the account administers nothing, or an
    /// administrator of the whole group remains who gets in without any directory.
    boolean canBeSpared(UUID account, Instant now) {
        return jdbc.sql("""
                        /* language=sql */
                        select not exists (
                            select from identity.role r
                            where r.account_id = :account and r.role = 'ADMINISTRATOR' and r.institution_id is null
                              and r.state = 'IN_FORCE' and r.valid_from <= :now
                              and (r.valid_until is null or r.valid_until > :now))
                        or exists (
                            select from identity.role r join identity.account a on a.id = r.account_id
                            where r.role = 'ADMINISTRATOR' and r.institution_id is null and r.state = 'IN_FORCE'
                              and r.valid_from <= :now and r.valid_until is null and a.id <> :account
                              and a.retired_on is null and a.locked_at is null
                              and ((not a.password_off and a.password_hash <> '!')
                                   or exists (select from identity.passkey p where p.account_id = a.id)))
                        """)
                .param("account", account)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    /// Takes everything away that proves the account's owner. Its row is held by this transaction.
    void clearProofs(UUID account, Instant now) {
        jdbc.sql("""
                        /* language=sql */
                        update identity.account
                        set version = version + 1, password_hash = :none, password_set_at = :now, totp_secret = null,
                            totp_enrolled_at = null, recovery_codes_left = 0, password_off = false
                        where id = :id
                        """)
                .param("id", account)
                .param("none", Passwords.NONE)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void setRecoveryCodesLeft(Account account, int left) {
        int rows = jdbc.sql("""
                        /* language=sql */
                        update identity.account set version = version + 1, recovery_codes_left = :left
                        where id = :id and version = :version
                        """)
                .param("id", account.id())
                .param("version", account.version())
                .param("left", left)
                .update();
        refuseStale(account, rows);
    }

    void spendRecoveryCode(Account account) {
        int rows = jdbc.sql("""
                        /* language=sql */
                        update identity.account
                        set version = version + 1, recovery_codes_left = recovery_codes_left - 1
                        where id = :id and version = :version
                        """)
                .param("id", account.id())
                .param("version", account.version())
                .update();
        refuseStale(account, rows);
    }

    /// Takes the time step as used; false when it, or a newer one, already was.
    boolean useStep(UUID account, long step) {
        return jdbc.sql("""
                        /* language=sql */
                        insert into identity.totp_step as used (account_id, step) values (:account, :step)
                        on conflict (account_id) do update set step = excluded.step where used.step < excluded.step
                        """).param("account", account).param("step", step).update() == 1;
    }

    void replaceRecoveryCodes(UUID account, List<byte[]> hashes) {
        jdbc.sql("delete from identity.recovery_code where account_id = :account")
                .param("account", account)
                .update();
        for (byte[] hash : hashes) {
            jdbc.sql("insert into identity.recovery_code (code_hash, account_id) values (:hash, :account)")
                    .param("hash", hash)
                    .param("account", account)
                    .update();
        }
    }

    /// Takes the code as used; false when there is none or it already was.
    boolean useRecoveryCode(UUID account, byte[] hash, Instant now) {
        return jdbc.sql("""
                        /* language=sql */
                        update identity.recovery_code set used_at = :now
                        where code_hash = :hash and account_id = :account and used_at is null
                        """)
                        .param("hash", hash)
                        .param("account", account)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void give(UUID id, UUID account, Role role, Instant from) {
        jdbc.sql("""
                        /* language=sql */
                        insert into identity.role (id, version, account_id, role, valid_from)
                        values (:id, 1, :account, :role, :from)
                        """)
                .param("id", id)
                .param("account", account)
                .param("role", role.name())
                .param("from", from.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static void refuseStale(Account account, int rows) {
        if (rows == 0) {
            throw new StaleRecord("identity.account", account.id());
        }
    }

    private static Account account(ResultSet row, int index) throws SQLException {
        byte @Nullable [] totp = row.getBytes("totp_secret");

        return new Account(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                row.getString("email"),
                row.getString("name"),
                row.getString("password_hash"),
                totp,
                row.getInt("recovery_codes_left"),
                row.getBoolean("password_off"));
    }
}
