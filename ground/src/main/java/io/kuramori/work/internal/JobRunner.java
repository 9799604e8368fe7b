package io.kuramori.work.internal;

import io.kuramori.work.Job.Words;
import io.kuramori.work.JobCancelled;
import io.kuramori.work.JobHandler;
import io.kuramori.work.JobRefused;
import io.kuramori.work.JobResult;
import io.kuramori.work.JobState;
import io.kuramori.work.RetryPolicy;
import io.kuramori.work.internal.RunRepository.Ending;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Makes one attempt at a job and writes down how it ended.
@Component
final class JobRunner {

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);

    private final RunRepository runs;
    private final Handlers handlers;
    private final Clock clock;

    JobRunner(RunRepository runs, Handlers handlers, Clock clock) {
        this.runs = runs;
        this.handlers = handlers;
        this.clock = clock;
    }

    /// @param instance `<job>/<run>`, as the database scheduled it
    /// @param stopping whether this process is about to end
    /// @return when to try again; empty when nothing more is to happen
    Optional<Instant> run(String instance, BooleanSupplier stopping) {
        int slash = instance.indexOf('/');
        UUID job = UUID.fromString(instance.substring(0, slash));
        int number = Integer.parseInt(instance.substring(slash + 1));

        Optional<JobRun> begun = runs.begin(job, number, clock.instant());
        if (begun.isEmpty()) {
            runs.endCancelled(job, number, clock.instant());
            return Optional.empty();
        }
        JobRun run = begun.get();
        Optional<JobHandler<?>> handler = handlers.of(run.kind());
        if (handler.isEmpty()) {
            LOG.error("job {} is of kind {}, which this version does not know", job, run.kind());
            fail(run, new Ending(words("work.error.unknown-kind"), null, null));
            return Optional.empty();
        }
        return attempt(handler.get(), run, stopping);
    }

    private <P> Optional<Instant> attempt(JobHandler<P> handler, JobRun run, BooleanSupplier stopping) {
        RetryPolicy retries = handler.kind().retries();
        if (run.attempt() > retries.attempts()) {
            LOG.error(
                    "job {} ({}) ended its process in each of its attempts",
                    run.job().value(),
                    run.kind());
            fail(run, new Ending(words("work.error.died"), null, null));
            return Optional.empty();
        }

        RunProgress progress = new RunProgress(runs, run);
        try {
            P params = JobParams.read(run.params(), handler.kind().params());
            JobResult result = handler.run(run.caller(), params, progress);
            progress.write();
            end(
                    run,
                    JobState.DONE,
                    new Ending(new Words(result.messageKey(), result.arguments()), result.link(), null));
            return Optional.empty();
        } catch (JobCancelled cancelled) {
            return cancelled(run, progress);
        } catch (JobRefused refused) {
            fail(run, new Ending(new Words(refused.messageKey(), refused.arguments()), null, null));
            return Optional.empty();
        } catch (Exception | Error failure) {
            return failed(run, retries, failure, stopping);
        }
    }

    private Optional<Instant> cancelled(JobRun run, RunProgress progress) {
        if (progress.superseded()) {
            LOG.warn(
                    "job {} was taken over by another process; attempt {} ends here",
                    run.job().value(),
                    run.attempt());
        } else {
            end(run, JobState.CANCELLED, Ending.SILENT);
        }
        return Optional.empty();
    }

    private Optional<Instant> failed(JobRun run, RetryPolicy retries, Throwable failure, BooleanSupplier stopping) {
        Instant now = clock.instant();
        if (stopping.getAsBoolean()) {
            LOG.info(
                    "job {} ({}) is interrupted by the shutdown and will start again",
                    run.job().value(),
                    run.kind());
            runs.end(run, JobState.QUEUED, run.attempt() - 1, Ending.SILENT, now);
            return Optional.of(now);
        }

        String reference = reference();
        LOG.error(
                "job {} ({}) failed in attempt {}, reference {}",
                run.job().value(),
                run.kind(),
                run.attempt(),
                reference,
                failure);
        if (run.attempt() >= retries.attempts()) {
            fail(run, new Ending(words("work.error.failed"), null, reference));
            return Optional.empty();
        }
        runs.end(run, JobState.QUEUED, run.attempt(), new Ending(words("work.step.will-retry"), null, reference), now);
        return Optional.of(now.plus(retries.delayAfter(run.attempt())));
    }

    private void fail(JobRun run, Ending ending) {
        end(run, JobState.FAILED, ending);
    }

    private void end(JobRun run, JobState state, Ending ending) {
        runs.end(run, state, run.attempt(), ending, clock.instant());
    }

    private static Words words(String key) {
        return new Words(key, List.of());
    }

    /// Short enough to read out on the telephone.
    private static String reference() {
        return String.format(Locale.ROOT, "%08X", ThreadLocalRandom.current().nextInt());
    }
}
