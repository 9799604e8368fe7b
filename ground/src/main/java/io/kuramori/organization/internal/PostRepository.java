package io.kuramori.organization.internal;

import io.kuramori.database.SearchKey;
import io.kuramori.identity.InstitutionId;
import io.kuramori.organization.DepartmentId;
import io.kuramori.organization.Level;
import io.kuramori.organization.Post;
import io.kuramori.organization.PostId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

@Repository
class PostRepository {

    private final JdbcClient jdbc;

    PostRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Those in force, by code.
    List<Post> of(InstitutionId institution) {
        return jdbc.sql("""
                        select * from organization.post
                        where institution_id = :institution and retired_on is null order by code, id""")
                .param("institution", institution.value())
                .query(PostRepository::read)
                .list();
    }

    /// Every post in scope, retired ones too, by institution and code.
    List<Post> all() {
        return jdbc.sql("select * from organization.post order by institution_id, code, id")
                .query(PostRepository::read)
                .list();
    }

    Optional<Post> byId(PostId id) {
        return jdbc.sql("select * from organization.post where id = :id")
                .param("id", id.value())
                .query(PostRepository::read)
                .optional();
    }

    Optional<Post> byCode(InstitutionId institution, String code) {
        return jdbc.sql("select * from organization.post where institution_id = :institution and code = :code")
                .param("institution", institution.value())
                .param("code", code)
                .query(PostRepository::read)
                .optional();
    }

    /// Whether somebody holds the post on or after `day`.
    boolean inUse(PostId id, LocalDate day) {
        return jdbc.sql("""
                        select exists (select from organization.appointment
                                       where post_id = :id and retired_on is null and coalesce(valid_to > :day, true))""")
                .param("id", id.value())
                .param("day", day)
                .query(Boolean.class)
                .single();
    }

    void insert(Post post) {
        bind(jdbc.sql("""
                insert into organization.post
                    (id, institution_id, code, version, department_id, name, reading, level, confirmed_on, retired_on,
                     search_key)
                values (:id, :institution, :code, 1, :department, :name, :reading, :level, :confirmed, :retired, :key)"""), post)
                .param("institution", post.institution().value())
                .update();
    }

    int update(Post post) {
        return bind(jdbc.sql("""
                update organization.post
                set version = version + 1, code = :code, department_id = :department, name = :name, reading = :reading,
                    level = :level, confirmed_on = :confirmed, retired_on = :retired, search_key = :key
                where id = :id and version = :version"""), post).param("version", post.version()).update();
    }

    private static StatementSpec bind(StatementSpec statement, Post post) {
        var department = post.department();
        return statement
                .param("id", post.id().value())
                .param("code", post.code())
                .param("department", department == null ? null : department.value())
                .param("name", post.name())
                .param("reading", post.reading())
                .param("level", Words.of(post.level()))
                .param("confirmed", post.confirmedOn())
                .param("retired", post.retiredOn())
                .param("key", SearchKey.of(post.code(), post.name(), post.reading()));
    }

    private static Post read(ResultSet row, int number) throws SQLException {
        var department = Columns.idOrNull(row, "department_id");
        return new Post(
                new PostId(Columns.id(row, "id")),
                Columns.institution(row),
                row.getInt("version"),
                row.getString("code"),
                department == null ? null : new DepartmentId(department),
                row.getString("name"),
                row.getString("reading"),
                Words.to(Level.class, row.getString("level")),
                Columns.dayOrNull(row, "confirmed_on"),
                Columns.dayOrNull(row, "retired_on"));
    }
}
