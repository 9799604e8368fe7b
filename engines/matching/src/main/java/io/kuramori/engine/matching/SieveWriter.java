package io.kuramori.engine.matching;

import io.kuramori.engine.matching.Applicability.Criterion;
import io.kuramori.engine.matching.cpe.Attribute;
import io.kuramori.engine.matching.cpe.Cpe;
import io.kuramori.engine.matching.loose.LooseVersion;
import io.kuramori.engine.matching.segment.Hash;
import io.kuramori.engine.matching.segment.Out;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes the rows that [Sieve] reads: for each name under which an advisory is found, what suffices to tell most
/// components that it does not affect them, and many that it does.
///
/// ```
/// under a package   PASS | NEVER | SIFT releases (release, length, package)*
/// package           flags [points of each range, names]       flags: EVERYTHING, UNCERTAIN
/// range             limit? points (kind, version)*
/// under a product   NEVER | SIFT (vendor, sure, test)*        vendor: folded, empty for any
/// sure              UNSURE | BY_NAME | BY_CPE part, vendor?, product? as they are written where not as folded
/// test              OPEN | NOT_APPLICABLE | EXACTLY fingerprint, version | BETWEEN bounds | ROWS sure rows, rows
/// row               scheme, exact, bounds
/// ```
///
/// A test is sure when a version that meets it is affected, whatever else the advisory says and is installed.
final class SieveWriter {

    static final int SIFT = 0;
    static final int PASS = 1;
    static final int NEVER = 2;

    static final int EVERYTHING = 1;
    static final int UNCERTAIN = 2;

    static final int BEGINNING = 0;
    static final int INTRODUCED = 1;
    static final int FIXED = 2;
    static final int LAST_AFFECTED = 3;

    static final int UNSURE = 0;
    static final int BY_NAME = 1;
    static final int BY_CPE = 2;

    static final int OPEN = 0;
    static final int NOT_APPLICABLE = 1;
    static final int EXACTLY = 2;
    static final int BETWEEN = 3;
    static final int ROWS = 4;

    /// Where advisories stand that speak of products they do not name.
    static final String ANY_PRODUCT = "*";

    private final Map<String, Out> rows = new LinkedHashMap<>();
    private final boolean withdrawn;
    private final boolean sureByCpe;
    private final boolean sureByName;

    private SieveWriter(CompiledAdvisory advisory) {
        withdrawn = advisory.advisory().withdrawn().isPresent();
        // A surer name speaks first, so only where there is none of it is a weaker one's word the last.
        boolean noPackage = advisory.packages().isEmpty()
                && advisory.products().stream()
                        .allMatch(product -> product.keys().isEmpty());
        boolean noCpe = advisory.configurations().isEmpty()
                && advisory.products().stream()
                        .allMatch(product -> product.cpeNames().isEmpty());
        sureByName = noPackage && noCpe;
        sureByCpe = noPackage && advisory.configurations().stream().allMatch(SieveWriter::alternatives);
    }

    /// Whether one criterion that is met suffices.
    private static boolean alternatives(CompiledConfiguration node) {
        return switch (node) {
            case CompiledConfiguration.Leaf ignored -> true;
            case CompiledConfiguration.Any(var nodes) -> nodes.stream().allMatch(SieveWriter::alternatives);
            case CompiledConfiguration.All ignored -> false;
            case CompiledConfiguration.Not ignored -> false;
        };
    }

    /// What the names of packages begin with.
    static final char PACKAGE = 'p';

    static String name(PackageKey key) {
        return PACKAGE + key.type() + "/" + key.name();
    }

    static String name(String product) {
        return "c" + product;
    }

    static String name(String source, String id) {
        return "i" + source + "\n" + id;
    }

    /// The rows of an advisory by the names under which it is found.
    static Map<String, Out> of(CompiledAdvisory advisory) {
        SieveWriter writer = new SieveWriter(advisory);
        writer.packages(advisory);
        advisory.products().forEach(writer::product);
        advisory.configurations().forEach(configuration -> writer.configuration(configuration, false));
        return writer.rows;
    }

    private void packages(CompiledAdvisory advisory) {
        Set<PackageKey> stated = new HashSet<>();
        advisory.products().forEach(product -> stated.addAll(product.keys()));
        for (PackageKey key : stated) {
            rows.put(name(key), new Out(1).flag(withdrawn ? NEVER : PASS));
        }
        advisory.packages().forEach((key, released) -> {
            if (!stated.contains(key)) {
                rows.put(name(key), withdrawn ? new Out(1).flag(NEVER) : sift(released.get()));
            }
        });
    }

    private static Out sift(ReleasedPackage released) {
        Out out = new Out().flag(SIFT).number(released.byRelease().size());
        Out row = new Out();
        released.byRelease().forEach((release, compiled) -> {
            row.clear();
            write(compiled, row);
            out.text(release).block(row);
        });
        return out;
    }

    private static <K extends Comparable<K>> void write(CompiledPackage<K> compiled, Out out) {
        if (compiled.ranges().stream().anyMatch(CompiledRange::holdsEverything)) {
            out.flag(EVERYTHING);
            return;
        }
        out.flag(compiled.uncertain() ? UNCERTAIN : 0);
        out.number(compiled.ranges().size());
        for (CompiledRange<K> range : compiled.ranges()) {
            CompiledRange.Point<K> limit = range.limit();
            K limitKey = limit == null ? null : limit.key();
            out.flag(limitKey == null ? 0 : 1);
            if (limit != null && limitKey != null) {
                out.block(Place.bound(limitKey, limit.event().version()));
            }
            out.number(range.points().size());
            range.points().forEach(point -> point(point, out));
        }
        List<byte[]> names = names(compiled);
        out.number(names.size());
        names.forEach(out::block);
    }

    private static <K extends Comparable<K>> void point(CompiledRange.Point<K> point, Out out) {
        K key = point.key();
        if (key == null) {
            out.flag(BEGINNING);
            return;
        }
        out.flag(
                        switch (point.event()) {
                            case Event.Introduced ignored -> INTRODUCED;
                            case Event.Fixed ignored -> FIXED;
                            case Event.LastAffected ignored -> LAST_AFFECTED;
                            case Event.Limit ignored -> throw new IllegalStateException("limits stand apart");
                        })
                .block(Place.bound(key, point.event().version()));
    }

    /// The versions named. Those that lie in a range are left out where keys are bytes: what equals one lies there too.
    private static <K extends Comparable<K>> List<byte[]> names(CompiledPackage<K> compiled) {
        Map<Long, byte[]> names = new LinkedHashMap<>();
        compiled.named().forEach((key, text) -> {
            boolean held = Place.exact(key)
                    && compiled.ranges().stream()
                            .anyMatch(range -> range.find(key).isPresent());
            if (!held) {
                byte[] name = Place.name(key, text);
                names.putIfAbsent(Hash.of(name), name);
            }
        });
        return List.copyOf(names.values());
    }

    private Out underProduct(String name) {
        return rows.computeIfAbsent(name, n -> new Out().flag(withdrawn ? NEVER : SIFT));
    }

    private void product(NamedProduct product) {
        for (ProductName name : product.productNames()) {
            tests(product, sureByName, underProduct(name(name.product())).text(name.vendor()));
        }
        for (Cpe cpe : product.cpeNames()) {
            String folded = ProductName.product(cpe);
            tests(
                    product,
                    false,
                    underProduct(folded == null ? ANY_PRODUCT : name(folded)).text(vendor(cpe)));
        }
    }

    private static void tests(NamedProduct product, boolean sure, Out out) {
        List<VersionRow> rows = product.product().rows();
        List<VersionRow> relevant = rows.stream()
                .filter(row -> open(row.status()) || !row.changes().isEmpty())
                .toList();
        boolean sifted =
                !open(product.product().otherwise()) && relevant.stream().allMatch(SieveWriter::bounded);
        if (!sifted) {
            out.flag(UNSURE).flag(OPEN);
            return;
        }
        // The first row that holds a version decides, so those before the first of another status are sure.
        int leading = (int)
                rows.stream().takeWhile(row -> row.status() == Status.AFFECTED).count();
        out.flag(sure ? BY_NAME : UNSURE).flag(ROWS).number(sure ? leading : 0).number(relevant.size());
        for (VersionRow row : relevant) {
            Bounds bounds = row.versions() instanceof VersionSet.Exactly(String version)
                    ? new Bounds(version, true, version, true)
                    : ((VersionSet.Between) row.versions()).bounds();
            out.text(row.scheme()).flag(row.versions() instanceof VersionSet.Exactly ? 1 : 0);
            ProductCodec.bounds(bounds, out);
        }
    }

    /// Whether the status leaves it possible to be affected.
    private static boolean open(Status status) {
        return status == Status.AFFECTED || status.open();
    }

    private static boolean bounded(VersionRow row) {
        return row.changes().isEmpty()
                && (row.versions() instanceof VersionSet.Exactly || row.versions() instanceof VersionSet.Between);
    }

    private void configuration(CompiledConfiguration node, boolean negated) {
        switch (node) {
            case CompiledConfiguration.All(var nodes) -> nodes.forEach(one -> configuration(one, negated));
            case CompiledConfiguration.Any(var nodes) -> nodes.forEach(one -> configuration(one, negated));
            case CompiledConfiguration.Not(var inner) -> configuration(inner, true);
            case CompiledConfiguration.Leaf(CompiledCriterion found) -> {
                if (found.criterion().vulnerable()) {
                    String product = found.product();
                    Out out = underProduct(product == null ? ANY_PRODUCT : name(product))
                            .text(vendor(found.criterion().name()));
                    criterion(found.criterion(), negated, out);
                }
            }
        }
    }

    /// The tests of [CompiledCriterion] that need no more than a version.
    private void criterion(Criterion criterion, boolean negated, Out out) {
        Attribute version = criterion.name().version();
        boolean plain = sureByCpe && plain(criterion.name());
        boolean anyUpdate = criterion.name().update() instanceof Attribute.Any;
        if (negated) {
            out.flag(UNSURE).flag(OPEN);
        } else if (version instanceof Attribute.NotApplicable) {
            out.flag(UNSURE).flag(NOT_APPLICABLE);
        } else if (!criterion.bounds().everything()) {
            ProductCodec.bounds(
                    criterion.bounds(), sure(plain, criterion.name(), out).flag(BETWEEN));
        } else if (version instanceof Attribute.Text text && !text.wild()) {
            sure(plain && anyUpdate, criterion.name(), out)
                    .flag(EXACTLY)
                    .fixed(LooseVersion.fingerprint(text.value()))
                    .text(text.value());
        } else {
            sure(plain && anyUpdate && version instanceof Attribute.Any, criterion.name(), out)
                    .flag(OPEN);
        }
    }

    /// Whether the name gives a part, a vendor and a product, and beside its version nothing.
    private static boolean plain(Cpe name) {
        return name.part() != Cpe.Part.ANY
                && name.part() != Cpe.Part.NA
                && name.vendor() instanceof Attribute.Text vendor
                && !vendor.wild()
                && name.product() instanceof Attribute.Text product
                && !product.wild()
                && CompiledCriterion.surroundings(name).stream().allMatch(Attribute.Any.class::isInstance);
    }

    private static Out sure(boolean sure, Cpe name, Out out) {
        if (!sure
                || !(name.vendor() instanceof Attribute.Text vendor)
                || !(name.product() instanceof Attribute.Text product)) {
            return out.flag(UNSURE);
        }
        return out.flag(BY_CPE)
                .flag(CpeCodec.number(name.part()))
                .maybe(unlessFolded(vendor.value()))
                .maybe(unlessFolded(product.value()));
    }

    private static @Nullable String unlessFolded(String written) {
        return ProductName.fold(written).equals(written) ? null : written;
    }

    /// Folded; empty when it is open.
    private static String vendor(Cpe cpe) {
        return cpe.vendor() instanceof Attribute.Text text && !text.wild() ? ProductName.fold(text.value()) : "";
    }
}
