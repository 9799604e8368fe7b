package io.kuramori.asset.releases;

import com.fasterxml.uuid.Generators;
import io.kuramori.asset.ReleaseId;
import io.kuramori.database.SearchKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Rows of `asset.software`, `asset.release` and `asset.system_release`.
@Repository
public class ReleaseRepository {

    private static final int MOST = 500;

    private final JdbcClient jdbc;

    ReleaseRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The software of that name there, made when it is new.
    UUID software(@Nullable UUID institution, String name, @Nullable String supplier) {
        Optional<UUID> known = jdbc.sql("""
                        /* language=sql */
                        select id from asset.software
                        where institution_id is not distinct from :institution and name = :name and retired_on is null
                        order by code limit 1
                        """)
                .param("institution", institution, Types.OTHER)
                .param("name", name)
                .query(UUID.class)
                .optional();
        return known.orElseGet(() -> {
            var id = Generators.timeBasedEpochGenerator().generate();
            jdbc.sql("""
                            /* language=sql */
                            insert into asset.software (id, institution_id, code, version, name, supplier, search_key)
                            values (:id, :institution, :code, 1, :name, :supplier, :searchKey)
                            """)
                    .param("id", id)
                    .param("institution", institution, Types.OTHER)
                    .param("code", "SOF-%04d".formatted(nextNumber(institution, "SOF")))
                    .param("name", name)
                    .param("supplier", supplier, Types.VARCHAR)
                    .param("searchKey", SearchKey.of(name, supplier))
                    .update();
            return id;
        });
    }

    ReleaseId insert(@Nullable UUID institution, UUID software, String name, String label) {
        var id = Generators.timeBasedEpochGenerator().generate();
        String code = "REL-%04d".formatted(nextNumber(institution, "REL"));
        jdbc.sql("""
                        /* language=sql */
                        insert into asset.release (id, institution_id, code, version, software_id, label, search_key)
                        values (:id, :institution, :code, 1, :software, :label, :searchKey)
                        """)
                .param("id", id)
                .param("institution", institution, Types.OTHER)
                .param("code", code)
                .param("software", software)
                .param("label", label)
                .param("searchKey", SearchKey.of(code, name, label))
                .update();
        return new ReleaseId(id);
    }

    Optional<Release> find(ReleaseId id) {
        return jdbc.sql(SELECT + "where r.id = :id")
                .param("id", id.value())
                .query(ReleaseRepository::read)
                .optional();
    }

    /// The release, held until the end of the transaction: one bill after the other.
    Optional<Release> lock(ReleaseId id) {
        return jdbc.sql(SELECT + "where r.id = :id for update of r")
                .param("id", id.value())
                .query(ReleaseRepository::read)
                .optional();
    }

    /// @param institution code; empty for the group's own; null for whichever
    List<Release> withCode(String code, @Nullable String institution) {
        return jdbc.sql(SELECT + """
                        where r.code = :code and (cast(:institution as text) is null
                                                  or coalesce(i.code, '') = :institution)
                        """)
                .param("code", code)
                .param("institution", institution, Types.VARCHAR)
                .query(ReleaseRepository::read)
                .list();
    }

    /// A system runs a release.
    void link(UUID institution, UUID system, ReleaseId release) {
        jdbc.sql("""
                        /* language=sql */
                        insert into asset.system_release (id, institution_id, version, system_id, release_id)
                        values (:id, :institution, 1, :system, :release)
                        """)
                .param("id", Generators.timeBasedEpochGenerator().generate())
                .param("institution", institution)
                .param("system", system)
                .param("release", release.value())
                .update();
    }

    boolean unlink(UUID system, ReleaseId release) {
        return jdbc.sql("delete from asset.system_release where system_id = :system and release_id = :release")
                        .param("system", system)
                        .param("release", release.value())
                        .update()
                == 1;
    }

    List<Running> running(ReleaseId release) {
        return jdbc.sql("""
                        /* language=sql */
                        select s.id, s.code, s.name, s.importance, s.exposure, i.code as institution,
                               concat_ws(' ', p.department_name, p.name) as owner
                        from asset.system_release sr
                        join asset.system s on s.id = sr.system_id
                        join organization.face_institution i on i.id = s.institution_id
                        left join organization.face_post p on p.id = s.owner_post_id
                        where sr.release_id = :release and s.retired_on is null
                        order by s.importance desc, s.code limit :most
                        """)
                .param("release", release.value())
                .param("most", MOST)
                .query((row, n) -> new Running(
                        row.getObject("id", UUID.class),
                        row.getString("code"),
                        row.getString("institution"),
                        row.getString("name"),
                        row.getInt("importance"),
                        row.getString("exposure"),
                        row.getString("owner")))
                .list();
    }

    List<ReleaseLine> list(String word) {
        return jdbc.sql("""
                        /* language=sql */
                        select r.id, r.institution_id, i.code as institution, r.code, r.version, s.name as software,
                               s.supplier, r.label, r.owner_post_id, r.latest, r.tags, r.parent_id, r.arrived_at,
                               r.arrived_by, r.retired_on, r.rejected, b.components, b.unidentified,
                               (select count(*) from asset.system_release sr where sr.release_id = r.id) as systems
                        from asset.release r
                        join asset.software s on s.id = r.software_id
                        left join organization.face_institution i on i.id = r.institution_id
                        left join asset.sbom b on b.release_id = r.id and b.superseded_at is null
                        where r.retired_on is null and position(:word in r.search_key) > 0
                        order by s.name, r.label, r.id limit :most
                        """)
                .param("word", SearchKey.of(word))
                .param("most", MOST)
                .query((row, n) -> new ReleaseLine(
                        read(row, n),
                        row.getObject("components", Integer.class),
                        row.getObject("unidentified", Integer.class),
                        row.getInt("systems")))
                .list();
    }

    static final String SELECT = """
            /* language=sql */
            select r.id, r.institution_id, i.code as institution, r.code, r.version, s.name as software, s.supplier,
                   r.label, r.owner_post_id, r.latest, r.tags, r.parent_id, r.arrived_at, r.arrived_by, r.retired_on,
                   r.rejected
            from asset.release r
            join asset.software s on s.id = r.software_id
            left join organization.face_institution i on i.id = r.institution_id
            """;

    static Release read(ResultSet row, int number) throws SQLException {
        return new Release(
                new ReleaseId(row.getObject("id", UUID.class)),
                row.getObject("institution_id", UUID.class),
                row.getString("institution"),
                row.getString("code"),
                row.getInt("version"),
                row.getString("software"),
                row.getString("supplier"),
                row.getString("label"),
                row.getObject("owner_post_id", UUID.class),
                filing(row),
                row.getObject("retired_on") != null,
                row.getString("rejected"));
    }

    private static Release.Filing filing(ResultSet row) throws SQLException {
        var parent = row.getObject("parent_id", UUID.class);
        var arrived = row.getObject("arrived_at", OffsetDateTime.class);
        return new Release.Filing(
                row.getBoolean("latest"),
                List.of((String[]) row.getArray("tags").getArray()),
                parent == null ? null : new ReleaseId(parent),
                arrived == null ? null : arrived.toInstant(),
                row.getString("arrived_by"));
    }

    private int nextNumber(@Nullable UUID institution, String prefix) {
        return jdbc.sql("""
                        /* language=sql */
                        insert into asset.code_series as series (institution_id, prefix, last)
                        values (:institution, :prefix, 1)
                        on conflict (institution_id, prefix) do update set last = series.last + 1
                        returning last
                        """)
                .param("institution", institution, Types.OTHER)
                .param("prefix", prefix)
                .query(Integer.class)
                .single();
    }

    /// A system that runs a release.
    public record Running(
            UUID id,
            String code,
            String institution,
            String name,
            int importance,
            String exposure,
            @Nullable String owner) {

        public String path() {
            return "/systems/" + code + "?in=" + institution;
        }
    }

    /// A release as the list shows it; no component count means that no SBOM is attached.
    public record ReleaseLine(
            Release release,
            @Nullable Integer components,
            @Nullable Integer unidentified,
            int systems) {}
}
