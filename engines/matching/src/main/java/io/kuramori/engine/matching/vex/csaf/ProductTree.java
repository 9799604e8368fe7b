package io.kuramori.engine.matching.vex.csaf;

import io.kuramori.engine.matching.document.JsonValue;
import io.kuramori.engine.matching.document.Problem.Kind;
import io.kuramori.engine.matching.document.Refused;
import io.kuramori.engine.matching.vex.Product;
import io.kuramori.engine.matching.vex.Statements;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The products of a document by their ids, and how they are made of each other. A product is taken by its purl, else
/// its CPE name, else a BOM-Link, else its name.
final class ProductTree {

    /// Most steps from a combined product to what it is made of.
    private static final int MAX_STEPS = 16;

    /// A product, and the part of it that is meant.
    record Target(Product product, Optional<Product> part) {}

    private record Relation(String part, String whole) {}

    private final Map<String, Product> products = new HashMap<>();
    private final Map<String, Relation> relations = new HashMap<>();
    private final Map<String, List<String>> groups = new HashMap<>();

    private ProductTree() {}

    static ProductTree of(Optional<JsonValue> tree, Statements statements) {
        ProductTree products = new ProductTree();
        tree.ifPresent(value -> {
            products.branches(value.list("branches"), statements);
            statements.each(value.list("full_product_names"), products::product);
            statements.each(value.list("relationships"), products::relation);
            statements.each(value.list("product_paths"), products::path);
            statements.each(
                    value.list("product_groups"),
                    group -> products.groups.put(group.needText("group_id"), group.strings("product_ids")));
        });
        return products;
    }

    private void branches(List<JsonValue> branches, Statements statements) {
        statements.each(branches, branch -> {
            branch.get("product").ifPresent(product -> statements.each(List.of(product), this::product));
            branches(branch.list("branches"), statements);
        });
    }

    private void product(JsonValue value) {
        define(value, identified(value).orElseGet(() -> new Product.ByName(value.needText("name"))));
    }

    private void define(JsonValue value, Product product) {
        if (products.putIfAbsent(value.needText("product_id"), product) != null) {
            throw value.need("product_id").refused(Kind.VALUE, "each product_id once; the first counts");
        }
    }

    private void relation(JsonValue value) {
        combine(value, value.needText("product_reference"), value.needText("relates_to_product_reference"));
    }

    /// CSAF 2.1: from a part by way of others to the whole.
    private void path(JsonValue value) {
        List<JsonValue> steps = value.need("subpaths").elements();
        if (steps.isEmpty()) {
            throw value.refused(Kind.MISSING, "a step in \"subpaths\"");
        }
        combine(
                value,
                value.needText("beginning_product_reference"),
                steps.getLast().needText("next_product_reference"));
    }

    /// A combined product that has an identifier of its own is known by that.
    private void combine(JsonValue value, String part, String whole) {
        JsonValue combined = value.need("full_product_name");
        String id = combined.needText("product_id");
        Optional<Product> own = identified(combined);
        if (own.isPresent()) {
            define(combined, own.get());
        } else if (relations.putIfAbsent(id, new Relation(part, whole)) != null) {
            throw combined.need("product_id").refused(Kind.VALUE, "each product_id once; the first counts");
        }
    }

    private static Optional<Product> identified(JsonValue value) {
        return value.get("product_identification_helper")
                .flatMap(helper -> Stream.of(
                                helper.get("purl").stream(),
                                helper.list("purls").stream(),
                                helper.get("cpe").stream(),
                                helper.list("x_generic_uris").stream()
                                        .flatMap(uri -> uri.get("uri").stream())
                                        .filter(uri -> uri.string().startsWith("urn:cdx:")))
                        .flatMap(found -> found)
                        .findFirst())
                .map(text -> Product.of(text.string())
                        .filter(product -> !(product instanceof Product.ByName))
                        .orElseThrow(() -> text.refused(Kind.VALUE, "a package URL, a CPE name or a BOM-Link")));
    }

    /// The products of a group.
    List<String> group(String id) {
        return groups.getOrDefault(id, List.of());
    }

    /// @throws Refused for an id that names no product
    Target target(JsonValue id) {
        Product whole = follow(id, id.string(), false, 0);
        return relations.containsKey(id.string())
                ? new Target(whole, Optional.of(follow(id, id.string(), true, 0)))
                : new Target(whole, Optional.empty());
    }

    private Product follow(JsonValue from, String id, boolean part, int steps) {
        Relation relation = relations.get(id);
        if (relation != null && steps < MAX_STEPS) {
            return follow(from, part ? relation.part : relation.whole, part, steps + 1);
        }
        Product product = products.get(id);
        if (product == null) {
            throw from.refused(Kind.VALUE, "the id of a product in the product_tree");
        }
        return product;
    }
}
