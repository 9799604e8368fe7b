package io.kuramori.asset.releases;

import io.kuramori.asset.ReleaseId;
import io.kuramori.database.SearchKey;
import io.kuramori.engine.matching.sbom.Format;
import io.kuramori.shell.Cursor;
import io.kuramori.shell.Problem;
import io.kuramori.shell.ProblemType;
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

/// Releases and components as programs read them, by keyset.
@Repository
class ReleaseRows {

    private static final String SELECT = """
            /* language=sql */
            select r.id, r.code, i.code as institution, s.name as software, r.label, s.supplier, r.latest, r.tags,
                   r.owner_post_id, b.format, b.spec_version, b.sha256, b.components, b.unidentified, b.remark_count,
                   b.attached_at,
                   (select count(*) from asset.system_release sr
                    join asset.system y on y.id = sr.system_id and y.retired_on is null
                    where sr.release_id = r.id) as systems
            from asset.release r
            join asset.software s on s.id = r.software_id
            left join organization.face_institution i on i.id = r.institution_id
            left join asset.sbom b on b.release_id = r.id and b.superseded_at is null
            """;

    private final JdbcClient jdbc;

    ReleaseRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<ReleaseApi.Line> list(String words, Cursor from, int most) {
        return jdbc.sql(SELECT + """
                        where r.retired_on is null and position(:words in r.search_key) > 0
                          and (cast(:after as uuid) is null or r.id > cast(:after as uuid))
                        order by r.id limit :most
                        """)
                .param("words", SearchKey.of(words))
                .param("after", uuid(from.value(0)), Types.OTHER)
                .param("most", most)
                .query(ReleaseRows::line)
                .list();
    }

    Optional<ReleaseApi.Line> line(ReleaseId id) {
        return jdbc.sql(SELECT + "where r.id = :id")
                .param("id", id.value())
                .query(ReleaseRows::line)
                .optional();
    }

    /// By component, then by release; the names are compared as they begin, so that an index serves.
    List<ReleaseApi.Holding> holding(String begins, Cursor from, int most) {
        return jdbc.sql("""
                        /* language=sql */
                        select c.id as component, c.name, c.release, c.purl, c.cpes[1] as cpe, rc.pointer, r.id,
                               r.code, i.code as institution, s.name as software, r.label
                        from asset.face_component c
                        join asset.release_component rc on rc.component_id = c.id
                        join asset.release r on r.id = rc.release_id and r.retired_on is null
                        join asset.software s on s.id = r.software_id
                        left join organization.face_institution i on i.id = r.institution_id
                        where c.id in (select id from asset.component where left(name, 200) ^@ :begins
                                       union select id from asset.component where purl ^@ :begins
                                       union select component_id from asset.component_cpe
                                             where left(cpe, 200) ^@ :begins)
                          and (cast(:component as uuid) is null
                               or (c.id, r.id) > (cast(:component as uuid), cast(:release as uuid)))
                        order by c.id, r.id limit :most
                        """)
                .param("begins", begins)
                .param("component", uuid(from.value(0)), Types.OTHER)
                .param("release", uuid(from.value(1)), Types.OTHER)
                .param("most", most)
                .query(ReleaseRows::holding)
                .list();
    }

    private static ReleaseApi.Line line(ResultSet row, int number) throws SQLException {
        var code = row.getString("code");
        var institution = row.getString("institution");
        var format = row.getString("format");
        return new ReleaseApi.Line(
                row.getObject("id", UUID.class),
                code,
                institution,
                row.getString("software"),
                row.getString("label"),
                row.getString("supplier"),
                row.getBoolean("latest"),
                List.of((String[]) row.getArray("tags").getArray()),
                row.getInt("systems"),
                row.getInt("systems") > 0 || row.getObject("owner_post_id") != null,
                format == null
                        ? null
                        : new ReleaseApi.Bill(
                                Format.valueOf(format).name(row.getString("spec_version")),
                                row.getString("sha256"),
                                row.getInt("components"),
                                row.getInt("unidentified"),
                                row.getInt("remark_count"),
                                row.getObject("attached_at", OffsetDateTime.class)
                                        .toInstant()),
                path(code, institution));
    }

    private static ReleaseApi.Holding holding(ResultSet row, int number) throws SQLException {
        var code = row.getString("code");
        var institution = row.getString("institution");
        return new ReleaseApi.Holding(
                row.getObject("component", UUID.class),
                row.getString("name"),
                row.getString("release"),
                row.getString("purl"),
                row.getString("cpe"),
                row.getString("pointer"),
                new TicketView.ReleaseView(
                        row.getObject("id", UUID.class),
                        code,
                        institution,
                        row.getString("software"),
                        row.getString("label"),
                        path(code, institution)));
    }

    private static String path(String code, @Nullable String institution) {
        return "/releases/" + code + "?in=" + (institution == null ? "" : institution);
    }

    private static @Nullable UUID uuid(@Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException _) {
            throw new Problem(ProblemType.INVALID, "shell.problem.cursor");
        }
    }
}
