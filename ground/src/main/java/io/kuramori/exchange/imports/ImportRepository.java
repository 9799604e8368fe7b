package io.kuramori.exchange.imports;

import io.kuramori.exchange.reading.Mapping;
import io.kuramori.identity.Caller;
import io.kuramori.identity.InstitutionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Uploads, remembered mappings, imports and what they changed.
@Repository
final class ImportRepository {

    private final JdbcClient jdbc;

    ImportRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Caller caller, Upload upload, Instant now) {
        jdbc.sql("""
                        /* language=sql */
                        insert into exchange.upload (id, scope, actor_id, kind, file_name, sha256, bytes, uploaded_at)
                        values (:id, cast(:scope as uuid[]), :actor, :kind, :name, :sha256, :bytes, :now)
                        """)
                .param("id", upload.id())
                .param("scope", scope(caller))
                .param("actor", upload.actor())
                .param("kind", upload.kind())
                .param("name", upload.fileName())
                .param("sha256", upload.sha256())
                .param("bytes", upload.bytes())
                .param("now", Timestamp.from(now))
                .update();
    }

    void deleteUploads(Instant before) {
        jdbc.sql("/* language=sql */ delete from exchange.upload where uploaded_at < :before")
                .param("before", Timestamp.from(before))
                .update();
    }

    void deleteUpload(UUID id) {
        jdbc.sql("/* language=sql */ delete from exchange.upload where id = :id")
                .param("id", id)
                .update();
    }

    /// An upload of the caller's own; nobody else sees it.
    Optional<Upload> upload(Caller caller, UUID id) {
        return jdbc.sql("""
                        /* language=sql */
                        select id, actor_id, kind, file_name, sha256, bytes, mapping
                        from exchange.upload where id = :id and actor_id = :actor
                        """)
                .param("id", id)
                .param("actor", caller.actor().id())
                .query((row, i) -> upload(row))
                .optional();
    }

    void map(UUID upload, Mapping mapping) {
        jdbc.sql("/* language=sql */ update exchange.upload set mapping = cast(:mapping as jsonb) where id = :id")
                .param("id", upload)
                .param("mapping", MappingJson.write(mapping))
                .update();
    }

    /// The institution's own memory of such a sheet before the group's.
    Optional<Map<String, Integer>> remembered(Caller caller, String kind, String signature) {
        return jdbc.sql("""
                        /* language=sql */
                        select columns from exchange.mapping
                        where kind = :kind and signature = :signature
                          and (institution_id is null or institution_id = :institution)
                        order by institution_id nulls last limit 1
                        """)
                .param("kind", kind)
                .param("signature", signature)
                .param("institution", institution(caller), java.sql.Types.OTHER)
                .query((row, i) -> MappingJson.columns(row.getString("columns")))
                .optional();
    }

    void remember(Caller caller, UUID id, String kind, String signature, Map<String, Integer> columns) {
        jdbc.sql("""
                        /* language=sql */
                        insert into exchange.mapping as known (id, institution_id, version, kind, signature, columns)
                        values (:id, :institution, 1, :kind, :signature, cast(:columns as jsonb))
                        on conflict (institution_id, kind, signature) do update
                            set columns = excluded.columns, version = known.version + 1
                            where known.columns <> excluded.columns
                        """)
                .param("id", id)
                .param("institution", institution(caller), java.sql.Types.OTHER)
                .param("kind", kind)
                .param("signature", signature)
                .param("columns", MappingJson.columns(columns))
                .update();
    }

    void insert(Caller caller, Import done, String sha256) {
        jdbc.sql("""
                        /* language=sql */
                        insert into exchange.import (id, institution_id, version, scope, actor_id, kind, file_name, sha256,
                                                     added, changed, unchanged, applied_at)
                        values (:id, :institution, 1, kuramori.scope(), :actor, :kind, :name, :sha256,
                                :added, :changed, :unchanged, :now)
                        """)
                .param("id", done.id())
                .param("institution", institution(caller), java.sql.Types.OTHER)
                .param("actor", caller.actor().id())
                .param("kind", done.kind())
                .param("name", done.fileName())
                .param("sha256", sha256)
                .param("added", done.added())
                .param("changed", done.changed())
                .param("unchanged", done.unchanged())
                .param("now", Timestamp.from(done.applied()))
                .update();
    }

    /// What an import did to one record.
    ///
    /// @param before its cells before; null when the import added it
    record Touched(UUID record, int versionAfter, @Nullable Map<String, String> before, boolean wasRetired) {

        @Nullable
        String beforeAsJson() {
            return before == null ? null : MappingJson.cells(before);
        }
    }

    /// The scope is the transaction's own, which has grown when the import brought institutions.
    void insert(UUID importId, List<Touched> touched) {
        jdbc.sql("""
                        /* language=sql */
                        insert into exchange.import_change
                            (import_id, record_id, scope, position, version_after, before, was_retired)
                        select :import, t.record, kuramori.scope(), t.position - 1, t.version, t.before::jsonb, t.retired
                        from unnest(:records, :versions, :befores, :retired)
                            with ordinality as t (record, version, before, retired, position)
                        """)
                .param("import", importId)
                .param("records", touched.stream().map(Touched::record).toArray(UUID[]::new))
                .param("versions", touched.stream().map(Touched::versionAfter).toArray(Integer[]::new))
                .param("befores", touched.stream().map(Touched::beforeAsJson).toArray(String[]::new))
                .param("retired", touched.stream().map(Touched::wasRetired).toArray(Boolean[]::new))
                .update();
    }

    List<Touched> touched(UUID importId) {
        return jdbc.sql("""
                        /* language=sql */
                        select record_id, version_after, before, was_retired
                        from exchange.import_change where import_id = :id order by position
                        """)
                .param("id", importId)
                .query((row, i) -> touched(row))
                .list();
    }

    Optional<Import> find(UUID id) {
        return jdbc.sql("""
                        /* language=sql */
                        select id, version, kind, file_name, added, changed, unchanged, applied_at, undone_at
                        from exchange.import where id = :id
                        """).param("id", id).query((row, i) -> imported(row)).optional();
    }

    List<Import> recent(String kind) {
        return jdbc.sql("""
                        /* language=sql */
                        select id, version, kind, file_name, added, changed, unchanged, applied_at, undone_at
                        from exchange.import where kind = :kind order by applied_at desc limit 10
                        """)
                .param("kind", kind)
                .query((row, i) -> imported(row))
                .list();
    }

    /// @return whether it stood at that version, not undone
    boolean markUndone(UUID id, int version, Instant now) {
        return jdbc.sql("""
                                /* language=sql */
                                update exchange.import set undone_at = :now, version = version + 1
                                where id = :id and version = :version and undone_at is null
                                """)
                        .param("id", id)
                        .param("version", version)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    private static @Nullable UUID institution(Caller caller) {
        return caller.scope().size() == 1 ? caller.scope().iterator().next().value() : null;
    }

    private static String scope(Caller caller) {
        return caller.scope().stream()
                .map(InstitutionId::value)
                .map(UUID::toString)
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static Upload upload(ResultSet row) throws SQLException {
        @Nullable String mapping = row.getString("mapping");
        return new Upload(
                row.getObject("id", UUID.class),
                row.getObject("actor_id", UUID.class),
                row.getString("kind"),
                row.getString("file_name"),
                row.getString("sha256"),
                row.getBytes("bytes"),
                mapping == null ? null : MappingJson.read(mapping));
    }

    private static Touched touched(ResultSet row) throws SQLException {
        @Nullable String before = row.getString("before");
        return new Touched(
                row.getObject("record_id", UUID.class),
                row.getInt("version_after"),
                before == null ? null : MappingJson.cells(before),
                row.getBoolean("was_retired"));
    }

    private static Import imported(ResultSet row) throws SQLException {
        @Nullable Timestamp undone = row.getTimestamp("undone_at");
        return new Import(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                row.getString("kind"),
                row.getString("file_name"),
                row.getInt("added"),
                row.getInt("changed"),
                row.getInt("unchanged"),
                row.getTimestamp("applied_at").toInstant(),
                undone == null ? null : undone.toInstant());
    }
}
