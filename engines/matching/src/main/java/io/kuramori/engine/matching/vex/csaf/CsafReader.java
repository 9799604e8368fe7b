package io.kuramori.engine.matching.vex.csaf;

import io.kuramori.engine.matching.document.JsonValue;
import io.kuramori.engine.matching.document.Problem.Kind;
import io.kuramori.engine.matching.document.Problems;
import io.kuramori.engine.matching.document.Refused;
import io.kuramori.engine.matching.vex.Justification;
import io.kuramori.engine.matching.vex.Statement;
import io.kuramori.engine.matching.vex.Statements;
import io.kuramori.engine.matching.vex.Status;
import io.kuramori.engine.matching.vex.Vex;
import io.kuramori.engine.matching.vex.csaf.ProductTree.Target;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads the product statuses of CSAF. Every status is read from any profile; `recommended` and `unknown` state
/// nothing. The profile VEX asks for a reason why a product is not affected, so there one without is left out. The
/// author is the publisher; the time is that of the current release, at which everything in it was said anew.
public final class CsafReader {

    private static final String VEX = "csaf_vex";

    private final String file;
    private final Statements statements;
    private final boolean vex;
    private final String author;
    private final Optional<Instant> time;
    private final ProductTree products;

    private CsafReader(JsonValue root, String file, Problems problems) {
        this.file = file;
        statements = new Statements(problems);
        JsonValue document = root.need("document");
        vex = document.text("category").filter(VEX::equals).isPresent();
        author = document.get("publisher")
                .flatMap(publisher -> publisher.text("name"))
                .orElse("");
        time = document.get("tracking").flatMap(tracking -> tracking.time("current_release_date"));
        products = ProductTree.of(root.get("product_tree"), statements);
    }

    /// @throws Refused when it is another document
    public static Vex read(JsonValue root, String file, Problems problems) {
        JsonValue version = root.need("document").need("csaf_version");
        if (!List.of("2.0", "2.1").contains(version.string())) {
            throw version.refused(Kind.VERSION, "2.0 or 2.1");
        }
        List<JsonValue> vulnerabilities = root.need("vulnerabilities").elements();
        CsafReader reader = new CsafReader(root, file, problems);
        reader.statements.each(vulnerabilities, reader::vulnerability);
        return reader.statements.of("CSAF " + version.string());
    }

    private void vulnerability(JsonValue value) {
        Set<String> ids = new LinkedHashSet<>();
        value.text("cve").ifPresent(ids::add);
        value.list("ids").forEach(id -> ids.add(id.needText("text")));
        Optional<JsonValue> groups = value.get("product_status");
        if (groups.isEmpty()) {
            return;
        }
        if (ids.isEmpty()) {
            throw value.refused(Kind.MISSING, "a \"cve\" or \"ids\"");
        }
        List<String> all = new ArrayList<>(ids);
        Reasons reasons = new Reasons(value, products);
        for (String group : List.of(
                "known_not_affected",
                "known_affected",
                "first_affected",
                "last_affected",
                "fixed",
                "first_fixed",
                "under_investigation")) {
            statements.each(groups.get().list(group), product -> {
                Target target = products.target(product);
                statements.add(
                        new Statement(
                                all.getFirst(),
                                all.subList(1, all.size()),
                                target.product(),
                                target.part(),
                                status(group, product, reasons),
                                author,
                                time,
                                file,
                                product.pointer()),
                        product);
            });
        }
    }

    private Status status(String group, JsonValue product, Reasons reasons) {
        String id = product.string();
        return switch (group) {
            case "known_not_affected" -> notAffected(product, reasons);
            case "known_affected", "first_affected", "last_affected" ->
                new Status.Affected(reasons.words("remediations", id));
            case "fixed", "first_fixed" -> new Status.Fixed();
            default -> new Status.UnderInvestigation();
        };
    }

    private Status notAffected(JsonValue product, Reasons reasons) {
        Optional<Justification> justification = reasons.flag(product.string());
        String words = reasons.words("threats", product.string());
        if (vex && justification.isEmpty() && words.isEmpty()) {
            throw product.refused(Kind.MISSING, "a flag or an impact for a product known not to be affected");
        }
        return new Status.NotAffected(justification, words);
    }
}
