package io.kuramori.work;

/// Somebody asked for the job to stop, or another process has taken it over. Not caught by handlers, except to clean
/// up and pass on.
public final class JobCancelled extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public JobCancelled(JobId job) {
        super("job " + job.value() + " was cancelled");
    }
}
