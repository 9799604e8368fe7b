package io.kuramori.work.internal;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kuramori.database.KuramoriDatabase;
import io.kuramori.identity.Caller;
import io.kuramori.identity.InstitutionId;
import io.kuramori.journal.Actor;
import io.kuramori.work.Job;
import io.kuramori.work.Job.Words;
import io.kuramori.work.JobId;
import io.kuramori.work.JobRefused;
import io.kuramori.work.JobResult;
import io.kuramori.work.JobState;
import io.kuramori.work.internal.TestHandler.Params;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(KuramoriDatabase.class)
final class WorkTest {

    private static final InstitutionId BANK = new InstitutionId(UUID.randomUUID());
    private static final InstitutionId CARD = new InstitutionId(UUID.randomUUID());
    private static final Actor HANAKO = new Actor(UUID.randomUUID(), Actor.Kind.PERSON, Actor.Strength.MULTI_FACTOR);
    private static final Caller CALLER = new Caller(HANAKO, "山田 花子", Set.of(BANK, CARD));
    private static final JobResult OK = JobResult.of("test.result");

    @Nested
    class AJob {

        @Test
        void runsAsWhoStartedItAndSaysWhatCameOfIt() {
            TestHandler handler = TestHandler.doing(1, (caller, params, progress) -> {
                progress.total(3);
                progress.advance(3);
                return new JobResult("test.result", List.of(params.word(), caller.name()), "/systems");
            });
            try (Replica replica = new Replica(handler)) {
                Job job = ended(replica, start(replica, handler, "蔵"));

                assertThat(job.state()).isEqualTo(JobState.DONE);
                assertThat(job.step()).isEqualTo(new Words("test.result", List.of("蔵", "山田 花子")));
                assertThat(job.link()).isEqualTo("/systems");
                assertThat(job.percent()).isEqualTo(100);
                assertThat(job.startedBy()).isEqualTo("山田 花子");
                assertThat(job.finished()).isNotNull();
                assertThat(scheduled()).isZero();
            }
        }

        @Test
        void getsTheWholeCallerBack() {
            Map<String, Caller> seen = new ConcurrentHashMap<>();
            TestHandler handler = TestHandler.doing(1, (caller, params, progress) -> {
                seen.put("caller", caller);
                return OK;
            });
            try (Replica replica = new Replica(handler)) {
                ended(replica, start(replica, handler, "x"));

                assertThat(seen).containsEntry("caller", CALLER);
            }
        }

        @Test
        void doesNotExistWhenItsTransactionIsRolledBack() {
            AtomicInteger ran = new AtomicInteger();
            TestHandler handler = TestHandler.doing(1, (caller, params, progress) -> {
                ran.incrementAndGet();
                return OK;
            });
            try (Replica replica = new Replica(handler)) {
                assertThatThrownBy(() -> replica.transactions().write(CALLER, "test", () -> {
                            start(replica, handler, "x");
                            throw new IllegalStateException("no");
                        }))
                        .hasMessage("no");

                JobId next = start(replica, handler, "y");
                ended(replica, next);
                assertThat(ran).hasValue(1);
                assertThat(scheduled()).isZero();
            }
        }

        @Test
        void isRefusedWhenNobodyHandlesItsKind() {
            TestHandler handler = TestHandler.doing(1, (caller, params, progress) -> OK);
            try (Replica replica = new Replica()) {
                assertThatThrownBy(() -> start(replica, handler, "x")).isInstanceOf(IllegalArgumentException.class);
            }
        }

        @Test
        void showsItsProgressWhileItRuns() throws InterruptedException {
            CountDownLatch mayEnd = new CountDownLatch(1);
            TestHandler handler = TestHandler.doing(1, (caller, params, progress) -> {
                progress.total(10);
                progress.advance(4);
                progress.step("test.step", List.of("4"));
                mayEnd.await();
                return OK;
            });
            try (Replica replica = new Replica(handler)) {
                JobId id = start(replica, handler, "x");
                Job job = until(replica, id, running -> running.step() != null);

                assertThat(job.state()).isEqualTo(JobState.RUNNING);
                assertThat(job.percent()).isEqualTo(40);
                assertThat(job.remaining(requireNonNull(job.started()).plusSeconds(4)))
                        .hasValue(Duration.ofSeconds(6));
                mayEnd.countDown();
                assertThat(ended(replica, id).state()).isEqualTo(JobState.DONE);
            }
        }
    }

    @Nested
    class AFailingJob {

        @Test
        void isTriedAgainUntilItSucceeds() {
            AtomicInteger attempts = new AtomicInteger();
            TestHandler handler = TestHandler.doing(3, (caller, params, progress) -> {
                if (attempts.incrementAndGet() < 3) {
                    throw new IllegalStateException("not yet");
                }
                return OK;
            });
            try (Replica replica = new Replica(handler)) {
                Job job = ended(replica, start(replica, handler, "x"));

                assertThat(job.state()).isEqualTo(JobState.DONE);
                assertThat(job.attempt()).isEqualTo(3);
                assertThat(job.errorReference()).isNull();
            }
        }

        @Test
        void isTriedNoMoreThanItsKindAllowsAndCanBeStartedAgain() {
            AtomicInteger attempts = new AtomicInteger();
            TestHandler handler = TestHandler.doing(2, (caller, params, progress) -> {
                if (attempts.incrementAndGet() <= 2) {
                    throw new IllegalStateException("no");
                }
                return OK;
            });
            try (Replica replica = new Replica(handler)) {
                JobId id = start(replica, handler, "x");
                Job failed = ended(replica, id);

                assertThat(failed.state()).isEqualTo(JobState.FAILED);
                assertThat(failed.errorReference()).matches("[0-9A-F]{8}");
                assertThat(attempts).hasValue(2);

                assertThat(replica.work().retry(CALLER, id)).isTrue();
                assertThat(ended(replica, id).state()).isEqualTo(JobState.DONE);
                assertThat(replica.work().retry(CALLER, id)).isFalse();
            }
        }

        @Test
        void isNotTriedAgainWhenItWasRefused() {
            AtomicInteger attempts = new AtomicInteger();
            TestHandler handler = TestHandler.doing(5, (caller, params, progress) -> {
                attempts.incrementAndGet();
                throw new JobRefused("test.refused", List.of("B7"));
            });
            try (Replica replica = new Replica(handler)) {
                Job job = ended(replica, start(replica, handler, "x"));

                assertThat(job.state()).isEqualTo(JobState.FAILED);
                assertThat(job.step()).isEqualTo(new Words("test.refused", List.of("B7")));
                assertThat(attempts).hasValue(1);
            }
        }
    }

    @Nested
    class Cancelling {

        @Test
        void stopsARunningJobAtItsNextStep() {
            TestHandler handler = TestHandler.doing(3, (caller, params, progress) -> {
                while (true) {
                    progress.step("test.step", List.of());
                }
            });
            try (Replica replica = new Replica(handler)) {
                JobId id = start(replica, handler, "x");
                until(replica, id, running -> running.step() != null);

                assertThat(replica.work().cancel(CALLER, id)).isTrue();

                assertThat(ended(replica, id).state()).isEqualTo(JobState.CANCELLED);
                assertThat(replica.work().cancel(CALLER, id)).isFalse();
            }
        }

        @Test
        void endsAWaitingJobAtOnce() {
            TestHandler handler = TestHandler.doing(3, (caller, params, progress) -> OK);
            try (Replica replica = new Replica(handler)) {
                replica.transactions().write(CALLER, "test", () -> {
                    JobId id = start(replica, handler, "x");
                    replica.work().cancel(CALLER, id);
                    return id;
                });
                await(() -> scheduled() == 0);

                assertThat(replica.work().list(CALLER, null, 1))
                        .singleElement()
                        .satisfies(job -> assertThat(job.state()).isEqualTo(JobState.CANCELLED));
            }
        }
    }

    @Nested
    class SeveralReplicas {

        @Test
        void takeEachJobOnce() {
            Map<String, AtomicInteger> ran = new ConcurrentHashMap<>();
            Set<String> by = ConcurrentHashMap.newKeySet();
            TestHandler first = counting("first", ran, by);
            TestHandler second = counting("second", ran, by);
            try (Replica one = new Replica(first);
                    Replica two = new Replica(second)) {
                List<JobId> jobs = IntStream.range(0, 60)
                        .mapToObj(i -> start(i % 2 == 0 ? one : two, first, "job " + i))
                        .toList();
                jobs.forEach(job -> ended(one, job));

                assertThat(ran).hasSize(60);
                assertThat(ran.values()).allSatisfy(count -> assertThat(count).hasValue(1));
                assertThat(by).containsExactlyInAnyOrder("first", "second");
                assertThat(two.work().list(CALLER, null, 200)).isNotEmpty();
            }
        }

        @Test
        void takeOverTheJobsOfOneThatDied() throws InterruptedException {
            CountDownLatch begun = new CountDownLatch(1);
            CountDownLatch late = new CountDownLatch(1);
            TestHandler dying = TestHandler.doing(3, (caller, params, progress) -> {
                begun.countDown();
                late.await();
                return JobResult.of("test.too-late");
            });
            TestHandler living = TestHandler.doing(3, (caller, params, progress) -> OK);
            try (Replica dead = new Replica(dying)) {
                JobId id = start(dead, dying, "x");
                assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
                dead.unplug();
                try (Replica alive = new Replica("250ms", living)) {
                    Job job = ended(alive, id);

                    assertThat(job.state()).isEqualTo(JobState.DONE);
                    assertThat(job.attempt()).isEqualTo(2);
                    assertThat(job.step()).isEqualTo(new Words("test.result", List.of()));
                } finally {
                    late.countDown();
                }
            }
        }

        private static TestHandler counting(String name, Map<String, AtomicInteger> ran, Set<String> by) {
            return TestHandler.doing(1, (caller, params, progress) -> {
                ran.computeIfAbsent(params.word(), word -> new AtomicInteger()).incrementAndGet();
                by.add(name);
                return OK;
            });
        }
    }

    @Nested
    class Sight {

        @Test
        void isForThoseWhoSeeEveryInstitutionTheJobMayTouch() {
            TestHandler handler = TestHandler.doing(1, (caller, params, progress) -> OK);
            try (Replica replica = new Replica(handler)) {
                JobId id = start(replica, handler, "x");
                ended(replica, id);
                Caller narrow = new Caller(HANAKO, "山田 花子", Set.of(BANK));
                Caller nobody = new Caller(HANAKO, "山田 花子", Set.of());

                assertThat(replica.work().find(narrow, id)).isEmpty();
                assertThat(replica.work().list(narrow, null, 200)).isEmpty();
                assertThat(replica.work().cancel(narrow, id)).isFalse();
                assertThat(replica.work().find(nobody, id)).isEmpty();
            }
        }

        @Test
        void ofTheScheduleIsNotThePools() {
            JdbcClient pool = JdbcClient.create(KuramoriDatabase.appDataSource());

            assertThatThrownBy(() -> pool.sql("select count(*) from work.scheduled_task")
                            .query(Long.class)
                            .single())
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    private static JobId start(Replica replica, TestHandler handler, String word) {
        return replica.work().start(CALLER, handler.kind(), new Params(word));
    }

    private static Job ended(Replica replica, JobId id) {
        return until(replica, id, job -> job.state().ended());
    }

    private static Job until(Replica replica, JobId id, Predicate<Job> condition) {
        await(() -> condition.test(replica.work().find(CALLER, id).orElseThrow()));
        return replica.work().find(CALLER, id).orElseThrow();
    }

    private static long scheduled() {
        return JdbcClient.create(KuramoriDatabase.systemDataSource())
                .sql("select count(*) from work.scheduled_task")
                .query(Long.class)
                .single();
    }

    /// Looks every 20 ms for at most 20 s.
    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited for 20 s").isLessThan(deadline);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }
}
