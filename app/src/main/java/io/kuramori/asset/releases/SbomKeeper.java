package io.kuramori.asset.releases;

import io.kuramori.evidence.BlobKeeper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Originals of SBOMs lie in the same store as evidence and are not swept with it.
@Component
class SbomKeeper implements BlobKeeper {

    private final JdbcClient jdbc;

    SbomKeeper(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean keeps(String sha256) {
        return jdbc.sql("""
                        /* language=sql */
                        select exists (select from asset.sbom where sha256 = :sha256)
                            or exists (select from asset.sbom_ticket where sha256 = :sha256)
                        """).param("sha256", sha256).query(Boolean.class).single();
    }
}
