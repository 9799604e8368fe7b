package io.kuramori.evidence.items;

import io.kuramori.identity.InstitutionId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Files on their way in, and the lock by which a file's row and its sweeping keep out of each other's way.
@Repository
class ArrivalRepository {

    private final JdbcClient jdbc;

    ArrivalRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Arrival(UUID id, String sha256) {}

    void begin(UUID id, InstitutionId institution, String sha256, Instant at) {
        jdbc.sql("""
                        /* language=sql */
                        insert into evidence.arrival (id, institution_id, sha256, at)
                        values (:id, :institution, :sha256, :at)
                        """)
                .param("id", id)
                .param("institution", institution.value())
                .param("sha256", sha256)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void end(UUID id) {
        jdbc.sql("delete from evidence.arrival where id = :id").param("id", id).update();
    }

    List<Arrival> before(Instant at, int most) {
        return jdbc.sql("""
                        /* language=sql */
                        select id, sha256 from evidence.arrival where at < :at order by at, id limit :most
                        """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, n) -> new Arrival(row.getObject("id", UUID.class), row.getString("sha256")))
                .list();
    }

    /// Until the transaction ends, the file is not swept; others may keep it too.
    void hold(String sha256) {
        jdbc.sql("select pg_advisory_xact_lock_shared(hashtextextended(:sha256, 2011))")
                .param("sha256", sha256)
                .query((row, n) -> true)
                .single();
    }

    /// Until the transaction ends, nobody begins to keep the file.
    void lock(String sha256) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:sha256, 2011))")
                .param("sha256", sha256)
                .query((row, n) -> true)
                .single();
    }

    /// Whether an item keeps the file, seen or not. In Kuramori's own name.
    boolean kept(String sha256) {
        return jdbc.sql("select evidence.keeps(:sha256)")
                .param("sha256", sha256)
                .query(Boolean.class)
                .single();
    }
}
