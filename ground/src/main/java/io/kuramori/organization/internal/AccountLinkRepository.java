package io.kuramori.organization.internal;

import io.kuramori.organization.PersonId;
import io.kuramori.organization.internal.AccountLink.Basis;
import io.kuramori.organization.internal.AccountLink.State;
import io.kuramori.organization.internal.Linkable.FreeAccount;
import io.kuramori.organization.internal.Linkable.FreePerson;
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

@Repository
class AccountLinkRepository {

    /// Most rows that each of the lists holds.
    static final int MOST = 2_000;

    private static final String SELECT = """
            select l.*, a.name as account_name, a.email as account_email,
                   p.code as person_code, p.name as person_name, p.email as person_email, i.name as institution_name,
                   coalesce(q.name, '') as asked_by_name, d.name as decided_by_name, e.name as ended_by_name
            from organization.account_link l
            join identity.face_account_address a on a.id = l.account_id
            join organization.person p on p.id = l.person_id
            join organization.institution i on i.id = l.institution_id
            left join identity.face_account q on q.id = l.asked_by
            left join identity.face_account d on d.id = l.decided_by
            left join identity.face_account e on e.id = l.ended_by
            """;

    private final JdbcClient jdbc;

    AccountLinkRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Proposals and confirmations come one after the other, so that what one looked at is still so when it writes.
    void oneAtATime() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('organization.account_link'))")
                .query(row -> {});
    }

    /// Those in force or asked for, and what is over since a year.
    List<AccountLink> all(Instant now) {
        return jdbc.sql(SELECT + """
                        where l.state in ('PROPOSED', 'IN_FORCE') or coalesce(l.ended_at, l.decided_at) > :since
                        order by a.name, p.reading, l.asked_at, l.id limit :most""")
                .param("since", utc(now.minus(java.time.Duration.ofDays(365))))
                .param("most", MOST)
                .query(AccountLinkRepository::read)
                .list();
    }

    Optional<AccountLink> find(UUID id) {
        return jdbc.sql(SELECT + "where l.id = :id")
                .param("id", id)
                .query(AccountLinkRepository::read)
                .optional();
    }

    /// Whether the pair is linked, or a proposal waits that has not lapsed.
    boolean known(UUID account, PersonId person, Instant now) {
        return jdbc.sql("""
                        select exists (select from organization.account_link
                                       where account_id = :account and person_id = :person
                                         and (state = 'IN_FORCE' or (state = 'PROPOSED' and lapses_at > :now)))""")
                .param("account", account)
                .param("person", person.value())
                .param("now", utc(now))
                .query(Boolean.class)
                .single();
    }

    boolean account(UUID account) {
        return jdbc.sql("""
                        select exists (select from identity.face_account_address
                                       where id = :account and retired_on is null)""").param("account", account).query(Boolean.class).single();
    }

    boolean otherAdministrator(UUID actor) {
        return jdbc.sql("select identity.other_administrator(:actor)")
                .param("actor", actor)
                .query(Boolean.class)
                .single();
    }

    Optional<Linkable.Pair> pair(UUID account, PersonId person) {
        return jdbc.sql("""
                        select a.id as account_id, a.name as account_name, a.email as account_email,
                               p.id, p.code, p.name, p.email, i.name as institution_name
                        from identity.face_account_address a
                        cross join organization.person p join organization.institution i on i.id = p.institution_id
                        where a.id = :account and a.retired_on is null and p.id = :person and p.retired_on is null""")
                .param("account", account)
                .param("person", person.value())
                .query((row, n) -> new Linkable.Pair(
                        new FreeAccount(
                                Columns.id(row, "account_id"),
                                row.getString("account_name"),
                                row.getString("account_email")),
                        person(row)))
                .optional();
    }

    /// Accounts in use that are nobody in the ledger, by name.
    List<FreeAccount> freeAccounts() {
        return jdbc.sql("""
                        select a.id, a.name, a.email from identity.face_account_address a
                        where a.retired_on is null
                          and not exists (select from organization.account_link l
                                          where l.account_id = a.id and l.state = 'IN_FORCE')
                        order by a.name, a.id limit :most""")
                .param("most", MOST)
                .query((row, n) ->
                        new FreeAccount(Columns.id(row, "id"), row.getString("name"), row.getString("email")))
                .list();
    }

    /// People who have not left and have no account, by institution and reading.
    List<FreePerson> freePeople() {
        return jdbc.sql("""
                        select p.id, p.code, p.name, p.email, i.name as institution_name
                        from organization.person p join organization.institution i on i.id = p.institution_id
                        where p.retired_on is null
                          and not exists (select from organization.account_link l
                                          where l.person_id = p.id and l.state = 'IN_FORCE')
                        order by i.code, p.reading, p.id limit :most""").param("most", MOST).query((row, n) -> person(row)).list();
    }

    void insert(
            UUID id, UUID account, PersonId person, Basis basis, String reason, UUID by, Instant now, Instant lapses) {
        boolean first = basis == Basis.FIRST;
        jdbc.sql("""
                        insert into organization.account_link
                            (id, institution_id, version, account_id, person_id, basis, state, reason, asked_by,
                             asked_at, lapses_at, from_at)
                        select :id, p.institution_id, 1, :account, p.id, :basis, :state, :reason, :by, :now, :lapses,
                               :from
                        from organization.person p where p.id = :person""")
                .param("id", id)
                .param("account", account)
                .param("person", person.value())
                .param("basis", basis.name())
                .param("state", (first ? State.IN_FORCE : State.PROPOSED).name())
                .param("reason", reason)
                .param("by", by)
                .param("now", utc(now))
                .param("lapses", first ? null : utc(lapses), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("from", first ? utc(now) : null, Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    void decide(AccountLink link, State state, UUID by, Instant now) {
        int rows = jdbc.sql("""
                        update organization.account_link
                        set version = version + 1, state = :state, decided_by = :by, decided_at = :now,
                            from_at = case when :state = 'IN_FORCE' then coalesce(from_at, :now) end
                        where id = :id and version = :version""")
                .param("state", state.name())
                .param("by", by)
                .param("now", utc(now))
                .param("id", link.id())
                .param("version", link.version())
                .update();
        Writes.expectOne(rows, "account-link", link.id());
    }

    void end(AccountLink link, UUID by, Instant now) {
        int rows = jdbc.sql("""
                        update organization.account_link
                        set version = version + 1, state = 'ENDED', ended_by = :by, ended_at = :now
                        where id = :id and version = :version""")
                .param("by", by)
                .param("now", utc(now))
                .param("id", link.id())
                .param("version", link.version())
                .update();
        Writes.expectOne(rows, "account-link", link.id());
    }

    private static FreePerson person(ResultSet row) throws SQLException {
        return new FreePerson(
                new PersonId(Columns.id(row, "id")),
                row.getString("institution_name"),
                row.getString("code"),
                row.getString("name"),
                row.getString("email"));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static AccountLink read(ResultSet row, int number) throws SQLException {
        return new AccountLink(
                Columns.id(row, "id"),
                Columns.institution(row),
                row.getInt("version"),
                Columns.id(row, "account_id"),
                row.getString("account_name"),
                row.getString("account_email"),
                new PersonId(Columns.id(row, "person_id")),
                row.getString("person_code"),
                row.getString("person_name"),
                row.getString("person_email"),
                row.getString("institution_name"),
                Basis.valueOf(row.getString("basis")),
                State.valueOf(row.getString("state")),
                row.getString("reason"),
                Columns.idOrNull(row, "asked_by"),
                row.getString("asked_by_name"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                instant(row, "lapses_at"),
                instant(row, "from_at"),
                row.getString("decided_by_name"),
                instant(row, "decided_at"),
                row.getString("ended_by_name"),
                instant(row, "ended_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
