package io.kuramori.engine.matching.vex.openvex;

import io.kuramori.engine.matching.document.JsonValue;
import io.kuramori.engine.matching.document.Problem.Kind;
import io.kuramori.engine.matching.document.Problems;
import io.kuramori.engine.matching.vex.Justification;
import io.kuramori.engine.matching.vex.Product;
import io.kuramori.engine.matching.vex.Statement;
import io.kuramori.engine.matching.vex.Statements;
import io.kuramori.engine.matching.vex.Status;
import io.kuramori.engine.matching.vex.Vex;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads OpenVEX. The shapes of both versions are read in either: a vulnerability and a product may be a string or an
/// object. A product with several identifiers is taken by its purl, else its CPE name, else its `@id`.
public final class OpenVexReader {

    private static final String CONTEXT = "https://openvex.dev/ns";

    private final String file;
    private final Statements statements;
    private final String author;
    private final Optional<Instant> time;

    private OpenVexReader(String file, Statements statements, String author, Optional<Instant> time) {
        this.file = file;
        this.statements = statements;
        this.author = author;
        this.time = time;
    }

    /// @throws io.kuramori.engine.matching.document.Refused when it is another document
    public static Vex read(JsonValue root, String file, Problems problems) {
        JsonValue context = root.need("@context");
        String version = switch (context.string()) {
            case CONTEXT, CONTEXT + "/v0.0.1" -> "0.0.1";
            case CONTEXT + "/v0.2.0" -> "0.2.0";
            default -> throw context.refused(Kind.VERSION, CONTEXT + "/v0.2.0 or /v0.0.1");
        };
        List<JsonValue> list = root.need("statements").elements();
        Statements statements = new Statements(problems);
        OpenVexReader reader =
                new OpenVexReader(file, statements, root.text("author").orElse(""), time(root));
        statements.each(list, reader::statement);
        return statements.of("OpenVEX " + version);
    }

    private static Optional<Instant> time(JsonValue value) {
        return value.time("last_updated").or(() -> value.time("timestamp"));
    }

    private void statement(JsonValue value) {
        JsonValue vulnerability = value.need("vulnerability");
        String id = vulnerability.isString() ? name(vulnerability) : vulnerability.needText("name");
        List<String> aliases = vulnerability.isString() ? List.of() : vulnerability.strings("aliases");
        Status status = status(value);
        Optional<Instant> said = time(value).or(() -> time);
        List<JsonValue> products = value.need("products").elements();
        if (products.isEmpty()) {
            throw value.refused(Kind.MISSING, "a product");
        }
        statements.each(products, each -> {
            Product product = product(each);
            List<JsonValue> parts = new ArrayList<>(value.list("subcomponents"));
            if (each.isObject()) {
                parts.addAll(each.list("subcomponents"));
            }
            if (parts.isEmpty()) {
                add(
                        each,
                        new Statement(
                                id, aliases, product, Optional.empty(), status, author, said, file, each.pointer()));
            }
            statements.each(
                    parts,
                    part -> add(
                            part,
                            new Statement(
                                    id,
                                    aliases,
                                    product,
                                    Optional.of(product(part)),
                                    status,
                                    author,
                                    said,
                                    file,
                                    part.pointer())));
        });
    }

    private void add(JsonValue from, Statement statement) {
        statements.add(statement, from);
    }

    private static String name(JsonValue vulnerability) {
        String id = vulnerability.string();
        if (id.isEmpty()) {
            throw vulnerability.refused(Kind.VALUE, "the id of a vulnerability");
        }
        return id;
    }

    private static Status status(JsonValue statement) {
        JsonValue status = statement.need("status");
        return switch (status.string()) {
            case "not_affected" -> notAffected(statement);
            case "affected" ->
                new Status.Affected(statement.text("action_statement").orElse(""));
            case "fixed" -> new Status.Fixed();
            case "under_investigation" -> new Status.UnderInvestigation();
            default -> throw status.refused(Kind.VALUE, "not_affected, affected, fixed or under_investigation");
        };
    }

    private static Status notAffected(JsonValue statement) {
        Optional<Justification> justification = statement
                .get("justification")
                .filter(word -> !word.string().isEmpty())
                .map(word -> Justification.ofCisa(word.string())
                        .orElseThrow(() -> word.refused(Kind.VALUE, "a justification of OpenVEX")));
        String words = statement.text("impact_statement").orElse("");
        if (justification.isEmpty() && words.isEmpty()) {
            throw statement.refused(Kind.MISSING, "a justification or an impact_statement for not_affected");
        }
        return new Status.NotAffected(justification, words);
    }

    private static Product product(JsonValue value) {
        if (value.isString()) {
            return identified(value);
        }
        Optional<JsonValue> identifiers = value.get("identifiers");
        return Stream.of("purl", "cpe23", "cpe22")
                .flatMap(kind -> identifiers.flatMap(all -> all.get(kind)).stream())
                .findFirst()
                .map(OpenVexReader::identified)
                .orElseGet(() -> identified(value.need("@id")));
    }

    private static Product identified(JsonValue text) {
        return Product.of(text.string())
                .orElseThrow(() -> text.refused(Kind.VALUE, "a package URL, a CPE name or an IRI"));
    }
}
