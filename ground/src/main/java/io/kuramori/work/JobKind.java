package io.kuramori.work;

/// A kind of background work and the parameters it takes.
///
/// @param name the message key of its title, as `vulnerability.job.match`; kept in the database, so never renamed
/// @param params a record, stored as JSON with the job
/// @param retries what happens when an attempt fails
public record JobKind<P>(String name, Class<P> params, RetryPolicy retries) {

    public JobKind {
        if (!name.matches("[a-z][a-z0-9.-]{2,80}")) {
            throw new IllegalArgumentException("not a job kind's name: " + name);
        }
    }
}
