package io.kuramori.engine.matching.nvd;

import io.kuramori.engine.matching.Applicability;
import io.kuramori.engine.matching.Bounds;
import io.kuramori.engine.matching.cpe.Cpe;
import io.kuramori.engine.matching.json.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Configurations as NVD writes them and CVE records took over (`cpeApplicability`): configurations of nodes of names,
/// each level with an operator and a negation.
public final class Configurations {

    private Configurations() {}

    /// @param configurations the elements of the array
    public static List<Applicability> read(List<Node> configurations) {
        return configurations.stream().map(Configurations::configuration).toList();
    }

    private static Applicability configuration(Node node) {
        return group(node, node.list("nodes").stream().map(Configurations::node).toList());
    }

    private static Applicability node(Node node) {
        List<Applicability> parts = new ArrayList<>();
        node.list("cpeMatch").forEach(match -> parts.add(criterion(match)));
        node.list("children").forEach(child -> parts.add(node(child)));
        return group(node, parts);
    }

    /// Without an operator the parts are alternatives, as NVD means it.
    private static Applicability group(Node node, List<Applicability> parts) {
        String operator = node.text("operator").orElse("OR");
        Applicability group = switch (operator.toUpperCase(Locale.ROOT)) {
            case "AND" -> new Applicability.All(parts);
            case "OR" -> parts.size() == 1 ? parts.getFirst() : new Applicability.Any(parts);
            default -> throw node.need("operator").refused("AND or OR");
        };
        return node.flag("negate") ? new Applicability.Not(group) : group;
    }

    private static Applicability criterion(Node match) {
        Node criteria = match.need("criteria");
        Cpe name = switch (Cpe.parse(criteria.text())) {
            case Cpe.Read(Cpe cpe) -> cpe;
            case Cpe.Malformed(String text, String expected) -> throw criteria.refused(expected);
        };
        String from = match.text("versionStartIncluding").orElse(null);
        String after = match.text("versionStartExcluding").orElse(null);
        String to = match.text("versionEndIncluding").orElse(null);
        String before = match.text("versionEndExcluding").orElse(null);
        Bounds bounds = new Bounds(
                from == null ? after : from, from != null || after == null, to == null ? before : to, to != null);
        return new Applicability.Criterion(name, bounds, match.flag("vulnerable"));
    }
}
