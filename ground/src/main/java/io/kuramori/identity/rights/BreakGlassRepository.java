package io.kuramori.identity.rights;

import static io.kuramori.identity.rights.RoleRepository.instant;
import static io.kuramori.identity.rights.RoleRepository.instantOrNull;
import static io.kuramori.identity.rights.RoleRepository.utc;

import io.kuramori.identity.InstitutionId;
import io.kuramori.identity.Role;
import io.kuramori.journal.StaleRecord;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Emergencies: rights that people took for themselves for a few hours.
@Repository
class BreakGlassRepository {

    static final String KIND = "identity.break-glass";

    private static final int MOST = 200;

    private static final String SELECT = """
            /* language=sql */
            select b.*, a.name as account_name
            from identity.break_glass b join identity.account a on a.id = b.account_id
            """;

    private final JdbcClient jdbc;

    BreakGlassRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<BreakGlass> inForce(UUID account, Instant now) {
        return jdbc.sql(SELECT + """
                        where b.account_id = :account and b.opened_at <= :now and b.until_at > :now
                          and b.ended_at is null
                        """)
                .param("account", account)
                .param("now", utc(now))
                .query(BreakGlassRepository::read)
                .list();
    }

    /// The newest first, also those that are over.
    List<BreakGlass> since(Instant since) {
        return jdbc.sql(SELECT + "where b.until_at > :since order by b.opened_at desc, b.id limit :most")
                .param("since", utc(since))
                .param("most", MOST)
                .query(BreakGlassRepository::read)
                .list();
    }

    Optional<BreakGlass> find(UUID id) {
        return jdbc.sql(SELECT + "where b.id = :id")
                .param("id", id)
                .query(BreakGlassRepository::read)
                .optional();
    }

    void insert(BreakGlass emergency) {
        jdbc.sql("""
                        /* language=sql */
                        insert into identity.break_glass (id, institution_id, version, account_id, role, reason,
                                                          opened_at, until_at)
                        values (:id, :root, 1, :account, :role, :reason, :opened, :until)
                        """)
                .param("id", emergency.id())
                .param(
                        "root",
                        emergency.root() == null ? null : emergency.root().value(),
                        Types.OTHER)
                .param("account", emergency.account())
                .param(
                        "role",
                        emergency.role() == null ? null : emergency.role().name(),
                        Types.VARCHAR)
                .param("reason", emergency.reason())
                .param("opened", utc(emergency.openedAt()))
                .param("until", utc(emergency.until()))
                .update();
    }

    void end(BreakGlass emergency, UUID by, Instant now) {
        int rows = jdbc.sql("""
                        /* language=sql */
                        update identity.break_glass set version = version + 1, ended_at = :now, ended_by = :by
                        where id = :id and version = :version and ended_at is null
                        """)
                .param("now", utc(now))
                .param("by", by)
                .param("id", emergency.id())
                .param("version", emergency.version())
                .update();
        if (rows != 1) {
            throw new StaleRecord(KIND, emergency.id());
        }
    }

    private static BreakGlass read(ResultSet row, int number) throws SQLException {
        @Nullable String role = row.getString("role");
        @Nullable UUID root = row.getObject("institution_id", UUID.class);
        return new BreakGlass(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                row.getObject("account_id", UUID.class),
                row.getString("account_name"),
                role == null ? null : Role.valueOf(role),
                root == null ? null : new InstitutionId(root),
                row.getString("reason"),
                instant(row, "opened_at"),
                instant(row, "until_at"),
                instantOrNull(row, "ended_at"));
    }
}
