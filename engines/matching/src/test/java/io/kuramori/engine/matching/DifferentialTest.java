package io.kuramori.engine.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuramori.engine.matching.Applicability.Criterion;
import io.kuramori.engine.matching.NaiveEvaluator.Thing;
import io.kuramori.engine.matching.NaiveEvaluator.Word;
import io.kuramori.engine.matching.cpe.Cpe;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Over a million random pairs of component and advisory, in both directions and in environments, against an evaluator
/// that follows the words of the specifications.
final class DifferentialTest {

    private static final long SEED = 20261124;
    private static final int ROUNDS = 21;
    private static final int ADVISORIES = 500;
    private static final int COMPONENTS = 100;

    private static final List<Status> STATUSES = List.of(Status.values());

    private final Random random = new Random(SEED);

    @Test
    void agreesWithTheNaiveEvaluatorBothWays() {
        long pairs = 0;
        for (int round = 0; round < ROUNDS; round++) {
            List<Advisory> advisories = new ArrayList<>();
            for (int i = 0; i < ADVISORIES; i++) {
                advisories.add(advisory("T-" + i));
            }
            Map<Component, Thing> things = new HashMap<>();
            List<Component> components = new ArrayList<>();
            for (int i = 0; i < COMPONENTS; i++) {
                Thing thing = thing();
                Component component = component(thing, "c" + i);
                components.add(component);
                things.put(component, thing);
            }
            pairs += compare(advisories, components, things);
            environments(advisories, components, things);
        }
        assertThat(pairs).isGreaterThanOrEqualTo(1_000_000);
    }

    private long compare(List<Advisory> advisories, List<Component> components, Map<Component, Thing> things) {
        Matcher matcher = new Matcher(AdvisoryIndex.of(advisories));
        Map<Component, Map<String, Answer>> forward = new HashMap<>();
        for (Component component : components) {
            forward.put(component, byAdvisory(matcher.match(component)));
        }
        ComponentIndex index = ComponentIndex.of(components);
        long pairs = 0;
        for (Advisory advisory : advisories) {
            Map<Component, Answer> backward = new HashMap<>();
            Matcher.match(advisory, index)
                    .forEach(answer -> backward.put(answer.match().component(), answer));
            for (Component component : components) {
                Thing thing = Objects.requireNonNull(things.get(component));
                Answer there = Objects.requireNonNull(forward.get(component)).get(advisory.id());
                if (!Objects.equals(backward.get(component), there)) {
                    assertThat(backward.get(component)).isEqualTo(there);
                }
                same(NaiveEvaluator.answer(advisory, thing, List.of(thing)), there, advisory, List.of(thing));
                pairs++;
            }
        }
        return pairs;
    }

    /// Threes of components installed together, from all over the list.
    private void environments(List<Advisory> advisories, List<Component> components, Map<Component, Thing> things) {
        Matcher matcher = new Matcher(AdvisoryIndex.of(advisories));
        for (int i = 0; i + 3 <= components.size(); i += 9) {
            List<Component> together = components.subList(i, i + 3);
            List<Thing> environment = together.stream()
                    .map(component -> Objects.requireNonNull(things.get(component)))
                    .toList();
            List<Matches> matches = matcher.match(Environment.of(together));
            for (int j = 0; j < 3; j++) {
                Map<String, Answer> answers = byAdvisory(matches.get(j));
                for (Advisory advisory : advisories.subList(0, 100)) {
                    Word word = NaiveEvaluator.answer(advisory, environment.get(j), environment);
                    same(word, answers.get(advisory.id()), advisory, environment);
                }
            }
        }
    }

    private static Map<String, Answer> byAdvisory(Matches matches) {
        Map<String, Answer> answers = new HashMap<>();
        if (matches instanceof Matches.Evaluated(Component c, List<Answer> found)) {
            found.forEach(answer -> answers.put(answer.match().advisoryId(), answer));
        }
        return answers;
    }

    private static void same(@Nullable Word word, @Nullable Answer answer, Advisory advisory, List<Thing> environment) {
        boolean same = word == null
                ? answer == null
                : answer != null
                        && switch (answer) {
                            case Answer.Affected ignored -> Boolean.TRUE.equals(word.affected());
                            case Answer.NotAffected ignored -> Boolean.FALSE.equals(word.affected());
                            case Answer.Indeterminate ignored -> word.affected() == null;
                        };
        if (!same) {
            assertThat(String.valueOf(answer))
                    .as("seed %d: %s over %s", SEED, advisory, environment)
                    .isEqualTo(String.valueOf(word));
        }
    }

    private Advisory advisory(String id) {
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

    private Thing thing() {
        String version = random.nextInt(6) == 0 ? null : version();
        int kind = random.nextInt(3);
        return new Thing(kind == 1 ? null : name(), kind == 0 ? null : cpe(part(), version), version);
    }

    private static Component component(Thing thing, String name) {
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
