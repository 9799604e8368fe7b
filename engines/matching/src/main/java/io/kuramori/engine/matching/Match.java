package io.kuramori.engine.matching;

import java.util.List;

/// The meeting of a component and an advisory.
///
/// @param identifier the identity under which they met
/// @param fixed the versions after the component's own that the advisory gives as fixed, lowest first
public record Match(
        Component component, Advisory advisory, PackageKey identifier, List<String> fixed, Confidence confidence) {

    public Match {
        fixed = List.copyOf(fixed);
    }

    public String advisoryId() {
        return advisory.id();
    }

    public String source() {
        return advisory.source();
    }
}
