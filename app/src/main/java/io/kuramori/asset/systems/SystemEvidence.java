package io.kuramori.asset.systems;

import io.kuramori.evidence.EvidenceTarget;
import io.kuramori.identity.Caller;
import io.kuramori.identity.Right;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Evidence may be attached to a system.
@Component
class SystemEvidence implements EvidenceTarget {

    private final JdbcClient jdbc;

    SystemEvidence(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "system";
    }

    @Override
    public Right needs() {
        return Right.READ_LEDGERS;
    }

    @Override
    public Optional<Named> find(Caller caller, UUID id) {
        return jdbc.sql("""
                        /* language=sql */
                        select s.code, s.name, i.code as institution from asset.system s
                        join organization.face_institution i on i.id = s.institution_id
                        where s.id = :id
                        """)
                .param("id", id)
                .query((row, n) -> new Named(
                        row.getString("code"),
                        row.getString("name"),
                        "/systems/" + row.getString("code") + "?in=" + row.getString("institution")))
                .optional();
    }
}
