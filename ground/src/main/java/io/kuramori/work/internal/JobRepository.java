package io.kuramori.work.internal;

import io.kuramori.identity.Caller;
import io.kuramori.identity.InstitutionId;
import io.kuramori.work.Job;
import io.kuramori.work.JobId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What people may do to jobs: through the pool, bound by the scope of their transaction.
@Repository
final class JobRepository {

    private final JdbcClient jdbc;

    JobRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(JobId id, String kind, String params, Caller caller, Instant now) {
        String institutions = caller.scope().stream()
                .map(InstitutionId::value)
                .map(UUID::toString)
                .sorted()
                .reduce((left, right) -> left + "," + right)
                .orElse("");
        jdbc.sql("""
                        /* language=sql */
                        insert into work.job (id, kind, params, institution_ids, actor_id, actor_kind, actor_strength,
                                              started_by, created_at)
                        values (:id, :kind, cast(:params as jsonb), cast(:institutions as uuid[]), :actor, :actorKind,
                                :strength, :name, :now)
                        """)
                .param("id", id.value())
                .param("kind", kind)
                .param("params", params)
                .param("institutions", "{" + institutions + "}")
                .param("actor", caller.actor().id())
                .param("actorKind", caller.actor().kind().name())
                .param("strength", caller.actor().strength().name())
                .param("name", caller.name())
                .param("now", Timestamp.from(now))
                .update();
    }

    Optional<Job> find(JobId id) {
        return jdbc.sql("""
                        /* language=sql */
                        select * from work.job where id = :id
                        """)
                .param("id", id.value())
                .query((row, number) -> JobRows.job(row))
                .optional();
    }

    List<Job> list(@Nullable JobId before, int limit) {
        return jdbc.sql("""
                        /* language=sql */
                        select * from work.job
                        where cast(:before as uuid) is null or id < cast(:before as uuid)
                        order by id desc
                        limit :limit
                        """)
                .param("before", before == null ? null : before.value().toString())
                .param("limit", limit)
                .query((row, number) -> JobRows.job(row))
                .list();
    }

    /// A waiting job ends at once, a running one is asked to.
    boolean cancel(JobId id, Instant now) {
        return jdbc.sql("""
                        /* language=sql */
                        update work.job
                        set cancel_requested = true,
                            state = case state when 'QUEUED' then 'CANCELLED' else state end,
                            finished_at = case state when 'QUEUED' then cast(:now as timestamptz) end
                        where id = :id and state in ('QUEUED', 'RUNNING')
                        """)
                        .param("id", id.value())
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    boolean retry(JobId id) {
        return jdbc.sql("""
                        /* language=sql */
                        update work.job
                        set run = run + 1, attempt = 0, state = 'QUEUED', cancel_requested = false, total = 0, done = 0,
                            step_key = null, step_arguments = '{}', link = null, error_reference = null,
                            started_at = null, finished_at = null
                        where id = :id and state in ('FAILED', 'CANCELLED')
                        """).param("id", id.value()).update() == 1;
    }
}
