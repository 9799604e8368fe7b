package io.kuramori.work;

import io.kuramori.identity.Caller;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Background work: persistent, clustered, visible. Nothing long runs in a request.
///
/// A job is seen by those who see every institution it may touch.
public interface Work {

    /// Starts a job in the caller's transaction: it runs once that is committed, and never if it is rolled back.
    ///
    /// @throws IllegalArgumentException when no handler does this kind
    <P> JobId start(Caller caller, JobKind<P> kind, P params);

    /// The job, when it exists and the caller may see it.
    Optional<Job> find(Caller caller, JobId id);

    /// Newest first.
    ///
    /// @param before the last job of the page before, or null for the first page
    /// @param limit 1 to 200
    List<Job> list(Caller caller, @Nullable JobId before, int limit);

    /// Asks a waiting or running job to stop.
    ///
    /// @return whether there was something to stop
    boolean cancel(Caller caller, JobId id);

    /// Starts a failed or cancelled job again, with its full number of attempts.
    ///
    /// @return whether it was failed or cancelled
    boolean retry(Caller caller, JobId id);
}
