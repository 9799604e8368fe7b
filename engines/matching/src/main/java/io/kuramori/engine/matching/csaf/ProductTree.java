package io.kuramori.engine.matching.csaf;

import io.kuramori.engine.matching.AffectedProduct;
import io.kuramori.engine.matching.Identifier;
import io.kuramori.engine.matching.Purl;
import io.kuramori.engine.matching.Status;
import io.kuramori.engine.matching.VersionRow;
import io.kuramori.engine.matching.VersionSet;
import io.kuramori.engine.matching.cpe.Attribute;
import io.kuramori.engine.matching.cpe.Cpe;
import io.kuramori.engine.matching.json.Node;
import io.kuramori.engine.matching.words.Comparators;
import io.kuramori.engine.matching.words.VersRows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The products of a document by their ids: what each is known by and which versions it means. A relationship (a
/// component of a platform) is known by its own helper, else by its component; the platform takes no part.
final class ProductTree {

    /// The groups of `product_status` and what they mean. What is recommended is nothing said about the weakness.
    private static final Map<String, Status> GROUPS = Map.of(
            "known_affected", Status.AFFECTED,
            "first_affected", Status.AFFECTED,
            "last_affected", Status.AFFECTED,
            "known_not_affected", Status.NOT_AFFECTED,
            "fixed", Status.FIXED,
            "first_fixed", Status.FIXED,
            "under_investigation", Status.UNDER_INVESTIGATION);

    private final Map<String, Product> products = new LinkedHashMap<>();

    /// @param scheme by which the versions compare, empty when the document does not say
    private record Product(List<Identifier> names, String scheme, List<VersionSet> versions) {}

    /// What the branches above a product say.
    private record Path(String vendor, String product, Optional<String> version, boolean range) {

        Path below(Node branch) {
            String name = branch.needText("name");
            return switch (branch.needText("category")) {
                case "vendor" -> new Path(name, product, version, range);
                case "product_name" -> new Path(vendor, name, version, range);
                case "product_version" -> new Path(vendor, product, Optional.of(name), false);
                case "product_version_range" -> new Path(vendor, product, Optional.of(name), true);
                default -> this;
            };
        }
    }

    private ProductTree() {}

    static ProductTree read(Optional<Node> node) {
        ProductTree tree = new ProductTree();
        if (node.isPresent()) {
            Path nothing = new Path("", "", Optional.empty(), false);
            tree.branches(node.get(), nothing);
            node.get().list("full_product_names").forEach(product -> tree.product(product, nothing));
            node.get().list("relationships").forEach(tree::relationship);
        }
        return tree;
    }

    private void branches(Node node, Path path) {
        for (Node branch : node.list("branches")) {
            Path below = path.below(branch);
            branch.get("product").ifPresent(product -> product(product, below));
            branches(branch, below);
        }
    }

    private void relationship(Node node) {
        Product component = products.get(node.needText("product_reference"));
        Node named = node.need("full_product_name");
        Product own = product(named, new Path("", "", Optional.empty(), false));
        if (own.names.isEmpty() && component != null) {
            products.put(named.needText("product_id"), component);
        }
    }

    private Product product(Node node, Path path) {
        List<Identifier> names = new ArrayList<>();
        Optional<String> version = path.version;
        Optional<Node> helper = node.get("product_identification_helper");
        Optional<Purl> purl = helper.flatMap(found -> found.get("purl")).map(ProductTree::purl);
        Optional<Cpe> cpe = helper.flatMap(found -> found.get("cpe")).map(ProductTree::cpe);
        if (purl.isPresent()) {
            names.add(new Identifier.OfPackage(purl.get().key()));
            version = Optional.ofNullable(purl.get().version()).or(() -> path.version);
        }
        if (cpe.isPresent()) {
            names.add(new Identifier.OfCpe(cpe.get()));
            version = version.or(() -> cpe.get().version() instanceof Attribute.Text text && !text.wild()
                    ? Optional.of(text.value())
                    : Optional.empty());
        }
        if (!path.product.isBlank()) {
            names.add(new Identifier.OfName(path.vendor, path.product));
        }
        boolean range = path.range && version.equals(path.version);
        Product product = version.map(text -> product(names, text, range))
                .orElse(new Product(names, "", List.of(new VersionSet.Every())));
        products.put(node.needText("product_id"), product);
        return product;
    }

    private static Product product(List<Identifier> names, String version, boolean range) {
        if (!range) {
            return new Product(names, "", List.of(new VersionSet.Exactly(version)));
        }
        return VersRows.read(version)
                .map(vers -> new Product(names, vers.scheme(), vers.versions()))
                .orElseGet(() -> new Product(
                        names, "", Comparators.read(version).orElse(List.of(new VersionSet.Unread(version)))));
    }

    private static Purl purl(Node node) {
        return switch (Purl.parse(node.text())) {
            case Purl.Read(Purl purl) -> purl;
            case Purl.Malformed(String text, String reason) -> throw node.refused("a package URL: " + reason);
        };
    }

    private static Cpe cpe(Node node) {
        return switch (Cpe.parse(node.text())) {
            case Cpe.Read(Cpe cpe) -> cpe;
            case Cpe.Malformed(String text, String expected) -> throw node.refused(expected);
        };
    }

    /// One product for each set of names, with a row for each of its versions that has a status.
    List<AffectedProduct> products(Node status) {
        Map<List<Identifier>, List<VersionRow>> rows = new LinkedHashMap<>();
        for (String group : status.names()) {
            Status meaning = GROUPS.get(group);
            if (meaning == null) {
                continue;
            }
            for (Node id : status.list(group)) {
                Product product = products.get(id.text());
                if (product == null) {
                    throw id.refused("the id of a product in the product tree");
                }
                if (!product.names.isEmpty()) {
                    List<VersionRow> into = rows.computeIfAbsent(names(product), names -> new ArrayList<>());
                    product.versions.forEach(
                            versions -> into.add(new VersionRow(versions, product.scheme, meaning, List.of())));
                }
            }
        }
        return rows.entrySet().stream()
                .map(entry -> new AffectedProduct(entry.getKey(), exactFirst(entry.getValue()), Status.UNKNOWN))
                .toList();
    }

    /// The names without the version a CPE carries, which stands in the row.
    private static List<Identifier> names(Product product) {
        return product.names.stream()
                .map(name ->
                        name instanceof Identifier.OfCpe(Cpe cpe) ? new Identifier.OfCpe(cpe.ofAnyVersion()) : name)
                .toList();
    }

    /// What is said of one version stands above what is said of many; of two words about the same, as of a component on
    /// two platforms, the graver.
    private static List<VersionRow> exactFirst(List<VersionRow> rows) {
        List<VersionRow> sorted = new ArrayList<>(rows);
        sorted.sort(Comparator.comparingInt(ProductTree::breadth).thenComparingInt(ProductTree::calm));
        return sorted;
    }

    private static int calm(VersionRow row) {
        return row.status() == Status.AFFECTED ? 0 : row.status().open() ? 1 : 2;
    }

    private static int breadth(VersionRow row) {
        return switch (row.versions()) {
            case VersionSet.Exactly ignored -> 0;
            case VersionSet.Between ignored -> 1;
            case VersionSet.Unread ignored -> 2;
            case VersionSet.Every ignored -> 3;
        };
    }
}
