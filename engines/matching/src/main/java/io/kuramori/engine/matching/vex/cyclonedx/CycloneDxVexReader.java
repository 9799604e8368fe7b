package io.kuramori.engine.matching.vex.cyclonedx;

import io.kuramori.engine.matching.document.JsonValue;
import io.kuramori.engine.matching.document.Problem.Kind;
import io.kuramori.engine.matching.document.Problems;
import io.kuramori.engine.matching.document.Refused;
import io.kuramori.engine.matching.vex.Justification;
import io.kuramori.engine.matching.vex.Statement;
import io.kuramori.engine.matching.vex.Statements;
import io.kuramori.engine.matching.vex.Status;
import io.kuramori.engine.matching.vex.Vex;
import io.kuramori.engine.matching.vex.cyclonedx.Elements.Target;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Reads the analyses of a CycloneDX document. A vulnerability without a state says nothing and is passed over; the ids
/// among its references are aliases.
public final class CycloneDxVexReader {

    private static final List<String> VERSIONS = List.of("1.4", "1.5", "1.6", "1.7");

    private final String file;
    private final Statements statements;
    private final Elements elements;
    private final String author;
    private final Optional<Instant> time;

    private CycloneDxVexReader(JsonValue root, String file, Problems problems) {
        this.file = file;
        statements = new Statements(problems);
        elements = Elements.of(root, statements);
        Optional<JsonValue> metadata = root.get("metadata");
        author = metadata.map(CycloneDxVexReader::author).orElse("");
        time = metadata.flatMap(value -> value.time("timestamp"));
    }

    /// @throws Refused when it is another document
    public static Vex read(JsonValue root, String file, Problems problems) {
        JsonValue format = root.need("bomFormat");
        if (!format.string().equals("CycloneDX")) {
            throw format.refused(Kind.FORMAT, "CycloneDX");
        }
        JsonValue version = root.need("specVersion");
        if (!VERSIONS.contains(version.string())) {
            throw version.refused(Kind.VERSION, "1.4 to 1.7");
        }
        List<JsonValue> vulnerabilities = root.need("vulnerabilities").elements();
        CycloneDxVexReader reader = new CycloneDxVexReader(root, file, problems);
        reader.statements.each(vulnerabilities, reader::vulnerability);
        return reader.statements.of("CycloneDX " + version.string());
    }

    private static String author(JsonValue metadata) {
        return Stream.concat(
                        metadata.list("authors").stream(),
                        Stream.of("supplier", "manufacturer", "manufacture")
                                .flatMap(name -> metadata.get(name).stream()))
                .flatMap(who -> who.text("name").stream())
                .findFirst()
                .orElse("");
    }

    private void vulnerability(JsonValue value) {
        Optional<JsonValue> analysis =
                value.get("analysis").filter(all -> all.get("state").isPresent());
        if (analysis.isEmpty()) {
            return;
        }
        String id = value.needText("id");
        Set<String> aliases = new LinkedHashSet<>();
        value.list("references").forEach(reference -> aliases.add(reference.needText("id")));
        aliases.remove(id);
        Status status = status(value, analysis.get());
        Optional<Instant> said = analysis.get()
                .time("lastUpdated")
                .or(() -> analysis.get().time("firstIssued"))
                .or(() -> time);
        List<JsonValue> affects = value.need("affects").elements();
        if (affects.isEmpty()) {
            throw value.refused(Kind.MISSING, "a product in \"affects\"");
        }
        statements.each(affects, affected -> {
            Target target = elements.target(affected.need("ref"));
            for (Target each : releases(affected, target, status)) {
                statements.add(
                        new Statement(
                                id,
                                List.copyOf(aliases),
                                each.product(),
                                each.part(),
                                status,
                                author,
                                said,
                                file,
                                affected.pointer()),
                        affected);
            }
        });
    }

    /// The versions an analysis is about, when it lists some. Those called unaffected are not what an analysis of
    /// something exploitable or in triage is about. Ranges are not compared, so they are told.
    private List<Target> releases(JsonValue affected, Target target, Status status) {
        List<JsonValue> versions = affected.list("versions");
        if (versions.isEmpty()) {
            return List.of(target);
        }
        Set<Target> targets = new LinkedHashSet<>();
        statements.each(versions, version -> {
            boolean unaffected =
                    version.text("status").filter("unaffected"::equals).isPresent();
            if (unaffected && !status.settles()) {
                return;
            }
            JsonValue exact = version.get("version")
                    .orElseThrow(() -> version.refused(Kind.VALUE, "single versions; ranges are not compared"));
            targets.add(target.release(exact.string())
                    .orElseThrow(() -> exact.refused(Kind.VALUE, "a version of what the ref names")));
        });
        return List.copyOf(targets);
    }

    private static Status status(JsonValue vulnerability, JsonValue analysis) {
        JsonValue state = analysis.need("state");
        String detail = analysis.text("detail").orElse("");
        return switch (state.string()) {
            case "not_affected" -> new Status.NotAffected(justification(analysis), detail);
            case "false_positive" ->
                new Status.NotAffected(justification(analysis), detail.isEmpty() ? "false positive" : detail);
            case "exploitable" -> new Status.Affected(action(vulnerability, analysis, detail));
            case "resolved", "resolved_with_pedigree" -> new Status.Fixed();
            case "in_triage" -> new Status.UnderInvestigation();
            default ->
                throw state.refused(
                        Kind.VALUE,
                        "resolved, resolved_with_pedigree, exploitable, in_triage, false_positive or not_affected");
        };
    }

    private static Optional<Justification> justification(JsonValue analysis) {
        return analysis.get("justification")
                .map(word -> Justification.ofCycloneDx(word.string())
                        .orElseThrow(() -> word.refused(Kind.VALUE, "a justification of CycloneDX")));
    }

    private static String action(JsonValue vulnerability, JsonValue analysis, String detail) {
        return detail.isEmpty()
                ? vulnerability.text("recommendation").orElseGet(() -> String.join(", ", analysis.strings("response")))
                : detail;
    }
}
