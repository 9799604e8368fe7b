package io.kuramori.engine.matching.document;

import java.util.List;

/// What reading a document gave.
public sealed interface Reading<T> {

    /// @param problems what was passed over, in order; empty when all was read
    record Accepted<T>(T value, List<Problem> problems) implements Reading<T> {
        public Accepted {
            problems = List.copyOf(problems);
        }
    }

    /// Nothing of the document counts.
    record Rejected<T>(Problem problem) implements Reading<T> {}
}
