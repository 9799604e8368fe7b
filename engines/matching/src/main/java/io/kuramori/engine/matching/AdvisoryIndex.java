package io.kuramori.engine.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Advisories by package, read once; immutable, for many threads.
public final class AdvisoryIndex {

    private final Map<PackageKey, List<Entry>> byPackage;
    private final int size;

    /// One advisory's word about one package.
    record Entry(Advisory advisory, PackageKey key, ReleasedPackage affected) {

        /// @param installed the component's key
        Answer answer(Component component, PackageKey installed, Optional<String> version) {
            return affected.answer(component, advisory, installed, version);
        }
    }

    private AdvisoryIndex(Map<PackageKey, List<Entry>> byPackage, int size) {
        this.byPackage = byPackage;
        this.size = size;
    }

    public static AdvisoryIndex of(Collection<Advisory> advisories) {
        Map<PackageKey, List<Entry>> byPackage = new LinkedHashMap<>();
        for (Advisory advisory : advisories) {
            for (Entry entry : entries(advisory)) {
                byPackage.computeIfAbsent(entry.key, key -> new ArrayList<>()).add(entry);
            }
        }
        byPackage.replaceAll((key, entries) -> List.copyOf(entries));
        return new AdvisoryIndex(Map.copyOf(byPackage), advisories.size());
    }

    /// How many advisories it was made of.
    public int size() {
        return size;
    }

    List<Entry> about(PackageKey key) {
        return byPackage.getOrDefault(key.anyRelease(), List.of());
    }

    /// The packages of known ecosystems an advisory speaks of, its several entries about one package taken together.
    static List<Entry> entries(Advisory advisory) {
        Map<PackageKey, List<AffectedPackage>> packages = new LinkedHashMap<>();
        for (AffectedPackage affected : advisory.affected()) {
            affected.key()
                    .ifPresent(key -> packages.computeIfAbsent(key.anyRelease(), k -> new ArrayList<>())
                            .add(affected));
        }
        List<Entry> entries = new ArrayList<>();
        packages.forEach((key, affected) -> Ecosystem.ofType(key.type())
                .ifPresent(
                        known -> entries.add(new Entry(advisory, key, ReleasedPackage.of(affected, known.order())))));
        return entries;
    }
}
