package io.kuramori.organization.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Names for the ids that stand in histories.
@Repository
class TrailRepository {

    private final JdbcClient jdbc;

    TrailRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<UUID, String> actors(Collection<UUID> ids) {
        var names = new HashMap<UUID, String>();
        if (!ids.isEmpty()) {
            jdbc.sql("select id, name from identity.face_account where id in (:ids)")
                    .param("ids", ids)
                    .query(row -> {
                        names.put(Columns.id(row, "id"), row.getString("name"));
                    });
        }
        return names;
    }

    /// Names of institutions, departments, posts, people, bodies and editions in sight, by their id as text.
    Map<String, String> records(Collection<String> ids) {
        var names = new HashMap<String, String>();
        if (!ids.isEmpty()) {
            jdbc.sql("""
                            select id::text as id, name from (
                                select id, name from organization.institution
                                union all select id, name from organization.department
                                union all select id, name from organization.people_in_scope()
                                union all select id, name from organization.bodies_in_scope()
                                union all select id, title from organization.authority_table) named
                            where id::text in (:ids)""").param("ids", ids).query(row -> {
                names.put(row.getString("id"), row.getString("name"));
            });
        }
        return names;
    }
}
