package io.kuramori.engine.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Random advisories over small versions, against an evaluator that follows the words of the OSV specification and
/// knows nothing of sorting or compiled keys.
final class RangePropertyTest {

    private static final long SEED = 20261123;
    private static final int ROUNDS = 20_000;

    @Test
    void agreesWithTheNaiveEvaluator() {
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            List<Range> ranges = new ArrayList<>();
            for (int i = random.nextInt(3); i >= 0; i--) {
                ranges.add(range(random));
            }
            List<String> named = random.nextInt(4) == 0 ? List.of(version(random)) : List.of();
            String version = version(random);
            Advisory advisory = new Advisory(
                    "T-1",
                    "test",
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    "",
                    null,
                    List.of(),
                    null,
                    List.of(AffectedPackage.ofOsv("npm", "a", ranges, named)));

            Matches matches =
                    new Matcher(AdvisoryIndex.of(List.of(advisory))).match(Component.ofPurl("pkg:npm/a@" + version));

            boolean affected = ((Matches.Evaluated) matches).answers().getFirst() instanceof Answer.Affected;
            assertThat(affected)
                    .as("seed %d round %d: %s in %s or %s", SEED, round, version, ranges, named)
                    .isEqualTo(named.contains(version) || ranges.stream().anyMatch(range -> holds(range, version)));
        }
    }

    private static Range range(Random random) {
        List<Event> events = new ArrayList<>();
        events.add(random.nextBoolean() ? new Event.Introduced("0") : new Event.Introduced(version(random)));
        for (int i = random.nextInt(5); i > 0; i--) {
            events.add(
                    switch (random.nextInt(5)) {
                        case 0 -> new Event.Introduced(version(random));
                        case 1, 2 -> new Event.Fixed(version(random));
                        case 3 -> new Event.LastAffected(version(random));
                        default -> new Event.Limit(version(random));
                    });
        }
        return new Range(Range.Kind.SEMVER, events);
    }

    private static String version(Random random) {
        return random.nextInt(3) + "." + random.nextInt(4) + ".0";
    }

    /// The last event at or before the version tells: found by looking at every event, never by sorting.
    private static boolean holds(Range range, String version) {
        List<Event> limits =
                range.events().stream().filter(Event.Limit.class::isInstance).toList();
        if (!limits.isEmpty() && limits.stream().noneMatch(limit -> compare(version, limit.version()) < 0)) {
            return false;
        }
        Event last = null;
        for (Event event : range.events()) {
            boolean reached = switch (event) {
                case Event.Introduced ignored -> compare(version, event.version()) >= 0;
                case Event.Fixed ignored -> compare(version, event.version()) >= 0;
                case Event.LastAffected ignored -> compare(version, event.version()) > 0;
                case Event.Limit ignored -> false;
            };
            if (reached && (last == null || later(event, last))) {
                last = event;
            }
        }
        return last instanceof Event.Introduced;
    }

    private static boolean later(Event event, Event than) {
        int order = compare(event.version(), than.version());
        return order > 0 || (order == 0 && rank(event) > rank(than));
    }

    private static int rank(Event event) {
        return event instanceof Event.Fixed ? 0 : event instanceof Event.Introduced ? 1 : 2;
    }

    private static int compare(String left, String right) {
        return Arrays.compare(numbers(left), numbers(right));
    }

    private static int[] numbers(String version) {
        return version.equals("0")
                ? new int[] {-1}
                : Arrays.stream(version.split("\\.", -1))
                        .mapToInt(Integer::parseInt)
                        .toArray();
    }
}
