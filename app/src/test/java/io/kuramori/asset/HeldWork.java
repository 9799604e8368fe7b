package io.kuramori.asset;

import io.kuramori.identity.Caller;
import io.kuramori.work.Job;
import io.kuramori.work.JobId;
import io.kuramori.work.JobKind;
import io.kuramori.work.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Keeps what is started, so that a test does it when and in which order it likes.
public final class HeldWork implements Work {

    private final List<Object> started = new ArrayList<>();

    /// The parameters of what was started, in order.
    public List<Object> started() {
        return started;
    }

    @Override
    public <P> JobId start(Caller caller, JobKind<P> kind, P params) {
        started.add(params);
        return new JobId(UUID.randomUUID());
    }

    @Override
    public Optional<Job> find(Caller caller, JobId id) {
        return Optional.empty();
    }

    @Override
    public List<Job> list(Caller caller, @Nullable JobId before, int limit) {
        return List.of();
    }

    @Override
    public boolean cancel(Caller caller, JobId id) {
        return false;
    }

    @Override
    public boolean retry(Caller caller, JobId id) {
        return false;
    }
}
