package io.kuramori.shell.views;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Rows of `shell.saved_view`. Row-level security shows a caller his own and those shared in scope.
@Repository
class ViewRepository {

    /// Views that one list shows at most.
    private static final int MOST = 200;

    private final JdbcClient jdbc;

    ViewRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<View> of(String path) {
        return jdbc.sql("""
                        /* language=sql */
                        select v.id, v.owner_id, a.name as owner_name, v.version, v.name, v.query, v.shared
                        from shell.saved_view v left join identity.face_account a on a.id = v.owner_id
                        where v.path = :path and v.retired_on is null
                        order by v.shared, v.name, v.id limit :most
                        """)
                .param("path", path)
                .param("most", MOST)
                .query((row, n) -> new View(
                        row.getObject("id", UUID.class),
                        row.getObject("owner_id", UUID.class),
                        Optional.ofNullable(row.getString("owner_name")).orElse(""),
                        row.getInt("version"),
                        row.getString("name"),
                        row.getString("query"),
                        row.getBoolean("shared")))
                .list();
    }

    void insert(UUID id, UUID institution, UUID owner, String path, String name, String query, boolean shared) {
        jdbc.sql("""
                        /* language=sql */
                        insert into shell.saved_view (id, institution_id, version, owner_id, path, name, query, shared)
                        values (:id, :institution, 1, :owner, :path, :name, :query, :shared)
                        """)
                .param("id", id)
                .param("institution", institution)
                .param("owner", owner)
                .param("path", path)
                .param("name", name)
                .param("query", query)
                .param("shared", shared)
                .update();
    }

    /// Whether the row was the owner's and of that version, and is now the next one.
    boolean update(UUID id, int version, UUID owner, String name, String query) {
        return jdbc.sql("""
                        /* language=sql */
                        update shell.saved_view set version = version + 1, name = :name, query = :query
                        where id = :id and version = :version and owner_id = :owner and retired_on is null
                        """)
                        .param("id", id)
                        .param("version", version)
                        .param("owner", owner)
                        .param("name", name)
                        .param("query", query)
                        .update()
                == 1;
    }

    /// Whether the row was the owner's and of that version, and is gone from the list.
    boolean retire(UUID id, int version, UUID owner) {
        return jdbc.sql("""
                        /* language=sql */
                        update shell.saved_view set version = version + 1, retired_on = current_date
                        where id = :id and version = :version and owner_id = :owner and retired_on is null
                        """)
                        .param("id", id)
                        .param("version", version)
                        .param("owner", owner)
                        .update()
                == 1;
    }

    /// Institutions in scope that live, by code; the first keeps a caller's personal views.
    List<UUID> institutions() {
        return jdbc.sql("""
                        /* language=sql */
                        select id from organization.face_institution where retired_on is null order by code limit 2000
                        """).query((row, n) -> row.getObject("id", UUID.class)).list();
    }
}
