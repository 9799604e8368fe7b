package io.kuramori.organization.internal;

import io.kuramori.organization.PersonId;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What hangs on a link: posts held on a day or later that the account holds by no other link, the seats of these
/// posts,
/// and what the authority tables in force give to both. As far as the scope goes.
@Repository
class LinkEffectRepository {

    /// Posts of the person that the account does not hold by another link in force.
    private static final String OFFICES = """
            with office as (
                select a.post_id, p.name, i.name as institution, a.valid_from, a.valid_to
                from organization.appointment a
                join organization.post p on p.id = a.post_id
                join organization.institution i on i.id = a.institution_id
                where a.person_id = :person and a.retired_on is null and coalesce(a.valid_to > :day, true)
                  and not exists (
                      select from organization.account_link l
                      join organization.appointment other on other.person_id = l.person_id
                      where l.account_id = :account and l.state = 'IN_FORCE' and l.person_id <> :person
                        and other.post_id = a.post_id and other.retired_on is null
                        and coalesce(other.valid_to > :day, true))
            ),
            seat as (
                select m.committee_id, c.name as committee, o.name as post, i.name as institution
                from office o
                join organization.committee_member m on m.post_id = o.post_id and m.retired_on is null
                    and coalesce(m.valid_to > :day, true)
                join organization.committee c on c.id = m.committee_id and c.retired_on is null
                join organization.institution i on i.id = c.institution_id
            )
            """;

    private final JdbcClient jdbc;

    LinkEffectRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    LinkEffect of(UUID account, PersonId person, LocalDate day) {
        var posts = ask("select * from office order by institution, valid_from, name", account, person, day)
                .query((row, n) -> new LinkEffect.Office(
                        row.getString("institution"),
                        row.getString("name"),
                        Columns.day(row, "valid_from"),
                        Columns.dayOrNull(row, "valid_to")))
                .list();
        var seats = ask(
                        "select distinct institution, committee, post from seat order by institution, committee, post",
                        account,
                        person,
                        day)
                .query((row, n) -> new LinkEffect.Seat(
                        row.getString("institution"), row.getString("committee"), row.getString("post")))
                .list();
        var powers = ask("""
                        , edition as (
                            select distinct on (t.institution_id) t.id, i.name as institution
                            from organization.authority_table t
                            join organization.institution i on i.id = t.institution_id
                            where t.adopted_on is not null and t.retired_on is null and t.effective_from <= :day
                            order by t.institution_id, t.effective_from desc
                        )
                        select distinct e.institution, r.decision, r.condition, r.article,
                               coalesce(o.name, s.committee) as body, o.post_id is not null as alone
                        from edition e
                        join organization.authority_rule r on r.table_id = e.id and r.retired_on is null
                        left join office o on o.post_id = r.post_id
                        left join seat s on s.committee_id = r.committee_id
                        where o.post_id is not null or s.committee_id is not null
                        order by 1, 2, 3""", account, person, day)
                .query((row, n) -> new LinkEffect.Power(
                        row.getString("institution"),
                        row.getString("decision"),
                        row.getString("condition"),
                        row.getString("article"),
                        row.getString("body"),
                        row.getBoolean("alone")))
                .list();
        return new LinkEffect(posts, seats, powers);
    }

    private JdbcClient.StatementSpec ask(String select, UUID account, PersonId person, LocalDate day) {
        return jdbc.sql(OFFICES + select)
                .param("account", account)
                .param("person", person.value())
                .param("day", day);
    }
}
