package io.kuramori.engine.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuramori.engine.matching.version.Parse;
import io.kuramori.engine.matching.version.VersionKey;
import io.kuramori.engine.matching.version.VersionOrder;
import io.kuramori.engine.matching.version.semver.SemverOrder;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A range's events as words: `i` introduced, `f` fixed, `a` last affected, `l` limit, each with its version.
final class CompiledRangeTest {

    private static final VersionOrder<VersionKey> ORDER = SemverOrder.INSTANCE;

    private static CompiledRange<VersionKey> range(String words) {
        List<Event> events = Stream.of(words.split(" ", -1))
                .<Event>map(word -> {
                    String version = word.substring(1);
                    return switch (word.charAt(0)) {
                        case 'i' -> new Event.Introduced(version);
                        case 'f' -> new Event.Fixed(version);
                        case 'a' -> new Event.LastAffected(version);
                        default -> new Event.Limit(version);
                    };
                })
                .toList();
        return CompiledRange.of(new Range(Range.Kind.SEMVER, events), ORDER);
    }

    private static String words(Interval interval) {
        return interval.introduced()
                + interval.end()
                        .map(end -> switch (end) {
                            case Event.Fixed(String version) -> " f" + version;
                            case Event.LastAffected(String version) -> " a" + version;
                            case Event.Limit(String version) -> " l" + version;
                            case Event.Introduced(String version) -> " i" + version;
                        })
                        .orElse("");
    }

    private static VersionKey key(String version) {
        return ((Parse.Parsed<VersionKey>) ORDER.parse(version)).key();
    }

    @ParameterizedTest
    @CsvSource({
        "i0 f2.0.0,                     1.0.0, 0 f2.0.0",
        "i0 f2.0.0,                     2.0.0, none",
        "i0,                            9.0.0, 0",
        "i1.0.0 f2.0.0,                 0.9.0, none",
        "i1.0.0 f2.0.0,                 1.0.0, 1.0.0 f2.0.0",
        "i1.0.0 i1.5.0 f2.0.0,          1.7.0, 1.0.0 f2.0.0",
        "i1.0.0 i1.5.0 f2.0.0,          1.2.0, 1.0.0 f2.0.0",
        "i1.0.0 f2.0.0 i3.0.0,          3.0.0, 3.0.0",
        "i1.0.0 a2.0.0,                 2.0.0, 1.0.0 a2.0.0",
        "i1.0.0 a2.0.0,                 2.0.1, none",
        "i1.0.0 f1.0.0,                 1.0.0, 1.0.0",
        "i1.0.0 a1.0.0,                 1.0.0, 1.0.0 a1.0.0",
        "i1.0.0 a1.0.0,                 1.0.1, none",
        "i2.0.0 a2.0.0 f2.0.0,          2.0.0, 2.0.0 a2.0.0",
        "i0 l2.0.0,                     1.0.0, 0 l2.0.0",
        "i0 l2.0.0,                     2.0.0, none",
        "i0 l2.0.0 l3.0.0,              2.5.0, 0 l3.0.0",
        "i0 l3.0.0 l2.0.0,              2.5.0, 0 l3.0.0",
        "i0 l3.0.0 l2.0.0,              3.0.0, none",
        "i0 l2.0.0 l*,                  5.0.0, 0",
        "i0 i0 f1.0.0,                  0.1.0, 0 f1.0.0",
        "f1.0.0 i0,                     0.1.0, 0 f1.0.0",
        "f1.0.0,                        1.0.0, none",
        "i2.0.0 i0.0.0 f1.0.0,          1.5.0, none",
        "i0 fnext,                      1.0.0, none",
    })
    void findsTheIntervalOfAVersion(String events, String version, String expected) {
        assertThat(range(events)
                        .find(key(version))
                        .map(CompiledRangeTest::words)
                        .orElse("none"))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "i0 f2.0.0,                     0 f2.0.0",
        "i1.0.0 i1.5.0 f2.0.0 f2.1.0,   1.0.0 f2.0.0",
        "i3.0.0 f2.0.0 i1.0.0,          1.0.0 f2.0.0 | 3.0.0",
        "i0 l2.0.0,                     0 l2.0.0",
        "i1.0.0 f2.0.0 l9.0.0 i3.0.0,   1.0.0 f2.0.0 | 3.0.0 l9.0.0",
        "f1.0.0,                        ''",
    })
    void listsTheIntervals(String events, String expected) {
        assertThat(range(events).intervals().stream()
                        .map(CompiledRangeTest::words)
                        .collect(Collectors.joining(" | ")))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "i0,             true",
        "i0 i1.0.0,      true",
        "i0 l*,          true",
        "i0.0.0,         false",
        "i0 f1.0.0,      false",
        "i0 a1.0.0,      false",
        "i0 l1.0.0,      false",
        "i1.0.0,         false",
        "l*,             false",
        "i0 fnext,       false",
    })
    void knowsWhenItHoldsEverything(String events, boolean expected) {
        assertThat(range(events).holdsEverything()).isEqualTo(expected);
    }

    @Test
    void tellsTheFirstVersionThatIsNone() {
        assertThat(range("i1.0.0 fnext alast").unreadable())
                .isEqualTo(Optional.of(new Reason.UnparsableAdvisoryVersion("next", ORDER.name())));
        assertThat(range("i1.0.0 lnever").unreadable()).isPresent();
        assertThat(range("i1.0.0 f2.0.0").unreadable()).isEmpty();
    }
}
