package io.kuramori.work;

import io.kuramori.identity.Caller;

/// Does one kind of background work. A bean of the module that owns the work.
///
/// A job runs *at least* once: when its process dies it starts again from the beginning, so what it writes must be
/// safe to write twice: one transaction for everything, or steps that notice they were done.
public interface JobHandler<P> {

    JobKind<P> kind();

    /// Does the work on a thread of its own.
    ///
    /// @param caller who started the job; transactions opened with it see and may do no more than they
    /// @param progress told of counts as the work goes on, and asked whether it was cancelled
    /// @return what the person who started it reads when it is done
    /// @throws JobRefused when trying again cannot help
    /// @throws Exception when anything else goes wrong; tried again after the kind's policy
    JobResult run(Caller caller, P params, Progress progress) throws Exception;
}
