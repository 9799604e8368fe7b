package io.kuramori.work;

import java.time.Duration;

/// What Kuramori does again and again by itself: on one replica at a time, whichever comes first. A bean of the module
/// that owns it.
///
/// At least once, as all work: a run that fails or whose process dies comes again after the same time, so what it does
/// must notice what was done before.
public interface Recurring {

    /// Kept in the database, so never renamed: `notice.due`.
    String name();

    /// From the end of one run to the beginning of the next.
    Duration every();

    /// One run, on a thread of its own; opens its own transactions.
    void run();
}
