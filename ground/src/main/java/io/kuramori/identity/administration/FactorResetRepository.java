package io.kuramori.identity.administration;

import io.kuramori.journal.StaleRecord;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Requests to reset second factors.
@Repository
class FactorResetRepository {

    private final JdbcClient jdbc;

    FactorResetRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Those that wait, made after `since`.
    List<FactorReset> open(Instant since) {
        return jdbc.sql("""
                        /* language=sql */
                        select r.id, r.version, r.account_id, a.name as account_name, r.requested_by,
                               q.name as requester_name, r.reason, r.requested_at
                        from identity.factor_reset r
                        join identity.account a on a.id = r.account_id
                        join identity.account q on q.id = r.requested_by
                        where r.outcome is null and r.requested_at > :since
                        order by r.id
                        """)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(FactorResetRepository::reset)
                .list();
    }

    void insert(UUID id, UUID account, UUID requester, String reason, Instant now) {
        jdbc.sql("""
                        /* language=sql */
                        insert into identity.factor_reset (id, version, account_id, requested_by, reason, requested_at)
                        values (:id, 1, :account, :requester, :reason, :now)
                        """)
                .param("id", id)
                .param("account", account)
                .param("requester", requester)
                .param("reason", reason)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void decide(UUID id, int version, UUID decider, String outcome, Instant now) {
        int rows = jdbc.sql("""
                        /* language=sql */
                        update identity.factor_reset
                        set version = version + 1, decided_by = :decider, decided_at = :now, outcome = :outcome
                        where id = :id and version = :version and outcome is null
                        """)
                .param("id", id)
                .param("version", version)
                .param("decider", decider)
                .param("outcome", outcome)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        if (rows == 0) {
            throw new StaleRecord("identity.factor-reset", id);
        }
    }

    /// Requests that nobody answered in time are withdrawn in their makers' names, so that new ones can be made.
    List<FactorReset> late(UUID account, Instant until) {
        return open(Instant.EPOCH).stream()
                .filter(one ->
                        one.account().equals(account) && !one.requestedAt().isAfter(until))
                .toList();
    }

    private static FactorReset reset(ResultSet row, int index) throws SQLException {
        return new FactorReset(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                row.getObject("account_id", UUID.class),
                row.getString("account_name"),
                row.getObject("requested_by", UUID.class),
                row.getString("requester_name"),
                row.getString("reason"),
                row.getObject("requested_at", OffsetDateTime.class).toInstant());
    }
}
