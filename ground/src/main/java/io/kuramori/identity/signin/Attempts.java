package io.kuramori.identity.signin;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.kuramori.identity.TooManyAttempts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Throttling: within fifteen minutes, five failures for one account (since its last success) or thirty from one
/// address, and further tries are refused unlooked. A try is counted as failed before the proof is looked at, under a
/// lock for its account, so tries at the same time do not slip through together.
@Component
public class Attempts {

    static final int PER_ACCOUNT = 5;
    static final int PER_ADDRESS = 30;
    static final Duration WINDOW = Duration.ofMinutes(15);

    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    Attempts(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /// A try that may go on, counted as failed until [#succeed(UUID)] or [#forget(UUID)].
    ///
    /// @throws TooManyAttempts when it may not
    public UUID begin(String email, String address) {
        byte[] account = Secrets.sha256(email.strip().toLowerCase(Locale.ROOT));
        Instant now = clock.instant();
        UUID id = ids.generate();
        boolean allowed = Boolean.TRUE.equals(transaction.execute(status -> {
            jdbc.sql("select pg_advisory_xact_lock(hashtextextended(encode(:account, 'hex'), 0))")
                    .param("account", account)
                    .query(row -> {});
            if (tooMany(account, address, now)) {
                return false;
            }
            insert(id, account, address, now);
            return true;
        }));
        if (!allowed) {
            throw new TooManyAttempts(WINDOW);
        }
        return id;
    }

    /// The password was right. Counts neither way: only a whole sign-in forgives the failures before it, or knowing the
    /// password would give any number of guesses at the second factor.
    void forget(UUID attempt) {
        jdbc.sql("delete from identity.login_attempt where id = :id")
                .param("id", attempt)
                .update();
    }

    /// Signed in with both factors.
    void succeed(UUID attempt) {
        jdbc.sql("update identity.login_attempt set succeeded = true where id = :id")
                .param("id", attempt)
                .update();
        jdbc.sql("delete from identity.login_attempt where at < :old")
                .param("old", at(clock.instant().minus(KEPT)))
                .update();
    }

    private boolean tooMany(byte[] account, String address, Instant now) {
        return jdbc.sql("""
                        /* language=sql */
                        select (select count(*) from identity.login_attempt
                                where account_key = :account and not succeeded and at > greatest(:since,
                                    (select max(at) from identity.login_attempt
                                     where account_key = :account and succeeded))) >= :perAccount
                            or (select count(*) from identity.login_attempt
                                where address = :address and not succeeded and at > :since) >= :perAddress
                        """)
                .param("account", account)
                .param("address", address)
                .param("since", at(now.minus(WINDOW)))
                .param("perAccount", PER_ACCOUNT)
                .param("perAddress", PER_ADDRESS)
                .query(Boolean.class)
                .single();
    }

    private void insert(UUID id, byte[] account, String address, Instant now) {
        jdbc.sql("""
                        /* language=sql */
                        insert into identity.login_attempt (id, at, account_key, address, succeeded)
                        values (:id, :at, :account, :address, false)
                        """)
                .param("id", id)
                .param("at", at(now))
                .param("account", account)
                .param("address", address)
                .update();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
