package io.kuramori.asset.systems;

import io.kuramori.identity.InstitutionId;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What the ledger asks of `organization`'s faces: institutions, posts and departments to choose from and to name.
@Repository("assetDirectory")
public class Directory {

    /// More than this is not offered in a list; the sheet takes codes.
    private static final int MOST = 2_000;

    private final JdbcClient jdbc;

    Directory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Institution> institutions() {
        return jdbc.sql("""
                        /* language=sql */
                        select id, code, name, zone from organization.face_institution
                        where retired_on is null order by code limit :most
                        """)
                .param("most", MOST)
                .query((row, n) -> new Institution(
                        new InstitutionId(row.getObject("id", UUID.class)),
                        row.getString("code"),
                        row.getString("name"),
                        ZoneId.of(row.getString("zone"))))
                .list();
    }

    Institution institution(InstitutionId id) {
        return jdbc.sql("select id, code, name, zone from organization.face_institution where id = :id")
                .param("id", id.value())
                .query((row, n) -> new Institution(
                        id, row.getString("code"), row.getString("name"), ZoneId.of(row.getString("zone"))))
                .single();
    }

    List<Choice> posts() {
        return jdbc.sql("""
                        /* language=sql */
                        select p.id, p.institution_id, i.code || '/' || p.code as code,
                               concat_ws(' ', p.department_name, p.name) as name
                        from organization.face_post p
                        join organization.face_institution i on i.id = p.institution_id
                        where p.retired_on is null order by i.code, p.code limit :most
                        """).param("most", MOST).query(Directory::choice).list();
    }

    List<Choice> departments() {
        return jdbc.sql("""
                        /* language=sql */
                        select d.id, d.institution_id, i.code || '/' || d.code as code, d.name
                        from organization.face_department d
                        join organization.face_institution i on i.id = d.institution_id
                        where d.retired_on is null order by i.code, d.code limit :most
                        """).param("most", MOST).query(Directory::choice).list();
    }

    /// The post's name with its department; empty when there is none or it is out of scope.
    Optional<String> postName(@Nullable UUID id) {
        return id == null
                ? Optional.empty()
                : jdbc.sql("""
                                /* language=sql */
                                select concat_ws(' ', department_name, name) from organization.face_post where id = :id
                                """).param("id", id).query(String.class).optional();
    }

    Optional<String> departmentName(@Nullable UUID id) {
        return id == null
                ? Optional.empty()
                : jdbc.sql("select name from organization.face_department where id = :id")
                        .param("id", id)
                        .query(String.class)
                        .optional();
    }

    private static Choice choice(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new Choice(
                row.getObject("id", UUID.class),
                new InstitutionId(row.getObject("institution_id", UUID.class)),
                row.getString("code"),
                row.getString("name"));
    }

    public record Institution(InstitutionId id, String code, String name, ZoneId zone) {}

    public record Choice(UUID id, InstitutionId institution, String code, String name) {}
}
