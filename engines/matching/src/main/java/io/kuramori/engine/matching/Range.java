package io.kuramori.engine.matching;

import java.util.List;

/// Events on one line of versions.
public record Range(Kind kind, List<Event> events) {

    public enum Kind {
        SEMVER,
        ECOSYSTEM,
        /// Commits, which a bill of materials does not tell; such ranges decide nothing here.
        GIT
    }

    public Range {
        events = List.copyOf(events);
    }
}
