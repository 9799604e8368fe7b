package io.kuramori.organization.internal;

import io.kuramori.organization.Held;
import io.kuramori.organization.Holdings;
import io.kuramori.organization.PostId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What this module itself gives a post: seats on committees, and decisions in the editions of the authority table that
/// are adopted and not superseded.
@Repository
class OwnHoldings implements Holdings {

    private final JdbcClient jdbc;

    OwnHoldings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Held> heldBy(PostId post) {
        return jdbc.sql("""
                        select 'organization.seat' as kind, c.code, c.name, '/organization/committees/' || c.id as href
                        from organization.committee_member m
                        join organization.committee c on c.id = m.committee_id
                        where m.post_id = :post and m.retired_on is null and c.retired_on is null
                          and coalesce(m.valid_to > current_date, true)
                        union all
                        select 'organization.authority', r.article, r.decision, '/organization/authority/' || t.id
                        from organization.authority_rule r
                        join organization.authority_table t on t.id = r.table_id
                        where r.post_id = :post and r.retired_on is null and t.retired_on is null
                          and t.adopted_on is not null
                          and not exists (
                              select from organization.authority_table later
                              where later.institution_id = t.institution_id and later.adopted_on is not null
                                and later.retired_on is null and later.effective_from > t.effective_from
                                and later.effective_from <= current_date)
                        order by kind desc, code limit :most""")
                .param("post", post.value())
                .param("most", MOST)
                .query((row, _) -> new Held(
                        row.getString("kind"), row.getString("code"), row.getString("name"), row.getString("href")))
                .list();
    }
}
