package io.kuramori.asset.releases;

import io.kuramori.asset.ReleaseId;
import io.kuramori.asset.SbomTicket;
import io.kuramori.evidence.Blobs.BlobRef;
import io.kuramori.identity.Caller;
import io.kuramori.work.JobId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Rows of `asset.sbom_ticket`.
@Repository
class TicketRepository {

    private final JdbcClient jdbc;

    TicketRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Bills of the caller that wait; those whose work was given up long ago do not.
    int waiting(Caller caller, Instant since) {
        return jdbc.sql("""
                        /* language=sql */
                        select count(*) from asset.sbom_ticket
                        where actor_id = :actor and state = 'queued' and received_at > :since
                        """)
                .param("actor", caller.actor().id())
                .param("since", at(since))
                .query(Integer.class)
                .single();
    }

    /// Until the end of the transaction nobody else acts under this key, or on this name.
    void hold(String what) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:what, 1300))")
                .param("what", what)
                .query(row -> {});
    }

    /// The newest of the caller's under that key.
    Optional<SbomTicket> under(Caller caller, String requestKey, Instant since) {
        return jdbc.sql("""
                        /* language=sql */
                        select * from asset.sbom_ticket
                        where actor_id = :actor and request_key = :key and received_at > :since
                        order by number desc limit 1
                        """)
                .param("actor", caller.actor().id())
                .param("key", requestKey)
                .param("since", at(since))
                .query((row, n) -> read(row).ticket())
                .optional();
    }

    void insert(UUID id, Release release, BlobRef bill, Caller caller, @Nullable String requestKey, Instant now) {
        jdbc.sql("""
                        /* language=sql */
                        insert into asset.sbom_ticket (id, institution_id, release_id, sha256, size, state,
                            received_at, received_by, actor_id, request_key)
                        values (:id, :institution, :release, :sha256, :size, 'queued', :at, :by, :actor, :key)
                        """)
                .param("id", id)
                .param("institution", release.institution(), Types.OTHER)
                .param("release", release.id().value())
                .param("sha256", bill.sha256())
                .param("size", bill.size())
                .param("at", at(now))
                .param("by", caller.name())
                .param("actor", caller.actor().id())
                .param("key", requestKey, Types.VARCHAR)
                .update();
    }

    void workedOffBy(UUID id, JobId job) {
        jdbc.sql("update asset.sbom_ticket set job_id = :job where id = :id")
                .param("job", job.value())
                .param("id", id)
                .update();
    }

    Optional<Kept> find(UUID id) {
        return jdbc.sql("select * from asset.sbom_ticket where id = :id")
                .param("id", id)
                .query((row, n) -> read(row))
                .optional();
    }

    /// Whether the release has a bill that was received later. One that a person attached was received when it was.
    boolean overtaken(Kept ticket) {
        return jdbc.sql("""
                        /* language=sql */
                        select exists (select from asset.sbom
                                       where release_id = :release
                                         and (ticket_number > :number
                                              or (ticket_number is null and attached_at > :received)))
                        """)
                .param("release", ticket.ticket().release().value())
                .param("number", ticket.number())
                .param("received", at(ticket.ticket().received()))
                .query(Boolean.class)
                .single();
    }

    void end(UUID id, SbomTicket.State state, @Nullable UUID sbom, Instant now) {
        jdbc.sql("""
                        /* language=sql */
                        update asset.sbom_ticket set state = :state, sbom_id = :sbom, finished_at = :at where id = :id
                        """)
                .param("state", state.name().toLowerCase(Locale.ROOT))
                .param("sbom", sbom, Types.OTHER)
                .param("at", at(now))
                .param("id", id)
                .update();
    }

    private static Kept read(ResultSet row) throws SQLException {
        var finished = row.getObject("finished_at", OffsetDateTime.class);
        var job = row.getObject("job_id", UUID.class);
        return new Kept(
                new SbomTicket(
                        row.getObject("id", UUID.class),
                        new ReleaseId(row.getObject("release_id", UUID.class)),
                        SbomTicket.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                        row.getString("sha256"),
                        row.getLong("size"),
                        row.getObject("received_at", OffsetDateTime.class).toInstant(),
                        finished == null ? null : finished.toInstant()),
                row.getLong("number"),
                job == null ? null : new JobId(job),
                row.getObject("sbom_id", UUID.class));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /// @param number which says what came later
    /// @param sbom row of `asset.sbom` that came of it
    record Kept(
            SbomTicket ticket,
            long number,
            @Nullable JobId job,
            @Nullable UUID sbom) {}
}
