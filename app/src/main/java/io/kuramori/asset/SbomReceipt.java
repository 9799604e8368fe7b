package io.kuramori.asset;

import io.kuramori.engine.matching.document.Problem;
import java.time.Duration;
import java.util.List;

/// The answer to a bill of materials that was handed in. All but the first mean that nothing has changed.
public sealed interface SbomReceipt {

    record Accepted(SbomTicket ticket) implements SbomReceipt {}

    /// @param problems what is wrong, in the order of the document; never empty
    record Unreadable(List<Problem> problems) implements SbomReceipt {
        public Unreadable {
            problems = List.copyOf(problems);
        }
    }

    /// @param limit in bytes
    record TooLarge(long limit) implements SbomReceipt {}

    /// No such release in sight.
    record NoRelease() implements SbomReceipt {}

    record NoParent() implements SbomReceipt {}

    /// Several releases fit.
    record Ambiguous() implements SbomReceipt {}

    /// Somebody turned the release away, or retired it.
    record Retired() implements SbomReceipt {}

    /// There is no such release, and the caller may not enter one.
    record MayNotCreate() implements SbomReceipt {}

    /// The names do for no release: too long, or blank.
    record BadName() implements SbomReceipt {}

    /// The request key was used for something else.
    record KeyUsed() implements SbomReceipt {}

    /// Too many of the caller's bills wait.
    record TooMany(Duration retryAfter) implements SbomReceipt {}
}
