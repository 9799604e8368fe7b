package io.kuramori.identity.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The one-time way in for the first administrator: good for a day, for one use, and only while there is no account.
@Component
class SetupTokens {

    static final Duration LIFE = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    SetupTokens(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// A new token; every earlier one is void.
    String issue() {
        var token = Secrets.token();
        Instant now = clock.instant();
        jdbc.sql("delete from identity.setup_token where used_at is null").update();
        jdbc.sql("""
                        /* language=sql */
                        insert into identity.setup_token (token_hash, created_at, expires_at)
                        values (:hash, :now, :expires)
                        """)
                .param("hash", Secrets.sha256(token))
                .param("now", at(now))
                .param("expires", at(now.plus(LIFE)))
                .update();

        return token;
    }

    boolean valid(String token) {
        return jdbc.sql("""
                        /* language=sql */
                        select exists (select from identity.setup_token
                                       where token_hash = :hash and used_at is null and expires_at > :now)
                           and not exists (select from identity.account)
                        """)
                .param("hash", Secrets.sha256(token))
                .param("now", at(clock.instant()))
                .query(Boolean.class)
                .single();
    }

    /// Takes the token as used; false when it is not valid (any more). Holds its row until the transaction ends.
    boolean use(String token) {
        return jdbc.sql("""
                        /* language=sql */
                        update identity.setup_token set used_at = :now
                        where token_hash = :hash and used_at is null and expires_at > :now
                          and not exists (select from identity.account)
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
