package io.kuramori.identity.signin;

import io.kuramori.identity.Caller;
import io.kuramori.identity.Transactions;
import io.kuramori.journal.Actor;
import io.kuramori.journal.Actor.Kind;
import io.kuramori.journal.Actor.Strength;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// One-time ways in for one account: good for three days, for one use. With it one sets a password; the second factor
/// follows at once, by the page on which everybody enrols.
@Component
class Invitations {

    static final Duration LIFE = Duration.ofDays(3);

    private final JdbcClient jdbc;
    private final AccountRepository accounts;
    private final Sessions sessions;
    private final Transactions transactions;
    private final Clock clock;

    Invitations(
            JdbcClient jdbc, AccountRepository accounts, Sessions sessions, Transactions transactions, Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.sessions = sessions;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// The page that a token opens.
    static String path(String token) {
        return "/login/invitation?token=" + token;
    }

    /// A new token; every earlier one of the account is void.
    String issue(UUID account) {
        var token = Secrets.token();
        Instant now = clock.instant();
        jdbc.sql("delete from identity.invitation where account_id = :account and used_at is null")
                .param("account", account)
                .update();
        jdbc.sql("""
                        /* language=sql */
                        insert into identity.invitation (token_hash, account_id, created_at, expires_at)
                        values (:hash, :account, :now, :expires)
                        """)
                .param("hash", Secrets.sha256(token))
                .param("account", account)
                .param("now", at(now))
                .param("expires", at(now.plus(LIFE)))
                .update();

        return token;
    }

    /// Whose the token is; empty when it is not valid (any more) or the account is locked.
    Optional<Account> account(String token) {
        return jdbc.sql("""
                        /* language=sql */
                        select account_id from identity.invitation
                        where token_hash = :hash and used_at is null and expires_at > :now
                        """)
                .param("hash", Secrets.sha256(token))
                .param("now", at(clock.instant()))
                .query(UUID.class)
                .optional()
                .flatMap(accounts::byId);
    }

    /// Sets the password; the token of a half-way session, or empty when the invitation is not valid (any more).
    Optional<String> accept(String token, String passwordHash, Origin origin) {
        var account = account(token);
        if (account.isEmpty()) {
            return Optional.empty();
        }
        var known = account.get();
        var caller = new Caller(new Actor(known.id(), Kind.PERSON, Strength.PASSWORD), known.name(), Set.of());
        boolean used = transactions.write(caller, "identity.reason.invitation-accepted", () -> {
            if (!use(token)) {
                return false;
            }
            accounts.setPassword(known, passwordHash, clock.instant());
            return true;
        });

        return used ? Optional.of(sessions.open(known.id(), Strength.PASSWORD, origin)) : Optional.empty();
    }

    private boolean use(String token) {
        return jdbc.sql("""
                        /* language=sql */
                        update identity.invitation set used_at = :now
                        where token_hash = :hash and used_at is null and expires_at > :now
                        """)
                        .param("hash", Secrets.sha256(token))
                        .param("now", at(clock.instant()))
                        .update()
                == 1;
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
