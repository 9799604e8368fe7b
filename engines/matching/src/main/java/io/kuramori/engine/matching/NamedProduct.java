package io.kuramori.engine.matching;

import io.kuramori.engine.matching.cpe.Cpe;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// A product row with the names under which components meet it. Versions under a package name compare by its ecosystem,
/// under other names by the scheme the row states.
final class NamedProduct {

    private final Map<PackageKey, Lazy<CompiledProduct>> packages = new LinkedHashMap<>();
    private final Set<Cpe> cpes = new LinkedHashSet<>();
    private final Map<ProductName, Identifier.OfName> names = new LinkedHashMap<>();
    private final Lazy<CompiledProduct> byName;
    private final AffectedProduct product;

    private NamedProduct(AffectedProduct product) {
        this.product = product;
        byName = Lazy.of(() -> CompiledProduct.of(product, Optional.empty()));
        for (Identifier identifier : product.names()) {
            switch (identifier) {
                case Identifier.OfPackage(PackageKey key) ->
                    Ecosystem.ofType(key.type())
                            .ifPresent(known ->
                                    packages.put(key, Lazy.of(() -> CompiledProduct.of(product, Optional.of(known)))));
                case Identifier.OfCpe(Cpe cpe) -> cpes.add(cpe);
                case Identifier.OfName name -> names.put(ProductName.of(name.vendor(), name.product()), name);
            }
        }
    }

    static NamedProduct of(AffectedProduct product) {
        return new NamedProduct(product);
    }

    /// The packages it names, in whatever release.
    Set<PackageKey> keys() {
        return packages.keySet().stream()
                .map(PackageKey::anyRelease)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    AffectedProduct product() {
        return product;
    }

    Set<ProductName> productNames() {
        return names.keySet();
    }

    Set<Cpe> cpeNames() {
        return cpes;
    }

    /// A row under the name by which the component met it.
    private record Met(Identifier identifier, Lazy<CompiledProduct> product) {}

    private Optional<Met> met(Confidence by, Identity.Known known) {
        return switch (by) {
            case EXACT -> Optional.ofNullable(known.key()).flatMap(this::met);
            case CPE ->
                Optional.ofNullable(known.cpe())
                        .flatMap(cpe -> cpes.stream()
                                .filter(name -> CompiledCriterion.sameProduct(name, cpe))
                                .findFirst())
                        .map(name -> new Met(new Identifier.OfCpe(name), byName));
            case NAME ->
                Optional.ofNullable(known.cpe())
                        .flatMap(ProductName::of)
                        .flatMap(name -> Optional.ofNullable(names.get(name)))
                        .map(name -> new Met(name, byName));
            case CPE_WIDER, DERIVED -> Optional.empty();
        };
    }

    /// The row of the component's own release, else the one that tells none.
    private Optional<Met> met(PackageKey key) {
        Lazy<CompiledProduct> own = packages.get(key);
        return Optional.ofNullable(own == null ? packages.get(key.anyRelease()) : own)
                .map(product -> new Met(new Identifier.OfPackage(key), product));
    }

    /// What is said of other releases of the component's package only.
    private static Optional<Answer> elsewhere(List<NamedProduct> products, Identity.Known known, Advisory advisory) {
        PackageKey key = known.key();
        if (key == null) {
            return Optional.empty();
        }
        List<String> releases = products.stream()
                .flatMap(product -> product.packages.keySet().stream())
                .filter(named -> named.anyRelease().equals(key.anyRelease()))
                .map(PackageKey::release)
                .distinct()
                .toList();
        return releases.isEmpty()
                ? Optional.empty()
                : Optional.of(ReleasedPackage.elsewhere(known.component(), advisory, key, releases));
    }

    /// What several rows about a component say together: a row that states something stands above the rest of another,
    /// and of equals affected stands above undecided, and that above not affected.
    static Optional<Answer> answer(
            List<NamedProduct> products, Confidence by, Identity.Known known, Advisory advisory) {
        Optional<String> version = by == Confidence.EXACT ? known.version() : known.cpeVersion();
        Met best = null;
        CompiledProduct.Verdict verdict = null;
        for (NamedProduct product : products) {
            Met met = product.met(by, known).orElse(null);
            if (met != null) {
                CompiledProduct.Verdict next = met.product.get().of(version);
                if (verdict == null || rank(next) > rank(verdict)) {
                    best = met;
                    verdict = next;
                }
            }
        }
        if (best == null || verdict == null) {
            return by == Confidence.EXACT ? elsewhere(products, known, advisory) : Optional.empty();
        }
        Confidence confidence = by == Confidence.CPE && known.made() ? Confidence.NAME : by;
        String text = version.orElse("");
        List<String> fixed = best.product.get().fixesAfter(version);
        Match match = new Match(known.component(), advisory, best.identifier, fixed, confidence);
        if (verdict.reason().isPresent()) {
            return Optional.of(new Answer.Indeterminate(match, verdict.reason().get()));
        }
        return Optional.of(
                verdict.status() == Status.AFFECTED
                        ? new Answer.Affected(match, new Decision.Stated(text, verdict.versions()))
                        : new Answer.NotAffected(
                                match, new Decision.StatedUnaffected(text, verdict.status(), verdict.versions())));
    }

    private static int rank(CompiledProduct.Verdict verdict) {
        int status = verdict.reason().isPresent() ? 1 : verdict.status() == Status.AFFECTED ? 2 : 0;
        return status + (verdict.stated() ? 3 : 0);
    }
}
