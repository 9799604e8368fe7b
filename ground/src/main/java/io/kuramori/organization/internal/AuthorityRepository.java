package io.kuramori.organization.internal;

import io.kuramori.identity.InstitutionId;
import io.kuramori.organization.AuthorityTable;
import io.kuramori.organization.AuthorityTable.Adoption;
import io.kuramori.organization.AuthorityTable.Rule;
import io.kuramori.organization.AuthorityTableId;
import io.kuramori.organization.CommitteeId;
import io.kuramori.organization.Decider;
import io.kuramori.organization.PostId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

@Repository
class AuthorityRepository {

    private final JdbcClient jdbc;

    AuthorityRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// All editions, the newest first.
    List<AuthorityTable> of(InstitutionId institution) {
        return jdbc.sql("""
                        select * from organization.authority_table
                        where institution_id = :institution and retired_on is null order by edition desc""")
                .param("institution", institution.value())
                .query(AuthorityRepository::table)
                .list();
    }

    /// The number of the last edition, a withdrawn one too; 0 before the first.
    int lastEdition(InstitutionId institution) {
        return jdbc.sql("""
                        select coalesce(max(edition), 0) from organization.authority_table
                        where institution_id = :institution""")
                .param("institution", institution.value())
                .query(Integer.class)
                .single();
    }

    /// The adopted edition in force on a day.
    Optional<AuthorityTable> inForce(InstitutionId institution, LocalDate day) {
        return jdbc.sql("""
                        select * from organization.authority_table
                        where institution_id = :institution and adopted_on is not null and retired_on is null
                          and effective_from <= :day
                        order by effective_from desc limit 1""")
                .param("institution", institution.value())
                .param("day", day)
                .query(AuthorityRepository::table)
                .optional();
    }

    Optional<AuthorityTable> byId(AuthorityTableId id) {
        return jdbc.sql("select * from organization.authority_table where id = :id")
                .param("id", id.value())
                .query(AuthorityRepository::table)
                .optional();
    }

    List<Rule> rules(AuthorityTableId table) {
        return jdbc.sql("""
                        select * from organization.authority_rule
                        where table_id = :table and retired_on is null order by decision, condition nulls first, id""")
                .param("table", table.value())
                .query(AuthorityRepository::rule)
                .list();
    }

    Optional<Rule> rule(UUID id) {
        return jdbc.sql("select * from organization.authority_rule where id = :id")
                .param("id", id)
                .query(AuthorityRepository::rule)
                .optional();
    }

    /// Posts and committees that the scope may name: its own, the committees of the institutions above, and whatever a
    /// table or committee of the scope points to already.
    List<Body> bodies() {
        return jdbc.sql("""
                        select id, institution_id, institution_name, code, name, committee
                        from organization.bodies_in_scope()
                        union
                        select id, institution_id, institution_name, code, name, true from organization.bodies_above()
                        order by institution_name, committee desc, code""")
                .query((row, _) -> new Body(
                        Columns.id(row, "id"),
                        Columns.institution(row),
                        row.getString("institution_name"),
                        row.getString("code"),
                        row.getString("name"),
                        row.getBoolean("committee")))
                .list();
    }

    void insert(AuthorityTable table) {
        bind(jdbc.sql("""
                insert into organization.authority_table
                    (id, institution_id, version, edition, title, effective_from, adopted_on, adopted_by, reference,
                     retired_on)
                values (:id, :institution, 1, :edition, :title, :effective, :adoptedOn, :adoptedBy, :reference, :retired)"""), table)
                .param("institution", table.institution().value())
                .param("edition", table.edition())
                .update();
    }

    int update(AuthorityTable table) {
        return bind(jdbc.sql("""
                update organization.authority_table
                set version = version + 1, title = :title, effective_from = :effective, adopted_on = :adoptedOn,
                    adopted_by = :adoptedBy, reference = :reference, retired_on = :retired
                where id = :id and version = :version"""), table).param("version", table.version()).update();
    }

    void insert(Rule rule) {
        bind(jdbc.sql("""
                insert into organization.authority_rule
                    (id, institution_id, version, table_id, decision, article, condition, post_id, committee_id,
                     retired_on)
                values (:id, :institution, 1, :table, :decision, :article, :condition, :post, :committee, :retired)"""), rule)
                .param("institution", rule.institution().value())
                .param("table", rule.table().value())
                .update();
    }

    int update(Rule rule) {
        return bind(jdbc.sql("""
                update organization.authority_rule
                set version = version + 1, decision = :decision, article = :article, condition = :condition,
                    post_id = :post, committee_id = :committee, retired_on = :retired
                where id = :id and version = :version"""), rule).param("version", rule.version()).update();
    }

    private static StatementSpec bind(StatementSpec statement, AuthorityTable table) {
        var adopted = table.adopted();
        return statement
                .param("id", table.id().value())
                .param("title", table.title())
                .param("effective", table.effectiveFrom())
                .param("adoptedOn", adopted == null ? null : adopted.on())
                .param("adoptedBy", adopted == null ? null : adopted.by())
                .param("reference", adopted == null ? null : adopted.reference())
                .param("retired", table.retiredOn());
    }

    private static StatementSpec bind(StatementSpec statement, Rule rule) {
        return statement
                .param("id", rule.id())
                .param("decision", rule.decision())
                .param("article", rule.article())
                .param("condition", rule.condition())
                .param("post", rule.decider() instanceof Decider.ByPost(var post) ? post.value() : null)
                .param("committee", rule.decider() instanceof Decider.ByCommittee(var body) ? body.value() : null)
                .param("retired", rule.retiredOn());
    }

    private static AuthorityTable table(ResultSet row, int number) throws SQLException {
        return new AuthorityTable(
                new AuthorityTableId(Columns.id(row, "id")),
                Columns.institution(row),
                row.getInt("version"),
                row.getInt("edition"),
                row.getString("title"),
                Columns.day(row, "effective_from"),
                adoption(row),
                Columns.dayOrNull(row, "retired_on"));
    }

    private static @Nullable Adoption adoption(ResultSet row) throws SQLException {
        var on = Columns.dayOrNull(row, "adopted_on");
        return on == null ? null : new Adoption(on, row.getString("adopted_by"), row.getString("reference"));
    }

    private static Rule rule(ResultSet row, int number) throws SQLException {
        var post = Columns.idOrNull(row, "post_id");
        return new Rule(
                Columns.id(row, "id"),
                Columns.institution(row),
                row.getInt("version"),
                new AuthorityTableId(Columns.id(row, "table_id")),
                row.getString("decision"),
                row.getString("article"),
                row.getString("condition"),
                post == null
                        ? new Decider.ByCommittee(new CommitteeId(Columns.id(row, "committee_id")))
                        : new Decider.ByPost(new PostId(post)),
                Columns.dayOrNull(row, "retired_on"));
    }
}
