package io.kuramori.work;

import java.util.List;

/// How far a job has come. Cheap to call for every row: it is written down at most twice a second.
///
/// Used by the job's own thread only.
public interface Progress {

    /// The job itself.
    JobId job();

    /// How much there is to do; 0 while not known.
    void total(long units);

    /// More of it is done.
    ///
    /// @throws JobCancelled when somebody has asked for the job to stop
    void advance(long units);

    /// What it is doing now, in words.
    ///
    /// @param messageKey a key of the owning module's messages
    /// @throws JobCancelled when somebody has asked for the job to stop
    void step(String messageKey, List<String> arguments);

    /// Whether somebody has asked for the job to stop, for work that must clean up first.
    boolean cancelRequested();
}
