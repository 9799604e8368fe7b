package io.kuramori.engine.matching.vex.cyclonedx;

import io.kuramori.engine.matching.Purl;
import io.kuramori.engine.matching.vex.Issue;
import io.kuramori.engine.matching.vex.Product;
import io.kuramori.engine.matching.vex.Statement;
import io.kuramori.engine.matching.vex.Status;
import io.kuramori.engine.matching.vex.Writing;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Writes CycloneDX 1.6, one vulnerability for each statement, in the order given. A document has one subject, so
/// statements on parts of different products need a document each ([#bySubject]). A justification of another format
/// becomes its nearest.
public final class CycloneDxVexWriter {

    private static final JsonFactory JSON = new JsonFactory();

    private CycloneDxVexWriter() {}

    /// The statements, those that fit into one document together.
    public static Collection<List<Statement>> bySubject(List<Statement> statements) {
        Map<Optional<Product>, List<Statement>> groups = new LinkedHashMap<>();
        for (Statement statement : List.copyOf(statements)) {
            Optional<Product> subject = statement.subcomponent().map(part -> statement.product());
            groups.computeIfAbsent(subject, key -> new ArrayList<>()).add(statement);
        }
        return List.copyOf(groups.values());
    }

    public static Writing write(Issue issue, List<Statement> statements) {
        Optional<Product> subject = statements.stream()
                .filter(statement -> statement.subcomponent().isPresent())
                .map(Statement::product)
                .findFirst();
        return Writing.unsayable(issue, statements, statement -> unsayable(statement, subject))
                .orElseGet(() -> new Writing.Written(text(issue, subject, statements)));
    }

    private static Optional<String> unsayable(Statement statement, Optional<Product> subject) {
        if (subject.isPresent() && !subject.get().equals(statement.product())) {
            return Optional.of("a document has one subject");
        }
        if (statement.subcomponent().filter(statement.product()::equals).isPresent()) {
            return Optional.of("a product is no part of itself");
        }
        boolean link = statement.subcomponent().isPresent()
                && (statement.product() instanceof Product.ByBomRef
                        || statement.subcomponent().get() instanceof Product.ByBomRef);
        return link ? Optional.of("a BOM-Link stands for itself, not for a part of another product") : Optional.empty();
    }

    private static String text(Issue issue, Optional<Product> subject, List<Statement> statements) {
        Map<Product, String> refs = new LinkedHashMap<>();
        subject.ifPresent(product -> refs.put(product, "subject"));
        statements.forEach(statement -> refs.computeIfAbsent(
                statement.subcomponent().orElse(statement.product()),
                product -> product instanceof Product.ByBomRef ? product.identifier() : "product-" + refs.size()));
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("bomFormat", "CycloneDX");
            json.writeStringProperty("specVersion", "1.6");
            json.writeNumberProperty("version", 1);
            json.writeObjectPropertyStart("metadata");
            json.writeStringProperty("timestamp", issue.time().toString());
            json.writeArrayPropertyStart("authors");
            json.writeStartObject();
            json.writeStringProperty("name", issue.author());
            json.writeEndObject();
            json.writeEndArray();
            subject.ifPresent(product -> {
                json.writeName("component");
                component(json, product, "subject");
            });
            json.writeEndObject();
            json.writeArrayPropertyStart("components");
            refs.forEach((product, ref) -> {
                if (!(product instanceof Product.ByBomRef) && !ref.equals("subject")) {
                    component(json, product, ref);
                }
            });
            json.writeEndArray();
            json.writeArrayPropertyStart("vulnerabilities");
            statements.forEach(statement -> vulnerability(json, statement, refs));
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void component(JsonGenerator json, Product product, String ref) {
        json.writeStartObject();
        json.writeStringProperty("type", ref.equals("subject") ? "application" : "library");
        json.writeStringProperty("bom-ref", ref);
        switch (product) {
            case Product.ByPurl(String text, Purl purl) -> {
                json.writeStringProperty("name", purl.key().name());
                json.writeStringProperty("purl", text);
            }
            case Product.ByCpe(String text) -> {
                json.writeStringProperty("name", text);
                json.writeStringProperty("cpe", text);
            }
            case Product.ByName(String name) -> json.writeStringProperty("name", name);
            case Product.ByBomRef link -> json.writeStringProperty("name", link.identifier());
        }
        json.writeEndObject();
    }

    private static void vulnerability(JsonGenerator json, Statement statement, Map<Product, String> refs) {
        Product product = statement.subcomponent().orElse(statement.product());
        json.writeStartObject();
        json.writeStringProperty("id", statement.id());
        json.writeArrayPropertyStart("references");
        for (String alias : statement.aliases()) {
            json.writeStartObject();
            json.writeStringProperty("id", alias);
            json.writeObjectPropertyStart("source");
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
        analysis(json, statement);
        json.writeArrayPropertyStart("affects");
        json.writeStartObject();
        json.writeStringProperty("ref", Objects.requireNonNull(refs.get(product)));
        if (product instanceof Product.ByBomRef link && link.release().isPresent()) {
            json.writeArrayPropertyStart("versions");
            json.writeStartObject();
            json.writeStringProperty("version", link.release().get());
            json.writeEndObject();
            json.writeEndArray();
        }
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void analysis(JsonGenerator json, Statement statement) {
        json.writeObjectPropertyStart("analysis");
        switch (statement.status()) {
            case Status.NotAffected(var justification, String words) -> {
                json.writeStringProperty("state", "not_affected");
                justification.ifPresent(why -> json.writeStringProperty(
                        "justification", why.cycloneDx().word()));
                detail(json, words);
            }
            case Status.Affected(String action) -> {
                json.writeStringProperty("state", "exploitable");
                detail(json, action);
            }
            case Status.Fixed ignored -> json.writeStringProperty("state", "resolved");
            case Status.UnderInvestigation ignored -> json.writeStringProperty("state", "in_triage");
        }
        statement.time().ifPresent(time -> json.writeStringProperty("lastUpdated", time.toString()));
        json.writeEndObject();
    }

    private static void detail(JsonGenerator json, String words) {
        if (!words.isBlank()) {
            json.writeStringProperty("detail", words);
        }
    }
}
