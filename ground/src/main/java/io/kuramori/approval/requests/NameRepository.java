package io.kuramori.approval.requests;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Names behind ids: of accounts, posts, bodies and editions.
@Repository
class NameRepository {

    private final JdbcClient jdbc;

    NameRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<UUID, String> accounts(Collection<UUID> ids) {
        var names = new HashMap<UUID, String>();
        if (!ids.isEmpty()) {
            jdbc.sql("select id, name from identity.face_account where id in (:ids)")
                    .param("ids", new HashSet<>(ids))
                    .query(row -> {
                        names.put(Columns.id(row, "id"), row.getString("name"));
                    });
        }
        return names;
    }

    /// Posts and committees of the scope, and those elsewhere to which the scope points; these with their institution.
    Map<UUID, String> bodies() {
        var names = new HashMap<UUID, String>();
        jdbc.sql("""
                        select b.id, b.name, case when i.id is null then b.institution_name end as elsewhere
                        from organization.bodies_in_scope() b
                        left join organization.face_institution i on i.id = b.institution_id""").query(row -> {
            var elsewhere = row.getString("elsewhere");
            var name = row.getString("name");
            names.put(Columns.id(row, "id"), elsewhere == null ? name : elsewhere + " " + name);
        });
        return names;
    }

    /// Titles of editions of the authority table.
    Map<UUID, String> editions(Collection<UUID> ids) {
        var names = new HashMap<UUID, String>();
        if (!ids.isEmpty()) {
            jdbc.sql("select id, title from organization.authority_table where id in (:ids)")
                    .param("ids", new HashSet<>(ids))
                    .query(row -> {
                        names.put(Columns.id(row, "id"), row.getString("title"));
                    });
        }
        return names;
    }
}
