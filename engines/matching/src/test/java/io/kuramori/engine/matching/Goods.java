package io.kuramori.engine.matching;

import io.kuramori.engine.matching.Applicability.Criterion;
import io.kuramori.engine.matching.cpe.Cpe;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// Random advisories and components of few products and vendors, each written in more than one way, most of the
/// advisories as simple as real ones are; the same for the same seed.
final class Goods {

    private static final List<String> VENDORS = List.of("acme", "acme_corp", "acme-corp", "*", "a\\&b");
    private static final List<String> PRODUCTS = List.of("node\\.js", "node_js", "vault", "vault", "*");
    private static final List<String> PARTS = List.of("a", "a", "a", "o", "h", "*", "-");
    private static final List<String> VERSIONS = List.of(
            "1.0", "1.0.0", "1.0-rc1", "1.0a", "1.0-a", "1.1", "1.2.3", "2", "2.0-beta", "blue", "1.1-ga", "2.0_x");
    private static final List<String> UPDATES = List.of("*", "*", "*", "-", "u1");
    private static final List<String> SOFTWARE = List.of("*", "*", "*", "*", "press", "-");
    private static final List<String> SCHEMES = List.of("", "", "semver", "custom", "maven", "rpm");

    private final Random random;

    Goods(long seed) {
        random = new Random(seed);
    }

    List<Advisory> advisories(int count) {
        List<Advisory> advisories = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            advisories.add(advisory("G-" + i));
        }
        return advisories;
    }

    private Advisory advisory(String id) {
        AdvisoryDraft draft = new AdvisoryDraft(id, "test");
        if (random.nextInt(30) == 0) {
            draft.withdrawn(Optional.of(Instant.EPOCH));
        }
        if (random.nextInt(6) == 0) {
            draft.affected(AffectedPackage.ofOsv("npm", "vault", List.of(), List.of(of(VERSIONS))));
        }
        if (random.nextBoolean()) {
            List<Applicability> nodes = new ArrayList<>();
            for (int i = random.nextInt(3); i >= 0; i--) {
                nodes.add(node(1));
            }
            draft.applicable(nodes);
        }
        if (random.nextInt(3) > 0) {
            for (int i = random.nextInt(2); i >= 0; i--) {
                draft.product(product());
            }
        }
        return draft.done();
    }

    private Applicability node(int depth) {
        if (depth == 0 || random.nextInt(4) > 0) {
            boolean bounded = random.nextBoolean();
            String version =
                    bounded ? of(List.of("*", "*", "*", "-", "1.0")) : random.nextInt(4) == 0 ? "*" : of(VERSIONS);
            return new Criterion(cpe(version), bounded ? bounds() : Bounds.ALL, random.nextInt(8) > 0);
        }
        List<Applicability> parts = List.of(node(depth - 1), node(depth - 1));
        return switch (random.nextInt(6)) {
            case 0 -> new Applicability.Not(parts.getFirst());
            case 1 -> new Applicability.All(parts);
            default -> new Applicability.Any(parts);
        };
    }

    private AffectedProduct product() {
        List<Identifier> names = new ArrayList<>();
        names.add(
                new Identifier.OfName(of(List.of("Acme", "ACME Corp", "acme-corp")), of(List.of("Node.js", "Vault"))));
        if (random.nextInt(5) == 0) {
            names.add(new Identifier.OfCpe(cpe("*")));
        }
        if (random.nextInt(8) == 0) {
            names.add(new Identifier.OfPackage(new PackageKey("npm", "vault")));
        }
        List<VersionRow> rows = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            VersionSet versions = switch (random.nextInt(8)) {
                case 0 -> new VersionSet.Every();
                case 1, 2, 3 -> new VersionSet.Exactly(of(VERSIONS));
                default -> new VersionSet.Between(bounds());
            };
            rows.add(new VersionRow(
                    versions,
                    of(SCHEMES),
                    status(),
                    random.nextInt(8) == 0 ? List.of(new VersionRow.Change(of(VERSIONS), status())) : List.of()));
        }
        return new AffectedProduct(names, rows, random.nextInt(4) == 0 ? status() : Status.NOT_AFFECTED);
    }

    private Status status() {
        return random.nextInt(3) > 0 ? Status.AFFECTED : of(List.of(Status.values()));
    }

    private Bounds bounds() {
        return new Bounds(
                random.nextInt(3) == 0 ? null : of(VERSIONS),
                random.nextBoolean(),
                random.nextInt(4) == 0 ? null : of(VERSIONS),
                random.nextBoolean());
    }

    Component component() {
        String version = random.nextInt(8) == 0 ? null : of(VERSIONS);
        String purl = random.nextInt(3) == 0 ? "pkg:npm/vault" + (version == null ? "" : "@" + version) : null;
        if (random.nextInt(3) == 0) {
            return new Component(
                    purl, null, of(List.of("Node.js", "vault")), version, of(List.of("Acme", "acme corp")));
        }
        String named = version == null || random.nextInt(3) == 0 ? of(List.of("*", "-")) : version;
        List<String> others = new ArrayList<>();
        while (random.nextInt(3) == 0) {
            others.add(cpe(of(List.of("*", "-", named))).toString());
        }
        return new Component(purl, cpe(named).toString(), "c", version, null, others);
    }

    private Cpe cpe(String version) {
        String text = "cpe:2.3:" + of(PARTS) + ":" + of(VENDORS) + ":" + of(PRODUCTS) + ":"
                + version.replace("-", version.equals("-") ? "-" : "\\-").replace(".", "\\.") + ":" + of(UPDATES)
                + ":*:*:*:" + of(SOFTWARE) + ":*:*";
        return ((Cpe.Read) Cpe.parse(text)).cpe();
    }

    private <T> T of(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
