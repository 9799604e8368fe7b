package io.kuramori.work.internal;

import io.kuramori.work.Job.Words;
import io.kuramori.work.JobCancelled;
import io.kuramori.work.JobId;
import io.kuramori.work.Progress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Counts in memory and writes the counts down now and then, learning in the same statement whether to stop.
final class RunProgress implements Progress {

    private static final Duration BETWEEN_WRITES = Duration.ofMillis(500);

    private final RunRepository runs;
    private final JobRun run;

    private long total;
    private long done;
    private @Nullable Words step;
    private long written;
    private boolean cancelRequested;
    private boolean superseded;

    RunProgress(RunRepository runs, JobRun run) {
        this.runs = runs;
        this.run = run;
        this.written = System.nanoTime();
    }

    @Override
    public JobId job() {
        return run.job();
    }

    @Override
    public void total(long units) {
        total = units;
        write();
    }

    @Override
    public void advance(long units) {
        done += units;
        writeWhenDue();
        stopWhenAsked();
    }

    @Override
    public void step(String messageKey, List<String> arguments) {
        step = new Words(messageKey, arguments);
        write();
        stopWhenAsked();
    }

    @Override
    public boolean cancelRequested() {
        writeWhenDue();
        return cancelRequested || superseded;
    }

    /// Whether another process has begun the next attempt.
    boolean superseded() {
        return superseded;
    }

    /// Writes down the last counts.
    void write() {
        Optional<Boolean> answer = runs.progress(run, total, done, step);
        superseded = answer.isEmpty();
        cancelRequested = answer.orElse(false);
        written = System.nanoTime();
    }

    private void writeWhenDue() {
        if (System.nanoTime() - written >= BETWEEN_WRITES.toNanos()) {
            write();
        }
    }

    private void stopWhenAsked() {
        if (cancelRequested || superseded) {
            throw new JobCancelled(run.job());
        }
    }
}
