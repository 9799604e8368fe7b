package io.kuramori.asset.releases;

import io.kuramori.asset.ReleaseId;
import io.kuramori.engine.matching.document.Problem;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// What readers of bills passed over, kept beside each bill: all of it counted, the first of it whole.
@Repository
public class Remarks {

    /// So many are kept.
    static final int KEPT = 200;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Remarks(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    String write(List<Problem> told) {
        return json.writeValueAsString(told.stream().limit(KEPT).map(Remark::of).toList());
    }

    /// Of the bill in force.
    Told of(ReleaseId release) {
        return jdbc.sql("""
                        /* language=sql */
                        select remarks, remark_count from asset.sbom
                        where release_id = :release and superseded_at is null
                        """)
                .param("release", release.value())
                .query((row, n) -> new Told(row.getInt("remark_count"), read(row.getString("remarks"))))
                .optional()
                .orElse(Told.NOTHING);
    }

    Told ofBill(UUID row) {
        return jdbc.sql("select remarks, remark_count from asset.sbom where id = :id")
                .param("id", row)
                .query((found, n) -> new Told(found.getInt("remark_count"), read(found.getString("remarks"))))
                .optional()
                .orElse(Told.NOTHING);
    }

    private List<Remark> read(String text) {
        return List.of(json.readValue(text, Remark[].class));
    }

    /// @param count of all of them
    /// @param first the first [#KEPT] of them
    public record Told(int count, List<Remark> first) {

        static final Told NOTHING = new Told(0, List.of());

        public Told {
            first = List.copyOf(first);
        }

        public int more() {
            return count - first.size();
        }
    }
}
