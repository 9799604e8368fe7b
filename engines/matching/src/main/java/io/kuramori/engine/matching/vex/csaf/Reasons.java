package io.kuramori.engine.matching.vex.csaf;

import io.kuramori.engine.matching.document.JsonValue;
import io.kuramori.engine.matching.document.Problem.Kind;
import io.kuramori.engine.matching.vex.Justification;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Why products of one vulnerability are not affected, and what to do about those that are. The first entry for a
/// product counts; one for no product in particular is for all.
final class Reasons {

    private static final String ALL = "";

    private final Map<String, Justification> flags = new HashMap<>();
    private final Map<String, Map<String, String>> words = new HashMap<>();

    Reasons(JsonValue vulnerability, ProductTree products) {
        for (JsonValue flag : vulnerability.list("flags")) {
            JsonValue label = flag.need("label");
            Justification justification = Justification.ofCisa(label.string())
                    .orElseThrow(() -> label.refused(Kind.VALUE, "a label of a flag"));
            of(flag, products).forEach(id -> flags.putIfAbsent(id, justification));
        }
        for (JsonValue threat : vulnerability.list("threats")) {
            if (threat.text("category").filter("impact"::equals).isPresent()) {
                put("threats", threat, products);
            }
        }
        vulnerability.list("remediations").forEach(remediation -> put("remediations", remediation, products));
    }

    private void put(String list, JsonValue entry, ProductTree products) {
        String details = entry.needText("details");
        Map<String, String> byProduct = words.computeIfAbsent(list, name -> new HashMap<>());
        of(entry, products).forEach(id -> byProduct.putIfAbsent(id, details));
    }

    private static Set<String> of(JsonValue entry, ProductTree products) {
        Set<String> ids = new LinkedHashSet<>(entry.strings("product_ids"));
        entry.strings("group_ids").forEach(group -> ids.addAll(products.group(group)));
        boolean general =
                entry.get("product_ids").isEmpty() && entry.get("group_ids").isEmpty();
        return general ? Set.of(ALL) : ids;
    }

    Optional<Justification> flag(String product) {
        return Optional.ofNullable(flags.get(product)).or(() -> Optional.ofNullable(flags.get(ALL)));
    }

    /// The details of a list for a product; empty when there are none.
    String words(String list, String product) {
        Map<String, String> byProduct = words.getOrDefault(list, Map.of());
        return byProduct.getOrDefault(product, byProduct.getOrDefault(ALL, ""));
    }
}
