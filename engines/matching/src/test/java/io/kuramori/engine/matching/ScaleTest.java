package io.kuramori.engine.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuramori.engine.matching.version.pypi.PypiOrder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How versions of a row compare, and what a stretch of them holds.
final class ScaleTest {

    private static <K extends Comparable<K>> String compare(Scale<K> scale, String left, String right) {
        return scale.compare(scale.read(left), scale.read(right)).name();
    }

    @ParameterizedTest
    @CsvSource({
        "pypi,     1.0rc1,  1.0,      BEFORE",
        "python,   1.0rc1,  1.0,      BEFORE",
        "PEP440,   1.0.0,   1.0,      SAME",
        "pypi,     1.1,     1.0,      AFTER",
        "dpkg,     1.0~rc1, 1.0,      BEFORE",
        "debian,   2:1.0,   1:9.0,    AFTER",
        "deb,      1.0~rc1, 1.0,      BEFORE",
        "rubygems, 1.0.a,   1.0,      BEFORE",
        "' Semver ', 1.0.0-rc.1, 1.0.0, BEFORE",
        "semver,   1.2,     1.3,      BEFORE",
        "custom,   1.2,     1.3,      BEFORE",
        "custom,   1.3,     1.2,      AFTER",
        "custom,   Build 7, ' build 7', SAME",
        "custom,   winter,  summer,   UNKNOWN",
    })
    void comparesByWhatTheSourceStates(String scheme, String left, String right, String expected) {
        assertThat(compare(Scale.named(scheme), left, right)).isEqualTo(expected);
    }

    @Test
    void aStrictScaleReadsNothingLoosely() {
        assertThat(compare(Scale.strict(PypiOrder.INSTANCE), "1-x-2", "1-x-3")).isEqualTo("UNKNOWN");
        assertThat(compare(Scale.strict(PypiOrder.INSTANCE), "1-x-2", "1-X-2 ")).isEqualTo("SAME");
        assertThat(compare(Scale.strict(PypiOrder.INSTANCE), "1.0", "1.0.0")).isEqualTo("SAME");
        assertThat(compare(Scale.strict(PypiOrder.INSTANCE), "7", "1-x-2")).isEqualTo("UNKNOWN");
    }

    @Test
    void aPreferringScaleFallsBackToTheTexts() {
        assertThat(compare(Scale.preferring(PypiOrder.INSTANCE), "1.0rc1", "1.0"))
                .isEqualTo("BEFORE");
        assertThat(compare(Scale.preferring(PypiOrder.INSTANCE), "7", "8.0.x-y"))
                .isEqualTo("BEFORE");
        assertThat(compare(Scale.preferring(PypiOrder.INSTANCE), "8.0.x-y", "7"))
                .isEqualTo("AFTER");
    }

    private static <K extends Comparable<K>> Scale.Stretch<K> stretch(Scale<K> scale, Bounds bounds) {
        return scale.stretch(bounds);
    }

    private static <K extends Comparable<K>> Truth holds(Scale<K> scale, Bounds bounds, String version) {
        return stretch(scale, bounds).holds(scale.read(version));
    }

    @ParameterizedTest
    @CsvSource({
        "1.0, true,  2.0, false, 0.9, FALSE",
        "1.0, true,  2.0, false, 1.0, TRUE",
        "1.0, false, 2.0, false, 1.0, FALSE",
        "1.0, false, 2.0, false, 1.1, TRUE",
        "1.0, true,  2.0, false, 2.0, FALSE",
        "1.0, true,  2.0, true,  2.0, TRUE",
        "1.0, true,  2.0, true,  2.1, FALSE",
        "1.0, true,  2.0, true,  odd, UNKNOWN",
        "1.0, true,  two, true,  0.5, FALSE",
        "1.0, true,  two, true,  1.5, UNKNOWN",
        "one, true,  2.0, true,  1.5, UNKNOWN",
        "one, true,  2.0, true,  2.5, FALSE",
        ",    true,  2.0, false, 1.0, TRUE",
        "1.0, true,  ,    false, 9.0, TRUE",
        ",    true,  ,    false, odd, TRUE",
    })
    void aStretchHoldsWhatIsBetweenItsBounds(
            @Nullable String start,
            boolean startIncluded,
            @Nullable String end,
            boolean endIncluded,
            String version,
            Truth expected) {
        Bounds bounds = new Bounds(start, startIncluded, end, endIncluded);
        assertThat(holds(Scale.strict(PypiOrder.INSTANCE), bounds, version)).isEqualTo(expected);
    }

    private static <K extends Comparable<K>> String uncertain(
            Scale<K> scale, @Nullable String start, @Nullable String end, String version) {
        return stretch(scale, new Bounds(start, true, end, true)).uncertain(scale.read(version));
    }

    @Test
    void tellsTheBoundThatCouldNotBeCompared() {
        Scale<?> scale = Scale.strict(PypiOrder.INSTANCE);
        assertThat(uncertain(scale, "one", "2.0", "1.5")).isEqualTo("one");
        assertThat(uncertain(scale, "1.0", "two", "1.5")).isEqualTo("two");
        assertThat(uncertain(scale, null, "two", "1.5")).isEqualTo("two");
        assertThat(uncertain(scale, null, null, "1.5")).isEmpty();
    }

    @Test
    void boundsSayWhatTheyHold() {
        assertThat(Bounds.ALL.everything()).isTrue();
        assertThat(Bounds.before("1").everything()).isFalse();
        assertThat(Bounds.from("1").everything()).isFalse();
        assertThat(Bounds.before("1")).isEqualTo(new Bounds(null, true, "1", false));
        assertThat(Bounds.upTo("1")).isEqualTo(new Bounds(null, true, "1", true));
        assertThat(Bounds.from("1")).isEqualTo(new Bounds("1", true, null, false));
    }
}
