package io.kuramori.asset.releases;

import io.kuramori.asset.ReleaseId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Releases with a bill for which nobody answers: no system runs them, and no post was made their owner. Whether a
/// system runs them is asked of all systems, also of those the caller does not see.
@Repository
public class UnassignedRepository {

    private static final String WAITING = """
             r.retired_on is null and r.owner_post_id is null
             and (r.arrived_at is not null or b.id is not null)
             and not exists (select from asset.demands(r.id))
            """;

    private static final String REJECTED = " r.rejected is not null ";

    private static final String FROM = """
             from asset.release r
             join asset.software s on s.id = r.software_id
             left join organization.face_institution i on i.id = r.institution_id
             left join asset.sbom b on b.release_id = r.id and b.superseded_at is null
            where
            """;

    private final JdbcClient jdbc;

    UnassignedRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param after the last one of the page before; null for the first page
    List<Line> page(boolean rejected, @Nullable UUID after, int most) {
        return jdbc.sql("""
                        /* language=sql */
                        select r.id, r.version, r.code, i.code as institution, s.name as software, r.label, r.tags,
                               r.arrived_at, r.arrived_by, r.rejected, b.components, b.attached_at, b.attached_by
                        """ + FROM + (rejected ? REJECTED : WAITING) + """
                         and (cast(:after as uuid) is null or r.id > cast(:after as uuid))
                        order by r.id limit :most
                        """)
                .param("after", after, Types.OTHER)
                .param("most", most)
                .query(UnassignedRepository::read)
                .list();
    }

    /// Up to a bound.
    int count(int most) {
        return jdbc.sql("select count(*) from (select" + FROM + WAITING + " limit :most) waiting")
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    /// @return false when the release has another version
    boolean own(ReleaseId release, int version, UUID post) {
        return jdbc.sql("""
                        /* language=sql */
                        update asset.release set owner_post_id = :post, version = version + 1
                        where id = :id and version = :version
                        """)
                        .param("post", post)
                        .param("id", release.value())
                        .param("version", version)
                        .update()
                == 1;
    }

    boolean reject(ReleaseId release, int version, LocalDate on, String why) {
        return jdbc.sql("""
                        /* language=sql */
                        update asset.release set retired_on = :on, rejected = :why, version = version + 1
                        where id = :id and version = :version
                        """)
                        .param("on", on)
                        .param("why", why)
                        .param("id", release.value())
                        .param("version", version)
                        .update()
                == 1;
    }

    boolean restore(ReleaseId release, int version) {
        return jdbc.sql("""
                        /* language=sql */
                        update asset.release set retired_on = null, rejected = null, version = version + 1
                        where id = :id and version = :version and rejected is not null
                        """)
                        .param("id", release.value())
                        .param("version", version)
                        .update()
                == 1;
    }

    /// Posts that can be named, with their institution.
    List<Choice> posts() {
        return jdbc.sql("""
                        /* language=sql */
                        select p.id, p.institution_id, null::uuid as post,
                               concat_ws(' ', i.code || '/' || p.code, p.department_name, p.name) as name
                        from organization.face_post p
                        join organization.face_institution i on i.id = p.institution_id
                        where p.retired_on is null order by i.code, p.code limit 2000
                        """).query(UnassignedRepository::choice).list();
    }

    /// Systems in use, with their owner.
    List<Choice> systems() {
        return jdbc.sql("""
                        /* language=sql */
                        select y.id, y.institution_id, y.owner_post_id as post,
                               concat_ws(' ', i.code, y.code, y.name) as name
                        from asset.system y join organization.face_institution i on i.id = y.institution_id
                        where y.retired_on is null order by y.code, y.id limit 2000
                        """).query(UnassignedRepository::choice).list();
    }

    Optional<Choice> system(UUID id) {
        return jdbc.sql("""
                        /* language=sql */
                        select id, institution_id, owner_post_id as post, name from asset.system
                        where id = :id and retired_on is null
                        """).param("id", id).query(UnassignedRepository::choice).optional();
    }

    Optional<Choice> post(UUID id) {
        return jdbc.sql("""
                        /* language=sql */
                        select id, institution_id, null::uuid as post, name from organization.face_post
                        where id = :id and retired_on is null
                        """).param("id", id).query(UnassignedRepository::choice).optional();
    }

    boolean runs(UUID system, ReleaseId release) {
        return jdbc.sql("""
                        /* language=sql */
                        select exists (select from asset.system_release
                                       where system_id = :system and release_id = :release)
                        """)
                .param("system", system)
                .param("release", release.value())
                .query(Boolean.class)
                .single();
    }

    private static Choice choice(ResultSet row, int number) throws SQLException {
        return new Choice(
                row.getObject("id", UUID.class),
                row.getObject("institution_id", UUID.class),
                row.getObject("post", UUID.class),
                row.getString("name"));
    }

    private static Line read(ResultSet row, int number) throws SQLException {
        var institution = row.getString("institution");
        return new Line(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                row.getString("code"),
                institution == null ? "" : institution,
                row.getString("software"),
                row.getString("label"),
                List.of((String[]) row.getArray("tags").getArray()),
                instant(row, "arrived_at"),
                row.getString("arrived_by"),
                row.getObject("components", Integer.class),
                instant(row, "attached_at"),
                row.getString("attached_by"),
                row.getString("rejected"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    /// @param post the owner of a system; null for a post, or for a system without one
    public record Choice(
            UUID id, UUID institution, @Nullable UUID post, String name) {}

    /// A release of the queue.
    ///
    /// @param institution its code; empty for the group's own
    /// @param arrivedBy the program that entered it; null when a person did
    /// @param components null when there is no bill
    public record Line(
            UUID id,
            int version,
            String code,
            String institution,
            String software,
            String label,
            List<String> tags,
            @Nullable Instant arrivedAt,
            @Nullable String arrivedBy,
            @Nullable Integer components,
            @Nullable Instant attachedAt,
            @Nullable String attachedBy,
            @Nullable String rejected) {

        public Line {
            tags = List.copyOf(tags);
        }

        public String pick() {
            return id + ":" + version;
        }

        public String path() {
            return "/releases/" + code + "?in=" + institution;
        }
    }
}
