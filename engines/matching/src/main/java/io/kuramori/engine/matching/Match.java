package io.kuramori.engine.matching;

import io.kuramori.engine.matching.severity.Severity;
import java.util.List;

/// The meeting of a component and an advisory.
///
/// @param identifier the identity under which they met
/// @param fixed the versions after the component's own that the advisory gives as fixed, lowest first
public record Match(
        Component component, Advisory advisory, Identifier identifier, List<String> fixed, Confidence confidence) {

    public Match {
        fixed = List.copyOf(fixed);
    }

    public String advisoryId() {
        return advisory.id();
    }

    /// How grave it is for this component: the source's score of the very package, else of the whole advisory.
    public Severity severity() {
        if (identifier instanceof Identifier.OfPackage(PackageKey key)) {
            List<String> own = vectors(key);
            List<String> all = own.isEmpty() ? vectors(key.anyRelease()) : own;
            if (!all.isEmpty()) {
                return Severity.of(all, advisory.label());
            }
        }
        return advisory.severity();
    }

    private List<String> vectors(PackageKey key) {
        return advisory.affected().stream()
                .filter(affected -> affected.key().filter(key::equals).isPresent())
                .flatMap(affected -> affected.vectors().stream())
                .toList();
    }

    public String source() {
        return advisory.source();
    }
}
