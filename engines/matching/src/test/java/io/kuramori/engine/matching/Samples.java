package io.kuramori.engine.matching;

import io.kuramori.engine.matching.Applicability.Criterion;
import io.kuramori.engine.matching.NaiveEvaluator.Thing;
import io.kuramori.engine.matching.cpe.Cpe;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// Random advisories and components of few names and versions, so that most of them meet; the same for the same seed.
final class Samples {

    private static final List<Status> STATUSES = List.of(Status.values());

    private final Random random;

    Samples(long seed) {
        random = new Random(seed);
    }

    Advisory advisory(String id) {
        AdvisoryDraft draft = new AdvisoryDraft(id, "test");
        if (random.nextInt(20) == 0) {
            draft.withdrawn(Optional.of(Instant.EPOCH));
        }
        if (random.nextInt(3) == 0) {
            draft.affected(AffectedPackage.ofOsv(
                    "npm", name(), List.of(range()), random.nextInt(4) == 0 ? List.of(version()) : List.of()));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            draft.product(product());
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            draft.applicable(List.of(node(2)));
        }
        return draft.done();
    }

    private Range range() {
        List<Event> events = new ArrayList<>();
        String start = version();
        events.add(new Event.Introduced(random.nextInt(3) == 0 ? "0" : start));
        if (random.nextInt(3) > 0) {
            String end = version();
            if (NaiveEvaluator.compare(start, end) < 0) {
                events.add(new Event.Fixed(end));
            }
        }
        return new Range(Range.Kind.SEMVER, events);
    }

    private AffectedProduct product() {
        List<Identifier> names = new ArrayList<>();
        switch (random.nextInt(3)) {
            case 0 -> names.add(new Identifier.OfPackage(new PackageKey("npm", name())));
            case 1 -> names.add(new Identifier.OfCpe(cpe(part(), null)));
            default -> names.add(new Identifier.OfName("acme", name()));
        }
        if (random.nextInt(4) == 0) {
            names.add(new Identifier.OfName("acme", name()));
        }
        List<VersionRow> rows = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            VersionSet versions = switch (random.nextInt(8)) {
                case 0 -> new VersionSet.Every();
                case 1, 2 -> new VersionSet.Exactly(version());
                case 3 -> new VersionSet.Unread("the blue one");
                default -> new VersionSet.Between(bounds());
            };
            List<VersionRow.Change> changes =
                    random.nextInt(3) == 0 ? List.of(new VersionRow.Change(version(), status())) : List.of();
            rows.add(new VersionRow(versions, random.nextBoolean() ? "semver" : "custom", status(), changes));
        }
        return new AffectedProduct(names, rows, status());
    }

    private Applicability node(int depth) {
        int kind = depth == 0 ? 5 : random.nextInt(8);
        if (kind >= 4) {
            boolean named = random.nextInt(3) == 0;
            return new Criterion(
                    cpe(part(), named ? version() : null), named ? Bounds.ALL : bounds(), random.nextInt(3) > 0);
        }
        List<Applicability> parts = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            parts.add(node(depth - 1));
        }
        return switch (kind) {
            case 0 -> new Applicability.Not(new Applicability.Any(parts));
            case 1 -> new Applicability.Any(parts);
            default -> new Applicability.All(parts);
        };
    }

    private Bounds bounds() {
        return new Bounds(
                random.nextInt(3) == 0 ? null : version(),
                random.nextBoolean(),
                random.nextInt(3) == 0 ? null : version(),
                random.nextBoolean());
    }

    Thing thing() {
        String version = random.nextInt(6) == 0 ? null : version();
        int kind = random.nextInt(3);
        return new Thing(kind == 1 ? null : name(), kind == 0 ? null : cpe(part(), version), version);
    }

    static Component component(Thing thing, String name) {
        String version = thing.version();
        String purl = thing.packageName() == null
                ? null
                : "pkg:npm/" + thing.packageName() + (version == null ? "" : "@" + version);
        return new Component(purl, thing.cpe() == null ? null : thing.cpe().toString(), name, version, null);
    }

    private Cpe cpe(String part, @Nullable String version) {
        String software = switch (random.nextInt(6)) {
            case 0 -> "press";
            case 1 -> "node";
            default -> "*";
        };
        String text = "cpe:2.3:" + part + ":acme:" + name() + ":" + (version == null ? "*" : version) + ":*:*:*:*:"
                + software + ":*:*";
        return ((Cpe.Read) Cpe.parse(text)).cpe();
    }

    private String part() {
        return random.nextInt(3) == 0 ? "o" : "a";
    }

    private String name() {
        return List.of("vault", "gate", "night", "moat").get(random.nextInt(4));
    }

    private String version() {
        return (1 + random.nextInt(3)) + "." + random.nextInt(4);
    }

    private Status status() {
        return STATUSES.get(random.nextInt(STATUSES.size()));
    }
}
