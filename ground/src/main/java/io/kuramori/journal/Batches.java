package io.kuramori.journal;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Entries for machine-derived rows: one a batch, in the transaction that writes the rows.
@Component
public final class Batches {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Batches(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// Records a batch.
    ///
    /// @param kind what was derived, for example `sbom-components`
    /// @param institution whose rows they are; null for the whole group
    /// @param summary source hash, engine and data versions, counts, root over the rows: small
    /// @return the entry's id
    public long record(String kind, @Nullable UUID institution, Map<String, ?> summary) {
        return jdbc.sql("select journal.record_batch(:kind, cast(:institution as uuid), cast(:summary as jsonb))")
                .param("kind", kind)
                .param("institution", institution, java.sql.Types.OTHER)
                .param("summary", json.writeValueAsString(summary))
                .query(Long.class)
                .single();
    }
}
