package io.kuramori.organization.internal;

import io.kuramori.database.SearchKey;
import io.kuramori.identity.InstitutionId;
import io.kuramori.organization.Institution;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Month;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

@Repository
class InstitutionRepository {

    private final JdbcClient jdbc;

    InstitutionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Parents before children, siblings by code; an institution whose parent is out of scope counts as a root.
    List<Institution> all(boolean withRetired) {
        return jdbc.sql("""
                        with recursive tree (id, path) as (
                            select i.id, array[i.code] from organization.institution i
                            where i.parent_id is null
                               or not exists (select from organization.institution p where p.id = i.parent_id)
                            union all
                            select i.id, tree.path || i.code
                            from organization.institution i join tree on i.parent_id = tree.id)
                        select i.* from tree join organization.institution i on i.id = tree.id
                        where :retired or i.retired_on is null
                        order by tree.path""")
                .param("retired", withRetired)
                .query(InstitutionRepository::read)
                .list();
    }

    Optional<Institution> byCode(String code) {
        return jdbc.sql("select * from organization.institution where code = :code")
                .param("code", code)
                .query(InstitutionRepository::read)
                .optional();
    }

    Optional<Institution> byId(InstitutionId id) {
        return jdbc.sql("select * from organization.institution where id = :id")
                .param("id", id.value())
                .query(InstitutionRepository::read)
                .optional();
    }

    /// Ids at and below the root; empty when there is no such institution.
    Set<InstitutionId> subtree(InstitutionId root) {
        return Set.copyOf(jdbc.sql("select below as id from organization.subtree(:root) below")
                .param("root", root.value())
                .query((row, _) -> new InstitutionId(Columns.id(row, "id")))
                .list());
    }

    Set<InstitutionId> every() {
        return Set.copyOf(jdbc.sql("select each as id from organization.every_institution() each")
                .query((row, _) -> new InstitutionId(Columns.id(row, "id")))
                .list());
    }

    /// Whether an institution in force has this parent.
    boolean hasChildren(InstitutionId id) {
        return jdbc.sql(
                        "select exists (select from organization.institution where parent_id = :id and retired_on is null)")
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    /// Names of the institutions above, nearest first; nothing else of them is shown.
    List<Above> above(InstitutionId id) {
        return jdbc.sql("select id, code, name from organization.ancestors(:id)")
                .param("id", id.value())
                .query((row, _) -> new Above(
                        new InstitutionId(Columns.id(row, "id")), row.getString("code"), row.getString("name")))
                .list();
    }

    record Above(InstitutionId id, String code, String name) {}

    /// Whoever may write the parent may write what it has just put below it: the subtree of the scope has grown, so the
    /// scope of this transaction grows with it.
    void widenScope(InstitutionId created) {
        jdbc.sql(
                        "select set_config('kuramori.scope', concat_ws(',', nullif(current_setting('kuramori.scope', true), ''), :id), true)")
                .param("id", created.value().toString())
                .query(String.class)
                .single();
    }

    void insert(Institution institution) {
        bind(jdbc.sql("""
                insert into organization.institution
                    (id, institution_id, code, version, parent_id, kind, name, name_en, reading, licences, zone, calendar,
                     language, business_year_start, confirmed_on, retired_on, search_key)
                values (:id, :id, :code, 1, :parent, :kind, :name, :nameEn, :reading, string_to_array(:licences, ','),
                     :zone, :calendar, :language, :start, :confirmed, :retired, :key)"""), institution).update();
    }

    int update(Institution institution) {
        return bind(jdbc.sql("""
                update organization.institution
                set version = version + 1, code = :code, parent_id = :parent, kind = :kind, name = :name,
                    name_en = :nameEn, reading = :reading, licences = string_to_array(:licences, ','), zone = :zone,
                    calendar = :calendar, language = :language, business_year_start = :start,
                    confirmed_on = :confirmed, retired_on = :retired, search_key = :key
                where id = :id and version = :version"""), institution)
                .param("version", institution.version())
                .update();
    }

    private static StatementSpec bind(StatementSpec statement, Institution institution) {
        var parent = institution.parent();
        return statement
                .param("id", institution.id().value())
                .param("code", institution.code())
                .param("parent", parent == null ? null : parent.value())
                .param("kind", Words.of(institution.kind()))
                .param("name", institution.name())
                .param("nameEn", institution.nameEn())
                .param("reading", institution.reading())
                .param("licences", String.join(",", institution.licences()))
                .param("zone", institution.zone().getId())
                .param("calendar", institution.calendar())
                .param("language", institution.language())
                .param("start", institution.businessYearStart().getValue())
                .param("confirmed", institution.confirmedOn())
                .param("retired", institution.retiredOn())
                .param(
                        "key",
                        SearchKey.of(
                                institution.code(), institution.name(), institution.nameEn(), institution.reading()));
    }

    private static Institution read(ResultSet row, int number) throws SQLException {
        var parent = Columns.idOrNull(row, "parent_id");
        return new Institution(
                new InstitutionId(Columns.id(row, "id")),
                row.getInt("version"),
                row.getString("code"),
                parent == null ? null : new InstitutionId(parent),
                Words.to(Institution.Kind.class, row.getString("kind")),
                row.getString("name"),
                row.getString("name_en"),
                row.getString("reading"),
                List.of((String[]) row.getArray("licences").getArray()),
                ZoneId.of(row.getString("zone")),
                row.getString("calendar"),
                row.getString("language"),
                Month.of(row.getInt("business_year_start")),
                Columns.dayOrNull(row, "confirmed_on"),
                Columns.dayOrNull(row, "retired_on"));
    }
}
