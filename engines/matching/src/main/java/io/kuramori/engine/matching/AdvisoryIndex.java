package io.kuramori.engine.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Advisories by what they speak of, read once; immutable, for many threads.
public final class AdvisoryIndex {

    private final Map<PackageKey, List<Entry>> byPackage;
    private final Map<String, List<Entry>> byProduct;
    private final List<Entry> anyProduct;
    private final List<Entry> all;

    /// @param place in the order the advisories were given
    record Entry(int place, CompiledAdvisory advisory) {}

    private AdvisoryIndex(
            Map<PackageKey, List<Entry>> byPackage,
            Map<String, List<Entry>> byProduct,
            List<Entry> anyProduct,
            List<Entry> all) {
        this.byPackage = byPackage;
        this.byProduct = byProduct;
        this.anyProduct = List.copyOf(anyProduct);
        this.all = List.copyOf(all);
    }

    public static AdvisoryIndex of(Collection<Advisory> advisories) {
        Map<PackageKey, List<Entry>> byPackage = new HashMap<>();
        Map<String, List<Entry>> byProduct = new HashMap<>();
        List<Entry> anyProduct = new ArrayList<>();
        List<Entry> all = new ArrayList<>();
        for (Advisory advisory : advisories) {
            Entry entry = new Entry(all.size(), CompiledAdvisory.of(advisory));
            all.add(entry);
            entry.advisory
                    .keys()
                    .forEach(key -> byPackage
                            .computeIfAbsent(key, k -> new ArrayList<>())
                            .add(entry));
            entry.advisory
                    .productKeys()
                    .forEach(key -> byProduct
                            .computeIfAbsent(key, k -> new ArrayList<>())
                            .add(entry));
            if (entry.advisory.anyProduct()) {
                anyProduct.add(entry);
            }
        }
        byPackage.replaceAll((key, entries) -> List.copyOf(entries));
        byProduct.replaceAll((key, entries) -> List.copyOf(entries));
        return new AdvisoryIndex(Map.copyOf(byPackage), Map.copyOf(byProduct), anyProduct, all);
    }

    /// How many advisories it was made of.
    public int size() {
        return all.size();
    }

    /// The advisories that may speak of a component, in the order they were given.
    Stream<CompiledAdvisory> about(Identity.Known known) {
        List<Entry> packages = known.key() == null
                ? List.of()
                : byPackage.getOrDefault(known.key().anyRelease(), List.of());
        if (known.cpe() == null) {
            return packages.stream().map(Entry::advisory);
        }
        String product = known.product();
        if (product == null) {
            return all.stream().map(Entry::advisory);
        }
        List<Entry> products = byProduct.getOrDefault(product, List.of());
        return Stream.of(packages, products, anyProduct)
                .flatMap(List::stream)
                .distinct()
                .sorted((left, right) -> Integer.compare(left.place, right.place))
                .map(Entry::advisory);
    }
}
