package io.kuramori.engine.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Components by their names, for the direction advisory → components; immutable, for many threads.
public final class ComponentIndex {

    private final Map<PackageKey, List<Entry>> byPackage;
    private final Map<String, List<Entry>> byProduct;
    private final List<Entry> anyProduct;
    private final List<Entry> all;
    private final List<Matches.NotEvaluated> notEvaluated;

    /// @param place in the order the components were given
    record Entry(int place, Identity.Known known) {}

    private ComponentIndex(
            Map<PackageKey, List<Entry>> byPackage,
            Map<String, List<Entry>> byProduct,
            List<Entry> anyProduct,
            List<Entry> all,
            List<Matches.NotEvaluated> notEvaluated) {
        this.byPackage = byPackage;
        this.byProduct = byProduct;
        this.anyProduct = List.copyOf(anyProduct);
        this.all = List.copyOf(all);
        this.notEvaluated = List.copyOf(notEvaluated);
    }

    public static ComponentIndex of(Collection<Component> components) {
        Map<PackageKey, List<Entry>> byPackage = new HashMap<>();
        Map<String, List<Entry>> byProduct = new HashMap<>();
        List<Entry> anyProduct = new ArrayList<>();
        List<Entry> all = new ArrayList<>();
        List<Matches.NotEvaluated> notEvaluated = new ArrayList<>();
        for (Component component : components) {
            switch (Identity.of(component)) {
                case Identity.Unknown(Component unknown, Reason reason) ->
                    notEvaluated.add(new Matches.NotEvaluated(unknown, reason));
                case Identity.Known known -> {
                    Entry entry = new Entry(all.size(), known);
                    all.add(entry);
                    if (known.key() != null) {
                        byPackage
                                .computeIfAbsent(known.key().anyRelease(), key -> new ArrayList<>())
                                .add(entry);
                    }
                    String product = known.product();
                    if (product != null) {
                        byProduct
                                .computeIfAbsent(product, key -> new ArrayList<>())
                                .add(entry);
                    } else if (known.cpe() != null) {
                        anyProduct.add(entry);
                    }
                }
            }
        }
        byPackage.replaceAll((key, found) -> List.copyOf(found));
        byProduct.replaceAll((key, found) -> List.copyOf(found));
        return new ComponentIndex(Map.copyOf(byPackage), Map.copyOf(byProduct), anyProduct, all, notEvaluated);
    }

    /// The components no advisory can reach, with the reason.
    public List<Matches.NotEvaluated> notEvaluated() {
        return notEvaluated;
    }

    /// The components an advisory may speak of, in the order they were given.
    Stream<Identity.Known> of(CompiledAdvisory advisory) {
        if (advisory.anyProduct()) {
            return all.stream().map(Entry::known);
        }
        Stream<Entry> packages =
                advisory.keys().stream().flatMap(key -> byPackage.getOrDefault(key, List.of()).stream());
        Stream<Entry> products =
                advisory.productKeys().stream().flatMap(key -> byProduct.getOrDefault(key, List.of()).stream());
        return Stream.of(packages, products, anyProduct.stream())
                .flatMap(found -> found)
                .distinct()
                .sorted((left, right) -> Integer.compare(left.place, right.place))
                .map(Entry::known);
    }
}
