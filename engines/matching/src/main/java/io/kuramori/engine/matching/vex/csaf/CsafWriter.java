package io.kuramori.engine.matching.vex.csaf;

import io.kuramori.engine.matching.vex.Issue;
import io.kuramori.engine.matching.vex.Product;
import io.kuramori.engine.matching.vex.Statement;
import io.kuramori.engine.matching.vex.Writing;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Writes CSAF 2.0 of the profile VEX: one vulnerability for all statements of the same ids. A document has one time,
/// so whoever writes it says everything in it anew at that time. A justification of another format becomes its nearest.
public final class CsafWriter {

    private static final JsonFactory JSON = new JsonFactory();

    private CsafWriter() {}

    public static Writing write(Issue issue, List<Statement> statements) {
        return Writing.unsayable(
                        issue,
                        statements,
                        statement -> Writing.release(statement).or(() -> Writing.reason(statement)))
                .orElseGet(() -> new Writing.Written(text(issue, statements)));
    }

    private static String text(Issue issue, List<Statement> statements) {
        ProductIds ids = new ProductIds();
        Map<List<String>, Map<String, Statement>> vulnerabilities = new LinkedHashMap<>();
        for (Statement statement : statements) {
            Map<String, Statement> byProduct =
                    vulnerabilities.computeIfAbsent(statement.ids(), any -> new LinkedHashMap<>());
            byProduct.put(ids.of(statement, byProduct.keySet()), statement);
        }
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            document(json, issue);
            json.writeObjectPropertyStart("product_tree");
            products(json, ids.entries());
            json.writeEndObject();
            json.writeArrayPropertyStart("vulnerabilities");
            Set<String> cves = new HashSet<>();
            vulnerabilities.forEach((names, byProduct) ->
                    VulnerabilityWriter.write(json, names, cves.add(names.getFirst()), byProduct));
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void document(JsonGenerator json, Issue issue) {
        String time = issue.time().toString();
        json.writeObjectPropertyStart("document");
        json.writeStringProperty("category", "csaf_vex");
        json.writeStringProperty("csaf_version", "2.0");
        json.writeObjectPropertyStart("publisher");
        json.writeStringProperty("category", "vendor");
        json.writeStringProperty("name", issue.author());
        json.writeStringProperty("namespace", issue.namespace());
        json.writeEndObject();
        json.writeStringProperty("title", issue.id());
        json.writeObjectPropertyStart("tracking");
        json.writeStringProperty("current_release_date", time);
        json.writeStringProperty("id", issue.id());
        json.writeStringProperty("initial_release_date", time);
        json.writeArrayPropertyStart("revision_history");
        json.writeStartObject();
        json.writeStringProperty("date", time);
        json.writeStringProperty("number", "1");
        json.writeStringProperty("summary", "First release");
        json.writeEndObject();
        json.writeEndArray();
        json.writeStringProperty("status", "final");
        json.writeStringProperty("version", "1");
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void products(JsonGenerator json, List<ProductIds.Entry> entries) {
        List<ProductIds.Entry> combined = new ArrayList<>();
        json.writeArrayPropertyStart("full_product_names");
        for (ProductIds.Entry entry : entries) {
            if (entry.whole().isPresent()) {
                combined.add(entry);
            } else {
                json.writeStartObject();
                json.writeStringProperty("name", entry.product().identifier());
                json.writeStringProperty("product_id", entry.id());
                helper(json, entry.product());
                json.writeEndObject();
            }
        }
        json.writeEndArray();
        if (combined.isEmpty()) {
            return;
        }
        json.writeArrayPropertyStart("relationships");
        for (ProductIds.Entry entry : combined) {
            json.writeStartObject();
            json.writeStringProperty("category", "default_component_of");
            json.writeObjectPropertyStart("full_product_name");
            json.writeStringProperty(
                    "name",
                    entry.product().identifier() + " as part of "
                            + entry.whole().orElse(""));
            json.writeStringProperty("product_id", entry.id());
            json.writeEndObject();
            json.writeStringProperty("product_reference", entry.part().orElse(""));
            json.writeStringProperty(
                    "relates_to_product_reference", entry.whole().orElse(""));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void helper(JsonGenerator json, Product product) {
        Optional<String> name = switch (product) {
            case Product.ByPurl ignored -> Optional.of("purl");
            case Product.ByCpe ignored -> Optional.of("cpe");
            case Product.ByBomRef ignored -> Optional.of("x_generic_uris");
            case Product.ByName ignored -> Optional.empty();
        };
        name.ifPresent(kind -> {
            json.writeObjectPropertyStart("product_identification_helper");
            if (product instanceof Product.ByBomRef) {
                json.writeArrayPropertyStart(kind);
                json.writeStartObject();
                json.writeStringProperty("namespace", "https://cyclonedx.org/capabilities/bomlink/");
                json.writeStringProperty("uri", product.identifier());
                json.writeEndObject();
                json.writeEndArray();
            } else {
                json.writeStringProperty(kind, product.identifier());
            }
            json.writeEndObject();
        });
    }
}
