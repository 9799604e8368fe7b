package io.kuramori.work.internal;

import io.kuramori.work.Job.Words;
import io.kuramori.work.JobState;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The runner's book-keeping, as `kuramori_system`: a job is claimed before anybody's scope is known. Writes nothing
/// but `work.job`; the work itself runs through the pool, in the scope of who started it.
@Repository
final class RunRepository {

    private final JdbcClient jdbc;

    RunRepository(@Qualifier("system") JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Begins the next attempt, unless the job has ended, was started anew, or is to be cancelled.
    Optional<JobRun> begin(UUID job, int run, Instant now) {
        return jdbc.sql("""
                        /* language=sql */
                        update work.job
                        set state = 'RUNNING', attempt = attempt + 1, total = 0, done = 0, step_key = null,
                            step_arguments = '{}', started_at = :now
                        where id = :job and run = :run and state in ('QUEUED', 'RUNNING') and not cancel_requested
                        returning *
                        """)
                .param("job", job)
                .param("run", run)
                .param("now", Timestamp.from(now))
                .query((row, number) -> JobRows.run(row))
                .optional();
    }

    /// Ends a job that was to be cancelled when its process died.
    void endCancelled(UUID job, int run, Instant now) {
        jdbc.sql("""
                        /* language=sql */
                        update work.job set state = 'CANCELLED', finished_at = :now
                        where id = :job and run = :run and state in ('QUEUED', 'RUNNING') and cancel_requested
                        """)
                .param("job", job)
                .param("run", run)
                .param("now", Timestamp.from(now))
                .update();
    }

    /// @return whether the job is to be cancelled; empty when this attempt is no longer the job's
    Optional<Boolean> progress(JobRun run, long total, long done, @Nullable Words step) {
        return jdbc.sql("""
                        /* language=sql */
                        update work.job
                        set total = :total, done = :done, step_key = :step, step_arguments = :arguments
                        where id = :job and run = :run and attempt = :attempt and state = 'RUNNING'
                        returning cancel_requested
                        """)
                .param("total", total)
                .param("done", done)
                .param("step", step == null ? null : step.key())
                .param("arguments", arguments(step))
                .param("job", run.job().value())
                .param("run", run.run())
                .param("attempt", run.attempt())
                .query(Boolean.class)
                .optional();
    }

    /// Ends the attempt: for good, or waiting for the next one (`QUEUED`).
    ///
    /// @param attempts what the attempt counter says afterwards
    void end(JobRun run, JobState state, int attempts, Ending ending, Instant now) {
        jdbc.sql("""
                        /* language=sql */
                        update work.job
                        set state = :state, attempt = :attempts, step_key = :step, step_arguments = :arguments,
                            link = :link, error_reference = :reference, finished_at = :finished
                        where id = :job and run = :run and attempt = :attempt and state = 'RUNNING'
                        """)
                .param("state", state.name())
                .param("attempts", attempts)
                .param("step", ending.words() == null ? null : ending.words().key())
                .param("arguments", arguments(ending.words()))
                .param("link", ending.link())
                .param("reference", ending.errorReference())
                .param("finished", state.ended() ? Timestamp.from(now) : null)
                .param("job", run.job().value())
                .param("run", run.run())
                .param("attempt", run.attempt())
                .update();
    }

    private static String[] arguments(@Nullable Words words) {
        return words == null ? new String[0] : words.arguments().toArray(String[]::new);
    }

    /// What is said of the end of an attempt.
    record Ending(
            @Nullable Words words,
            @Nullable String link,
            @Nullable String errorReference) {

        static final Ending SILENT = new Ending(null, null, null);
    }
}
