package io.kuramori.engine.matching;

import java.time.Instant;
import java.util.List;

/// What in the advisory decided.
public sealed interface Decision {

    /// What makes a component affected.
    sealed interface For extends Decision {}

    /// What makes a component not affected.
    sealed interface Against extends Decision {}

    /// The version lies in this interval.
    record Within(String version, Interval interval) implements For {}

    /// The advisory names this very version.
    record Listed(String version) implements For {}

    /// Every version is affected, whichever this is.
    record EveryVersion() implements For {}

    /// The version lies in none of these, and is not named.
    record Outside(String version, List<Interval> intervals) implements Against {
        public Outside {
            intervals = List.copyOf(intervals);
        }
    }

    /// The source took the advisory back.
    record Withdrawn(Instant when) implements Against {}

    /// The advisory speaks of other releases of the distribution only.
    record OtherRelease(String release, List<String> releases) implements Against {
        public OtherRelease {
            releases = List.copyOf(releases);
        }
    }
}
