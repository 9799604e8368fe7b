package io.kuramori.engine.matching.csaf;

import io.kuramori.engine.matching.AdvisoryDraft;
import io.kuramori.engine.matching.AdvisoryReader;
import io.kuramori.engine.matching.AdvisoryResult;
import io.kuramori.engine.matching.json.Dates;
import io.kuramori.engine.matching.json.JsonRecords;
import io.kuramori.engine.matching.json.Node;
import io.kuramori.engine.matching.json.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Reads a CSAF 2.0 document: each of its vulnerabilities is an advisory, about the products of its product tree. A
/// document whose tree cannot be read is refused whole; a vulnerability that cannot be read is refused alone.
public final class CsafReader implements AdvisoryReader {

    private static final int MAX_DOCUMENT = 64 << 20;

    private final String source;

    /// @param source whose word the advisories are, such as `csaf`
    public CsafReader(String source) {
        this.source = source;
    }

    @Override
    public void read(InputStream document, Consumer<AdvisoryResult> into) {
        try {
            byte[] bytes = document.readNBytes(MAX_DOCUMENT + 1);
            if (bytes.length > MAX_DOCUMENT) {
                into.accept(new AdvisoryResult.Rejected("", 1, 1, "a document of at most " + MAX_DOCUMENT + " bytes"));
            } else {
                JsonRecords.one(bytes, this::vulnerabilities, into);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<AdvisoryResult> vulnerabilities(Node root) {
        Node document = root.need("document");
        Node tracking = document.need("tracking");
        String name = tracking.needText("id");
        Optional<Instant> modified = Dates.at(tracking, "current_release_date");
        boolean withdrawn =
                document.text("category").filter("csaf_withdrawn"::equals).isPresent();
        ProductTree tree = ProductTree.read(root.get("product_tree"));
        List<AdvisoryResult> results = new ArrayList<>();
        List<Node> vulnerabilities = root.list("vulnerabilities");
        for (int i = 0; i < vulnerabilities.size(); i++) {
            try {
                Node node = vulnerabilities.get(i);
                AdvisoryDraft draft = new AdvisoryDraft(id(node, name + "#" + (i + 1)), source)
                        .related(name)
                        .modified(modified)
                        .withdrawn(withdrawn ? modified.or(() -> Optional.of(Instant.EPOCH)) : Optional.empty())
                        .summary(node.text("title")
                                .or(() -> document.text("title"))
                                .orElse(""))
                        .details(description(node));
                vulnerability(node, tree, draft);
                results.add(new AdvisoryResult.Accepted(draft.done()));
            } catch (Refused e) {
                results.add(new AdvisoryResult.Rejected(e.pointer(), e.line(), e.column(), e.expected()));
            }
        }
        return results;
    }

    /// The CVE, else the first id any system gave it, else the document's.
    private static String id(Node node, String otherwise) {
        return node.text("cve")
                .or(() -> node.list("ids").stream().findFirst().map(id -> id.needText("text")))
                .filter(id -> !id.isBlank())
                .orElse(otherwise);
    }

    private static void vulnerability(Node node, ProductTree tree, AdvisoryDraft draft) {
        node.list("ids").stream()
                .filter(id -> id.needText("text").startsWith("GHSA-"))
                .forEach(id -> draft.alias(id.needText("text")));
        for (Node score : node.list("scores")) {
            for (String kind : List.of("cvss_v3", "cvss_v2")) {
                score.get(kind).flatMap(data -> data.text("vectorString")).ifPresent(draft::vector);
            }
        }
        // CSAF 2.1 puts scores elsewhere.
        for (Node metric : node.list("metrics")) {
            metric.get("content")
                    .ifPresent(content -> List.of("cvss_v4", "cvss_v3", "cvss_v2")
                            .forEach(kind -> content.get(kind)
                                    .flatMap(data -> data.text("vectorString"))
                                    .ifPresent(draft::vector)));
        }
        node.get("product_status").ifPresent(status -> tree.products(status).forEach(draft::product));
    }

    private static @org.jspecify.annotations.Nullable String description(Node node) {
        return node.list("notes").stream()
                .filter(note ->
                        note.text("category").filter("description"::equals).isPresent())
                .flatMap(note -> note.text("text").stream())
                .findFirst()
                .orElse(null);
    }
}
