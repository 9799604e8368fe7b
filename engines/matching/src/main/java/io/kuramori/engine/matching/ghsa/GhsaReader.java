package io.kuramori.engine.matching.ghsa;

import io.kuramori.engine.matching.AdvisoryDraft;
import io.kuramori.engine.matching.AdvisoryReader;
import io.kuramori.engine.matching.AdvisoryResult;
import io.kuramori.engine.matching.AffectedPackage;
import io.kuramori.engine.matching.AffectedProduct;
import io.kuramori.engine.matching.Identifier;
import io.kuramori.engine.matching.PackageKey;
import io.kuramori.engine.matching.Status;
import io.kuramori.engine.matching.VersionRow;
import io.kuramori.engine.matching.VersionSet;
import io.kuramori.engine.matching.json.Dates;
import io.kuramori.engine.matching.json.JsonRecords;
import io.kuramori.engine.matching.json.Node;
import io.kuramori.engine.matching.words.Comparators;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Reads GitHub advisories in its own form: one object, or an array of them, with the names of its REST interface or of
/// its GraphQL one. (Its repository of advisories is in the Open Source Vulnerability format.)
public final class GhsaReader implements AdvisoryReader {

    private static final int MAX_RECORD = 64 << 20;

    private final String source;

    /// @param source whose word the advisories are, such as `ghsa`
    public GhsaReader(String source) {
        this.source = source;
    }

    @Override
    public void read(InputStream document, Consumer<AdvisoryResult> into) {
        try {
            BufferedInputStream input = new BufferedInputStream(document);
            input.mark(256);
            String head = new String(input.readNBytes(128), java.nio.charset.StandardCharsets.UTF_8);
            input.reset();
            if (head.stripLeading().startsWith("[")) {
                JsonRecords.each(input, "", this::record, into);
            } else {
                JsonRecords.one(input.readNBytes(MAX_RECORD), this::record, into);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<AdvisoryResult> record(Node record) {
        String id = either(record, "ghsa_id", "ghsaId").orElseThrow(() -> record.refused("an object with \"ghsa_id\""));
        if (id.isBlank()) {
            throw record.refused("a GHSA id");
        }
        AdvisoryDraft draft = new AdvisoryDraft(id, source)
                .summary(record.text("summary").orElse(""))
                .details(record.text("description").orElse(null))
                .label(record.text("severity").orElse(null))
                .modified(Dates.at(record, "updated_at").or(() -> Dates.at(record, "updatedAt")))
                .withdrawn(Dates.at(record, "withdrawn_at").or(() -> Dates.at(record, "withdrawnAt")));
        either(record, "cve_id", "cveId").ifPresent(draft::alias);
        record.list("identifiers")
                .forEach(identifier -> identifier.text("value").ifPresent(draft::alias));
        vectors(record, draft);
        packages(record, draft);
        return List.of(new AdvisoryResult.Accepted(draft.done()));
    }

    private static void vectors(Node record, AdvisoryDraft draft) {
        Optional<Node> all = record.get("cvss_severities").or(() -> record.get("cvssSeverities"));
        List<Node> scores = new ArrayList<>();
        all.ifPresent(severities ->
                severities.names().forEach(name -> severities.get(name).ifPresent(scores::add)));
        record.get("cvss").ifPresent(scores::add);
        scores.forEach(score -> either(score, "vector_string", "vectorString").ifPresent(draft::vector));
    }

    /// The rows of one package make one product.
    private static void packages(Node record, AdvisoryDraft draft) {
        Map<PackageKey, List<VersionRow>> rows = new LinkedHashMap<>();
        List<Node> entries = new ArrayList<>(record.list("vulnerabilities"));
        record.get("securityVulnerabilities")
                .filter(Node::isObject)
                .ifPresent(connection -> entries.addAll(connection.list("nodes")));
        for (Node entry : entries) {
            Node named = entry.need("package");
            AffectedPackage known = AffectedPackage.ofOsv(
                    ecosystem(named.needText("ecosystem")), named.needText("name"), List.of(), List.of());
            if (known.key().isEmpty()) {
                draft.affected(known);
            } else {
                rows.computeIfAbsent(known.key().get(), key -> new ArrayList<>())
                        .addAll(rows(entry));
            }
        }
        rows.forEach((key, found) ->
                draft.product(new AffectedProduct(List.of(new Identifier.OfPackage(key)), found, Status.NOT_AFFECTED)));
    }

    private static List<VersionRow> rows(Node entry) {
        String range = either(entry, "vulnerable_version_range", "vulnerableVersionRange")
                .orElse("");
        return Comparators.read(range).orElse(List.of(new VersionSet.Unread(range))).stream()
                .map(versions -> new VersionRow(versions, Status.AFFECTED))
                .toList();
    }

    private static Optional<String> either(Node node, String one, String other) {
        return node.text(one).or(() -> node.text(other));
    }

    private static String ecosystem(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "pip" -> "PyPI";
            case "rust" -> "crates.io";
            case "composer" -> "Packagist";
            case "erlang" -> "Hex";
            case "actions" -> "GitHub Actions";
            case "go" -> "Go";
            case "maven" -> "Maven";
            case "npm" -> "npm";
            case "nuget" -> "NuGet";
            case "pub" -> "Pub";
            case "rubygems" -> "RubyGems";
            case "swift" -> "SwiftURL";
            default -> name;
        };
    }
}
