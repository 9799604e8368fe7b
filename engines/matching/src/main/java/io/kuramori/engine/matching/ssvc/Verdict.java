package io.kuramori.engine.matching.ssvc;

import java.util.List;
import java.util.Set;

/// What a table says for the facts given.
public sealed interface Verdict<O> {

    /// The values that led there, in the order of the table.
    List<Point> path();

    /// @param path what was given; a point that makes no difference may be missing
    record Decided<O>(O outcome, List<Point> path) implements Verdict<O> {
        public Decided {
            path = List.copyOf(path);
        }
    }

    /// Something that matters is not known.
    ///
    /// @param missing the points not given
    /// @param possible the outcomes still possible, from the least urgent up
    record Open<O>(List<Point> path, List<String> missing, Set<O> possible) implements Verdict<O> {
        public Open {
            path = List.copyOf(path);
            missing = List.copyOf(missing);
        }
    }
}
