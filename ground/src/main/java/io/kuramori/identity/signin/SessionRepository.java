package io.kuramori.identity.signin;

import io.kuramori.journal.Actor.Strength;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Sessions by the hash of their token.
@Repository
class SessionRepository {

    private static final String COLUMNS = """
            select id, account_id, strength, created_at, last_seen_at, stepped_up_at, address, agent, provider, pending_totp
            from identity.session
            where ended_at is null and created_at > :born and last_seen_at > :seen
            """;

    private final JdbcClient jdbc;

    SessionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Session session, byte[] tokenHash) {
        jdbc.sql("""
                        /* language=sql */
                        insert into identity.session (id, token_hash, account_id, strength, created_at, last_seen_at,
                                                      stepped_up_at, address, agent, provider)
                        values (:id, :hash, :account, :strength, :created, :seen, :stepped, :address, :agent, :provider)
                        """)
                .param("id", session.id())
                .param("hash", tokenHash)
                .param("account", session.accountId())
                .param("strength", session.strength().name())
                .param("created", at(session.createdAt()))
                .param("seen", at(session.lastSeenAt()))
                .param(
                        "stepped",
                        session.steppedUpAt() == null ? null : at(session.steppedUpAt()),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param("address", session.address())
                .param("agent", session.agent())
                .param("provider", session.provider(), Types.VARCHAR)
                .update();
    }

    /// The live session: made after `born`, seen after `seen`.
    Optional<Session> find(byte[] tokenHash, Instant born, Instant seen) {
        return jdbc.sql(COLUMNS + "and token_hash = :hash")
                .param("hash", tokenHash)
                .param("born", at(born))
                .param("seen", at(seen))
                .query(SessionRepository::session)
                .optional();
    }

    /// The live session with the id.
    Optional<Session> find(UUID id, Instant born, Instant seen) {
        return jdbc.sql(COLUMNS + "and id = :id")
                .param("id", id)
                .param("born", at(born))
                .param("seen", at(seen))
                .query(SessionRepository::session)
                .optional();
    }

    /// Live sessions of an account, newest first.
    List<Session> of(UUID account, Instant born, Instant seen) {
        return jdbc.sql(COLUMNS + "and account_id = :account and strength = 'MULTI_FACTOR' order by id desc limit 100")
                .param("account", account)
                .param("born", at(born))
                .param("seen", at(seen))
                .query(SessionRepository::session)
                .list();
    }

    void touch(UUID id, Instant now) {
        jdbc.sql("update identity.session set last_seen_at = :now where id = :id and last_seen_at < :now")
                .param("id", id)
                .param("now", at(now))
                .update();
    }

    void setPendingTotp(UUID id, byte[] sealed) {
        jdbc.sql("update identity.session set pending_totp = :sealed where id = :id")
                .param("id", id)
                .param("sealed", sealed)
                .update();
    }

    /// Ends the session; false when it is another's or has ended.
    boolean end(UUID id, UUID account, String reason, Instant now) {
        return jdbc.sql("""
                        /* language=sql */
                        update identity.session set ended_at = :now, end_reason = :reason, pending_totp = null
                        where id = :id and account_id = :account and ended_at is null
                        """)
                        .param("id", id)
                        .param("account", account)
                        .param("reason", reason)
                        .param("now", at(now))
                        .update()
                == 1;
    }

    /// Ends every open session of the account, half-way ones too; how many.
    int endAll(UUID account, String reason, Instant now) {
        return jdbc.sql("""
                        /* language=sql */
                        update identity.session set ended_at = :now, end_reason = :reason, pending_totp = null
                        where account_id = :account and ended_at is null
                        """)
                .param("account", account)
                .param("reason", reason)
                .param("now", at(now))
                .update();
    }

    /// Ends every other open session of the account, half-way ones too; how many.
    int endOthers(UUID account, UUID kept, String reason, Instant now) {
        return jdbc.sql("""
                        /* language=sql */
                        update identity.session set ended_at = :now, end_reason = :reason, pending_totp = null
                        where account_id = :account and id <> :kept and ended_at is null
                        """)
                .param("account", account)
                .param("kept", kept)
                .param("reason", reason)
                .param("now", at(now))
                .update();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Session session(ResultSet row, int index) throws SQLException {
        @Nullable OffsetDateTime steppedUp = row.getObject("stepped_up_at", OffsetDateTime.class);
        byte @Nullable [] pending = row.getBytes("pending_totp");

        return new Session(
                row.getObject("id", UUID.class),
                row.getObject("account_id", UUID.class),
                Strength.valueOf(row.getString("strength")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("last_seen_at", OffsetDateTime.class).toInstant(),
                steppedUp == null ? null : steppedUp.toInstant(),
                row.getString("address"),
                row.getString("agent"),
                row.getString("provider"),
                pending);
    }
}
