package io.kuramori.engine.matching.cve;

import io.kuramori.engine.matching.AffectedPackage;
import io.kuramori.engine.matching.AffectedProduct;
import io.kuramori.engine.matching.Bounds;
import io.kuramori.engine.matching.Identifier;
import io.kuramori.engine.matching.Purl;
import io.kuramori.engine.matching.Status;
import io.kuramori.engine.matching.VersionRow;
import io.kuramori.engine.matching.VersionSet;
import io.kuramori.engine.matching.cpe.Cpe;
import io.kuramori.engine.matching.json.Node;
import io.kuramori.engine.matching.words.Comparators;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The `affected` array of a container. Rows in commits say nothing of releases: where the same product also has rows
/// in
/// releases they are left out, else they stay as words nobody can compare.
final class Products {

    /// Which ecosystem, by the name the Open Source Vulnerability format gives it, keeps its packages where.
    private static final Map<String, String> COLLECTIONS = Map.ofEntries(
            Map.entry("repo.maven.apache.org", "Maven"),
            Map.entry("repo1.maven.org", "Maven"),
            Map.entry("registry.npmjs.org", "npm"),
            Map.entry("www.npmjs.com", "npm"),
            Map.entry("npmjs.com", "npm"),
            Map.entry("pypi.org", "PyPI"),
            Map.entry("pypi.python.org", "PyPI"),
            Map.entry("rubygems.org", "RubyGems"),
            Map.entry("crates.io", "crates.io"),
            Map.entry("www.nuget.org", "NuGet"),
            Map.entry("api.nuget.org", "NuGet"),
            Map.entry("packagist.org", "Packagist"),
            Map.entry("pkg.go.dev", "Go"),
            Map.entry("hex.pm", "Hex"),
            Map.entry("pub.dev", "Pub"));

    /// One version and nothing said about it.
    private static final Pattern PLAIN = Pattern.compile("[^\\s<>=,|*:]*[0-9][^\\s<>=,|*]*");

    private Products() {}

    static List<AffectedProduct> read(List<Node> affected) {
        List<AffectedProduct> products = new ArrayList<>();
        List<AffectedProduct> commits = new ArrayList<>();
        for (Node node : affected) {
            AffectedProduct product = product(node);
            boolean onlyCommits = !product.rows().isEmpty()
                    && product.rows().stream().allMatch(row -> row.scheme().equals("git"));
            (onlyCommits ? commits : products).add(product);
        }
        for (AffectedProduct product : commits) {
            if (products.stream().noneMatch(other -> !Collections.disjoint(other.names(), product.names()))) {
                products.add(product);
            }
        }
        return products.stream().filter(product -> !product.names().isEmpty()).toList();
    }

    private static AffectedProduct product(Node node) {
        List<VersionRow> rows = new ArrayList<>();
        for (Node version : node.list("versions")) {
            rows(version).forEach(rows::add);
        }
        Status otherwise = node.get("defaultStatus").map(Products::status).orElse(Status.UNKNOWN);
        return new AffectedProduct(names(node), rows, otherwise);
    }

    private static List<Identifier> names(Node node) {
        List<Identifier> names = new ArrayList<>();
        node.text("packageURL")
                .map(Purl::parse)
                .filter(Purl.Read.class::isInstance)
                .map(Purl.Read.class::cast)
                .ifPresent(
                        read -> names.add(new Identifier.OfPackage(read.purl().key())));
        ofCollection(node).ifPresent(names::add);
        for (Node cpe : node.list("cpes")) {
            switch (Cpe.parse(cpe.text())) {
                case Cpe.Read(Cpe read) -> names.add(new Identifier.OfCpe(read));
                case Cpe.Malformed(String text, String expected) -> throw cpe.refused(expected);
            }
        }
        String vendor = node.text("vendor").orElse("");
        String product = node.text("product").orElse("");
        if (named(vendor) && named(product)) {
            names.add(new Identifier.OfName(vendor, product));
        }
        return names;
    }

    private static boolean named(String words) {
        return !words.isBlank() && !words.equalsIgnoreCase("n/a") && !words.equalsIgnoreCase("unspecified");
    }

    private static Optional<Identifier> ofCollection(Node node) {
        String collection = node.text("collectionURL").orElse("");
        String host = collection
                .replaceFirst("^https?://", "")
                .replaceFirst("/.*$", "")
                .toLowerCase(Locale.ROOT);
        String ecosystem = COLLECTIONS.get(host);
        return node.text("packageName")
                .filter(name -> ecosystem != null && !name.isBlank())
                .flatMap(name -> AffectedPackage.ofOsv(ecosystem == null ? "" : ecosystem, name, List.of(), List.of())
                        .key())
                .map(Identifier.OfPackage::new);
    }

    private static List<VersionRow> rows(Node node) {
        Status status = status(node.need("status"));
        String scheme = node.text("versionType").orElse("");
        List<VersionRow.Change> changes = node.list("changes").stream()
                .map(change -> new VersionRow.Change(change.needText("at"), status(change.need("status"))))
                .toList();
        return versions(node, scheme).stream()
                .map(versions -> new VersionRow(versions, scheme, status, changes))
                .toList();
    }

    private static List<VersionSet> versions(Node node, String scheme) {
        String version = node.needText("version").strip();
        if (scheme.equals("git")) {
            return List.of(new VersionSet.Unread(version));
        }
        Optional<String> before = node.text("lessThan");
        Optional<String> upTo = node.text("lessThanOrEqual");
        if (before.isPresent() || upTo.isPresent()) {
            String end = before.or(() -> upTo).orElse("*").strip();
            String start = beginning(version) ? null : version;
            return List.of(
                    new VersionSet.Between(new Bounds(start, true, end.equals("*") ? null : end, before.isEmpty())));
        }
        if (PLAIN.matcher(version).matches()) {
            return List.of(new VersionSet.Exactly(version));
        }
        return Comparators.read(version).orElse(List.of(new VersionSet.Unread(version)));
    }

    private static boolean beginning(String version) {
        return switch (version.toLowerCase(Locale.ROOT)) {
            case "0", "*", "", "unspecified", "n/a", "all" -> true;
            default -> false;
        };
    }

    private static Status status(Node node) {
        return switch (node.text()) {
            case "affected" -> Status.AFFECTED;
            case "unaffected" -> Status.NOT_AFFECTED;
            case "unknown" -> Status.UNKNOWN;
            default -> throw node.refused("affected, unaffected or unknown");
        };
    }
}
