package io.kuramori.work;

/// Where a job is in its life.
public enum JobState {
    /// Waiting for its first or its next attempt.
    QUEUED,
    RUNNING,
    DONE,
    /// Refused, or out of attempts.
    FAILED,
    CANCELLED;

    /// Whether nothing more will happen by itself.
    public boolean ended() {
        return switch (this) {
            case QUEUED, RUNNING -> false;
            case DONE, FAILED, CANCELLED -> true;
        };
    }
}
