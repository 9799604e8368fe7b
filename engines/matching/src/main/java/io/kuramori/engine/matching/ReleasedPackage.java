package io.kuramori.engine.matching;

import io.kuramori.engine.matching.version.VersionOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What one advisory says about one package, release by release where a distribution has releases.
///
/// The entry of the component's own release answers, else the one for all releases. An advisory that speaks of other
/// releases only does not affect the component, and says so; when the component tells no release and the advisory tells
/// them apart, nothing certain can be said.
final class ReleasedPackage {

    private final Map<String, CompiledPackage<?>> byRelease;

    private ReleasedPackage(Map<String, CompiledPackage<?>> byRelease) {
        this.byRelease = byRelease;
    }

    /// @param packages the entries of one advisory about one package, each with a key
    static ReleasedPackage of(List<AffectedPackage> packages, VersionOrder<?> order) {
        Map<String, List<AffectedPackage>> grouped = new LinkedHashMap<>();
        for (AffectedPackage affected : packages) {
            String release = affected.key().map(PackageKey::release).orElse("");
            grouped.computeIfAbsent(release, r -> new ArrayList<>()).add(affected);
        }
        Map<String, CompiledPackage<?>> byRelease = new LinkedHashMap<>();
        grouped.forEach((release, affected) -> byRelease.put(release, CompiledPackage.of(affected, order)));
        return new ReleasedPackage(byRelease);
    }

    /// What is said of each release; of all, under the empty one.
    Map<String, CompiledPackage<?>> byRelease() {
        return byRelease;
    }

    /// @param key the component's
    Answer answer(Component component, Advisory advisory, PackageKey key, Optional<String> version) {
        CompiledPackage<?> own = byRelease.get(key.release());
        CompiledPackage<?> told = own == null ? byRelease.get("") : own;
        if (told != null) {
            return told.answer(component, advisory, key, version);
        }
        return elsewhere(component, advisory, key, List.copyOf(byRelease.keySet()));
    }

    /// The answer when an advisory speaks of other releases than the component's own.
    static Answer elsewhere(Component component, Advisory advisory, PackageKey key, List<String> releases) {
        Match match = new Match(component, advisory, new Identifier.OfPackage(key), List.of(), Confidence.DERIVED);
        return key.release().isEmpty()
                ? new Answer.Indeterminate(match, new Reason.NoRelease(releases))
                : new Answer.NotAffected(match, new Decision.OtherRelease(key.release(), releases));
    }
}
