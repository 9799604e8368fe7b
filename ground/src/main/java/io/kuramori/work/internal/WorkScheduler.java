package io.kuramori.work.internal;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.kuramori.work.Recurring;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/// Claims scheduled jobs, each by one replica, and hands them to the runner. Every replica runs one.
///
/// Connects as `kuramori_system`: `work.scheduled_task` holds job ids of all institutions and nothing else.
@Component
@EnableConfigurationProperties(WorkProperties.class)
final class WorkScheduler implements SmartLifecycle {

    /// As the trigger on `work.job` writes it.
    private static final String TASK = "job";

    private static final int MISSED_HEARTBEATS = 4;

    /// Built when it is first asked for: what recurs may itself start jobs, which needs this bean.
    private final SingletonSupplier<Scheduler> scheduler;

    WorkScheduler(
            @Qualifier("system") DataSource system,
            JobRunner runner,
            ObjectProvider<Recurring> recurring,
            WorkProperties properties,
            Clock clock) {
        this.scheduler = SingletonSupplier.of(() -> scheduler(system, runner, recurring, properties, clock));
    }

    private static Scheduler scheduler(
            DataSource system,
            JobRunner runner,
            ObjectProvider<Recurring> recurring,
            WorkProperties properties,
            Clock clock) {
        Task<Void> task = Tasks.custom(TASK, Void.class)
                .onDeadExecutionRevive()
                .execute((instance, context) -> execute(runner, instance, context));
        return Scheduler.create(system, task)
                .startTasks(recurring.stream().map(WorkScheduler::task).toList())
                .tableName("work.scheduled_task")
                .jdbcCustomization(new PostgreSqlJdbcCustomization(true, true))
                .schedulerName(new SchedulerName.Fixed(ProcessHandle.current().pid() + "-" + UUID.randomUUID()))
                .executorService(Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("job-", 0).factory()))
                .threads(properties.threads())
                .pollUsingLockAndFetch(0.5, 1.0)
                .pollingInterval(properties.poll())
                .heartbeatInterval(properties.heartbeat())
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(properties.stopWithin())
                .clock(clock::instant)
                .build();
    }

    /// Looks for due jobs now instead of at the next poll.
    void wake() {
        if (isRunning()) {
            scheduler.obtain().triggerCheckForDueExecutions();
        }
    }

    @Override
    public void start() {
        scheduler.obtain().start();
    }

    @Override
    public void stop() {
        scheduler.obtain().stop();
    }

    @Override
    public boolean isRunning() {
        return scheduler.obtain().getSchedulerState().isStarted()
                && !scheduler.obtain().getSchedulerState().isShuttingDown();
    }

    /// db-scheduler logs what a run throws, and runs it again after the same time.
    private static RecurringTask<Void> task(Recurring recurring) {
        return Tasks.recurring(recurring.name(), FixedDelay.of(recurring.every()))
                .execute((instance, context) -> recurring.run());
    }

    private static CompletionHandler<Void> execute(
            JobRunner runner, TaskInstance<Void> instance, ExecutionContext context) {
        Optional<Instant> again = runner.run(instance.getId(), context.getSchedulerState()::isShuttingDown);
        return again.<CompletionHandler<Void>>map(
                        when -> (complete, operations) -> operations.reschedule(complete, when))
                .orElseGet(CompletionHandler.OnCompleteRemove::new);
    }
}
