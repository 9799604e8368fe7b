package io.kuramori.asset.releases;

import io.kuramori.asset.ReleaseId;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What programs say about a release, in its row.
@Repository
class FilingRepository {

    static final int MOST_TAGS = 50;

    private final JdbcClient jdbc;

    FilingRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void arrived(ReleaseId id, Arrival arrival) {
        jdbc.sql("""
                        /* language=sql */
                        update asset.release set arrived_at = :at, arrived_by = :by, latest = :latest,
                            tags = cast(:tags as text[]), parent_id = cast(:parent as uuid), version = version + 1
                        where id = :id
                        """)
                .param("at", arrival.at().atOffset(ZoneOffset.UTC))
                .param("by", arrival.by())
                .param("latest", arrival.latest())
                .param("tags", arrival.tags().toArray(String[]::new))
                .param(
                        "parent",
                        arrival.parent() == null ? null : arrival.parent().value(),
                        Types.OTHER)
                .param("id", id.value())
                .update();
    }

    /// No other release of the same software is the newest any more.
    void noneLatest(ReleaseId but) {
        jdbc.sql("""
                        /* language=sql */
                        update asset.release r set latest = false, version = r.version + 1
                        from asset.release one
                        where one.id = :but and r.software_id = one.software_id and r.id <> one.id and r.latest
                        """).param("but", but.value()).update();
    }

    /// Writes what differs; nothing when nothing does.
    ///
    /// @return whether anything did
    boolean file(Release release, boolean latest, List<String> tags, @Nullable ReleaseId parent) {
        return jdbc.sql("""
                        /* language=sql */
                        update asset.release set latest = :latest, tags = cast(:tags as text[]),
                            parent_id = cast(:parent as uuid), version = version + 1
                        where id = :id and (latest, tags, parent_id) is distinct from
                                           (:latest, cast(:tags as text[]), cast(:parent as uuid))
                        """)
                        .param("latest", latest)
                        .param("tags", tags.toArray(String[]::new))
                        .param("parent", parent == null ? null : parent.value(), Types.OTHER)
                        .param("id", release.id().value())
                        .update()
                == 1;
    }

    /// @param by the service account's name
    record Arrival(
            Instant at,
            String by,
            boolean latest,
            List<String> tags,
            @Nullable ReleaseId parent) {}
}
