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
    /// A configuration holds.
    ///
    /// @param criterion what the component is in it
    /// @param conditions what else of the environment held
    record Applies(String version, Applicability.Criterion criterion, List<Applicability.Criterion> conditions)
            implements For {
        public Applies {
            conditions = List.copyOf(conditions);
        }
    }

    /// No configuration holds.
    ///
    /// @param criterion the one that spoke against the last
    record Inapplicable(String version, Applicability.Criterion criterion) implements Against {}

    /// The source calls these versions affected.
    record Stated(String version, VersionSet versions) implements For {}

    /// The source calls these versions not affected, or fixed.
    record StatedUnaffected(String version, Status status, VersionSet versions) implements Against {}
}
