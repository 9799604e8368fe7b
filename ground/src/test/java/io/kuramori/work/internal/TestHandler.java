package io.kuramori.work.internal;

import io.kuramori.identity.Caller;
import io.kuramori.work.JobHandler;
import io.kuramori.work.JobKind;
import io.kuramori.work.JobResult;
import io.kuramori.work.Progress;
import io.kuramori.work.RetryPolicy;
import java.time.Duration;

/// A kind of work that a test gives in a line.
record TestHandler(JobKind<Params> kind, Body body) implements JobHandler<TestHandler.Params> {

    record Params(String word) {}

    /// What is done.
    interface Body {
        JobResult run(Caller caller, Params params, Progress progress) throws Exception;
    }

    static TestHandler doing(int attempts, Body body) {
        return new TestHandler(
                new JobKind<>("test.job.example", Params.class, new RetryPolicy(attempts, Duration.ofMillis(1))), body);
    }

    @Override
    public JobResult run(Caller caller, Params params, Progress progress) throws Exception {
        return body.run(caller, params, progress);
    }
}
