package io.kuramori.work.internal;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.kuramori.identity.Caller;
import io.kuramori.identity.Transactions;
import io.kuramori.work.Job;
import io.kuramori.work.JobId;
import io.kuramori.work.JobKind;
import io.kuramori.work.Work;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Jobs in the database; each write happens in the caller's transaction.
@Service
final class JdbcWork implements Work {

    private static final TimeBasedEpochGenerator IDS = Generators.timeBasedEpochGenerator();
    private static final int LARGEST_PAGE = 200;

    private final Transactions transactions;
    private final JobRepository jobs;
    private final Handlers handlers;
    private final WorkScheduler scheduler;
    private final Clock clock;

    JdbcWork(Transactions transactions, JobRepository jobs, Handlers handlers, WorkScheduler scheduler, Clock clock) {
        this.transactions = transactions;
        this.jobs = jobs;
        this.handlers = handlers;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    @Override
    public <P> JobId start(Caller caller, JobKind<P> kind, P params) {
        if (handlers.of(kind.name()).isEmpty()) {
            throw new IllegalArgumentException("nobody handles jobs of kind " + kind.name());
        }

        JobId id = new JobId(IDS.generate());
        return transactions.write(caller, kind.name(), () -> {
            jobs.insert(id, kind.name(), JobParams.write(params), caller, clock.instant());
            wakeAfterCommit();
            return id;
        });
    }

    @Override
    public Optional<Job> find(Caller caller, JobId id) {
        return transactions.read(caller, () -> jobs.find(id));
    }

    @Override
    public List<Job> list(Caller caller, @Nullable JobId before, int limit) {
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw new IllegalArgumentException("a page has 1 to " + LARGEST_PAGE + " jobs, not " + limit);
        }
        return transactions.read(caller, () -> jobs.list(before, limit));
    }

    @Override
    public boolean cancel(Caller caller, JobId id) {
        return transactions.write(caller, "shell.jobs.reason.cancel", () -> jobs.cancel(id, clock.instant()));
    }

    @Override
    public boolean retry(Caller caller, JobId id) {
        return transactions.write(caller, "shell.jobs.reason.retry", () -> {
            boolean again = jobs.retry(id);
            wakeAfterCommit();
            return again;
        });
    }

    private void wakeAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                scheduler.wake();
            }
        });
    }
}
