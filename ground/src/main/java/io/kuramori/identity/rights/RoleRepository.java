package io.kuramori.identity.rights;

import io.kuramori.identity.InstitutionId;
import io.kuramori.identity.Role;
import io.kuramori.journal.StaleRecord;
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

/// Roles that accounts hold, held, or shall hold. Not under row-level security: the scope is worked out from them.
@Repository
class RoleRepository {

    static final String KIND = "identity.role";

    /// Most grants that the administration page lists.
    static final int MOST = 2_000;

    private static final String SELECT = """
            /* language=sql */
            select r.*, a.name as account_name, q.name as requester_name, d.name as decider_name
            from identity.role r
            join identity.account a on a.id = r.account_id
            left join identity.account q on q.id = r.requested_by
            left join identity.account d on d.id = r.decided_by
            """;

    private final JdbcClient jdbc;

    RoleRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Held> inForce(UUID account, Instant now) {
        return jdbc.sql("""
                        /* language=sql */
                        select role, institution_id from identity.role
                        where account_id = :account and state = 'IN_FORCE'
                          and valid_from <= :now and (valid_until is null or valid_until > :now)
                        """)
                .param("account", account)
                .param("now", utc(now))
                .query((row, n) -> new Held(Role.valueOf(row.getString("role")), institution(row)))
                .list();
    }

    Optional<Grant> find(UUID id) {
        return jdbc.sql(SELECT + "where r.id = :id")
                .param("id", id)
                .query(RoleRepository::grant)
                .optional();
    }

    /// Every grant that is in force, will be, or waits; what has ended for up to a year.
    List<Grant> all(Instant now) {
        return jdbc.sql(SELECT + """
                        where r.state in ('IN_FORCE', 'REQUESTED')
                           or coalesce(r.ended_at, r.decided_at) > :since
                        order by a.name, r.role, r.valid_from, r.id limit :most
                        """)
                .param("since", utc(now.minus(java.time.Duration.ofDays(365))))
                .param("most", MOST)
                .query(RoleRepository::grant)
                .list();
    }

    void insert(Grant grant) {
        jdbc.sql("""
                        /* language=sql */
                        insert into identity.role (id, institution_id, version, account_id, role, valid_from,
                            valid_until, state, reason, requested_by, requested_at, lapses_at)
                        values (:id, :root, 1, :account, :role, :from, :until, :state, :reason, :by, :at, :lapses)
                        """)
                .param("id", grant.id())
                .param("root", grant.root() == null ? null : grant.root().value(), Types.OTHER)
                .param("account", grant.account())
                .param("role", grant.role().name())
                .param("from", utc(grant.from()))
                .param("until", utcOrNull(grant.until()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("state", grant.state().name())
                .param("reason", grant.reason())
                .param("by", grant.requestedBy(), Types.OTHER)
                .param("at", utcOrNull(grant.requestedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("lapses", utcOrNull(grant.lapsesAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    void decide(Grant grant, Grant.State state, UUID by, Instant now) {
        changed(
                grant,
                jdbc.sql("""
                        /* language=sql */
                        update identity.role
                        set version = version + 1, state = :state, decided_by = :by, decided_at = :now
                        where id = :id and version = :version and state = 'REQUESTED'
                        """)
                        .param("state", state.name())
                        .param("by", by)
                        .param("now", utc(now))
                        .param("id", grant.id())
                        .param("version", grant.version())
                        .update());
    }

    void end(Grant grant, UUID by, Instant now) {
        changed(
                grant,
                jdbc.sql("""
                        /* language=sql */
                        update identity.role
                        set version = version + 1, state = 'REVOKED', ended_by = :by, ended_at = :now
                        where id = :id and version = :version and state = 'IN_FORCE'
                        """)
                        .param("by", by)
                        .param("now", utc(now))
                        .param("id", grant.id())
                        .param("version", grant.version())
                        .update());
    }

    /// Whether anybody but that account ever was an administrator, or was asked to be one.
    boolean otherAdministrator(UUID account) {
        return jdbc.sql("""
                        /* language=sql */
                        select exists (select from identity.role where role = 'ADMINISTRATOR' and account_id <> :account)
                        """).param("account", account).query(Boolean.class).single();
    }

    /// Accounts in force, by name.
    List<AccountChoice> people() {
        return jdbc.sql("""
                        /* language=sql */
                        select id, name, email from identity.account where retired_on is null
                        order by name, id limit :most
                        """)
                .param("most", MOST)
                .query((row, n) -> new AccountChoice(
                        row.getObject("id", UUID.class), row.getString("name"), row.getString("email")))
                .list();
    }

    /// Whether nobody else is an administrator of the whole group, now and without end, who gets in without a
    /// directory.
    boolean lastAdministrator(Grant grant, Instant now) {
        return jdbc.sql("""
                        /* language=sql */
                        select not exists (
                            select from identity.role r join identity.account a on a.id = r.account_id
                            where r.role = 'ADMINISTRATOR' and r.institution_id is null and r.state = 'IN_FORCE'
                              and r.id <> :id and r.valid_from <= :now and r.valid_until is null
                              and a.retired_on is null and a.locked_at is null
                              and ((not a.password_off and a.password_hash <> '!')
                                   or exists (select from identity.passkey p where p.account_id = a.id)))
                        """)
                .param("id", grant.id())
                .param("now", utc(now))
                .query(Boolean.class)
                .single();
    }

    /// Acts on roles come one after the other, so that what one looked at is still so when it writes.
    void oneAtATime() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('identity.role'))").query(row -> {});
    }

    Optional<String> email(UUID account) {
        return jdbc.sql("select email from identity.account where id = :id and retired_on is null")
                .param("id", account)
                .query(String.class)
                .optional();
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable OffsetDateTime utcOrNull(@Nullable Instant instant) {
        return instant == null ? null : utc(instant);
    }

    private static void changed(Grant grant, int rows) {
        if (rows != 1) {
            throw new StaleRecord(KIND, grant.id());
        }
    }

    private static Grant grant(ResultSet row, int number) throws SQLException {
        return new Grant(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                row.getObject("account_id", UUID.class),
                row.getString("account_name"),
                Role.valueOf(row.getString("role")),
                institution(row),
                instant(row, "valid_from"),
                instantOrNull(row, "valid_until"),
                Grant.State.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getObject("requested_by", UUID.class),
                row.getString("requester_name"),
                instantOrNull(row, "requested_at"),
                instantOrNull(row, "lapses_at"),
                row.getString("decider_name"),
                instantOrNull(row, "ended_at"));
    }

    private static @Nullable InstitutionId institution(ResultSet row) throws SQLException {
        var id = row.getObject("institution_id", UUID.class);
        return id == null ? null : new InstitutionId(id);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    record Held(Role role, @Nullable InstitutionId root) {}
}
