package io.kuramori.identity.signin;

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

/// Which account somebody in a directory is.
@Repository
class ExternalIdentityRepository {

    private static final int MOST = 2_000;
    private static final String SELECT = """
            /* language=sql */
            select e.*, a.name as account_name
            from identity.external_identity e join identity.account a on a.id = e.account_id
            """;

    private final JdbcClient jdbc;

    ExternalIdentityRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<UUID> account(String issuer, String subject) {
        return jdbc.sql("""
                        /* language=sql */
                        select account_id from identity.external_identity
                        where issuer = :issuer and subject = :subject and unlinked_at is null
                        """)
                .param("issuer", issuer)
                .param("subject", subject)
                .query(UUID.class)
                .optional();
    }

    List<ExternalIdentity> all() {
        return jdbc.sql(SELECT + "where e.unlinked_at is null order by a.name, e.id limit " + MOST)
                .query(ExternalIdentityRepository::identity)
                .list();
    }

    Optional<ExternalIdentity> find(UUID id) {
        return jdbc.sql(SELECT + "where e.id = :id and e.unlinked_at is null")
                .param("id", id)
                .query(ExternalIdentityRepository::identity)
                .optional();
    }

    void insert(UUID id, ExternalArrival arrival, UUID account, UUID by, Instant now) {
        jdbc.sql("""
                        /* language=sql */
                        insert into identity.external_identity
                            (id, version, account_id, issuer, subject, name, email, linked_by, linked_at)
                        values (:id, 1, :account, :issuer, :subject, :name, :email, :by, :now)
                        """)
                .param("id", id)
                .param("account", account)
                .param("issuer", arrival.issuer())
                .param("subject", arrival.subject())
                .param("name", arrival.name())
                .param("email", arrival.email())
                .param("by", by)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void unlink(ExternalIdentity identity, Instant now) {
        int rows = jdbc.sql("""
                        /* language=sql */
                        update identity.external_identity set version = version + 1, unlinked_at = :now
                        where id = :id and version = :version and unlinked_at is null
                        """)
                .param("id", identity.id())
                .param("version", identity.version())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        if (rows == 0) {
            throw new StaleRecord("identity.external-identity", identity.id());
        }
    }

    private static ExternalIdentity identity(ResultSet row, int index) throws SQLException {
        @Nullable OffsetDateTime unlinked = row.getObject("unlinked_at", OffsetDateTime.class);

        return new ExternalIdentity(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                row.getObject("account_id", UUID.class),
                row.getString("account_name"),
                row.getString("issuer"),
                row.getString("subject"),
                row.getString("name"),
                row.getString("email"),
                row.getObject("linked_at", OffsetDateTime.class).toInstant(),
                unlinked == null ? null : unlinked.toInstant());
    }
}
