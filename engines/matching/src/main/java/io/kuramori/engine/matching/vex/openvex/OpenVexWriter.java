package io.kuramori.engine.matching.vex.openvex;

import io.kuramori.engine.matching.vex.Issue;
import io.kuramori.engine.matching.vex.Product;
import io.kuramori.engine.matching.vex.Statement;
import io.kuramori.engine.matching.vex.Status;
import io.kuramori.engine.matching.vex.Writing;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Writes OpenVEX 0.2.0, one statement for each, in the order given. A justification of another format becomes its
/// nearest.
public final class OpenVexWriter {

    private static final JsonFactory JSON = new JsonFactory();

    private OpenVexWriter() {}

    public static Writing write(Issue issue, List<Statement> statements) {
        return Writing.unsayable(issue, statements, OpenVexWriter::unsayable)
                .orElseGet(() -> new Writing.Written(text(issue, statements)));
    }

    private static Optional<String> unsayable(Statement statement) {
        return Writing.release(statement).or(() -> Writing.reason(statement));
    }

    private static String text(Issue issue, List<Statement> statements) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("@context", "https://openvex.dev/ns/v0.2.0");
            json.writeStringProperty("@id", issue.id());
            json.writeStringProperty("author", issue.author());
            json.writeStringProperty("timestamp", issue.time().toString());
            json.writeNumberProperty("version", 1);
            json.writeArrayPropertyStart("statements");
            statements.forEach(statement -> statement(json, statement));
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void statement(JsonGenerator json, Statement statement) {
        json.writeStartObject();
        json.writeObjectPropertyStart("vulnerability");
        json.writeStringProperty("name", statement.id());
        if (!statement.aliases().isEmpty()) {
            json.writeArrayPropertyStart("aliases");
            statement.aliases().forEach(json::writeString);
            json.writeEndArray();
        }
        json.writeEndObject();
        statement.time().ifPresent(time -> json.writeStringProperty("timestamp", time.toString()));
        json.writeArrayPropertyStart("products");
        product(json, statement.product(), statement.subcomponent());
        json.writeEndArray();
        json.writeStringProperty("status", statement.status().word());
        switch (statement.status()) {
            case Status.NotAffected(var justification, String words) -> {
                justification.ifPresent(why ->
                        json.writeStringProperty("justification", why.cisa().word()));
                text(json, "impact_statement", words);
            }
            case Status.Affected(String action) -> text(json, "action_statement", action);
            case Status.Fixed ignored -> {}
            case Status.UnderInvestigation ignored -> {}
        }
        json.writeEndObject();
    }

    private static void product(JsonGenerator json, Product product, Optional<Product> part) {
        json.writeStartObject();
        json.writeStringProperty("@id", product.identifier());
        identifiers(json, product);
        part.ifPresent(inner -> {
            json.writeArrayPropertyStart("subcomponents");
            product(json, inner, Optional.empty());
            json.writeEndArray();
        });
        json.writeEndObject();
    }

    private static void identifiers(JsonGenerator json, Product product) {
        Optional<String> kind = switch (product) {
            case Product.ByPurl ignored -> Optional.of("purl");
            case Product.ByCpe(String cpe) -> Optional.of(cpe.startsWith("cpe:2.3:") ? "cpe23" : "cpe22");
            case Product.ByBomRef ignored -> Optional.empty();
            case Product.ByName ignored -> Optional.empty();
        };
        kind.ifPresent(name -> {
            json.writeObjectPropertyStart("identifiers");
            json.writeStringProperty(name, product.identifier());
            json.writeEndObject();
        });
    }

    private static void text(JsonGenerator json, String name, String text) {
        if (!text.isBlank()) {
            json.writeStringProperty(name, text);
        }
    }
}
