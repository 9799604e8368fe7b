package io.kuramori.engine.matching.loose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LooseVersionTest {

    private static LooseVersion version(String text) {
        return Objects.requireNonNull(LooseVersion.read(text), text);
    }

    @ParameterizedTest
    @CsvSource({
        "1.9, BEFORE, 1.10",
        "1.0, SAME, 1.0.0",
        "v1.0, SAME, 1",
        "1.0, BEFORE, 1.0.1",
        "01.002, SAME, 1.2",
        "1.0.1e, BEFORE, 1.0.1f",
        "1.0.1p, BEFORE, 1.0.1u",
        "1.0.1, BEFORE, 1.0.1a",
        "1.0.1z, BEFORE, 1.0.2",
        "2.8.123e, AFTER, 2.8.123",
        "2.0-beta9, BEFORE, 2.0",
        "2.0-rc1, AFTER, 2.0-beta9",
        "2.0-rc1, BEFORE, 2.0.0",
        "2.0-rc1, BEFORE, 2.0.1",
        "2.0-rc2, BEFORE, 2.0-rc10",
        "7.0-p1, AFTER, 7.0",
        "7.0-sp2, AFTER, 7.0-rc1",
        "1.0.Final, SAME, 1.0",
        "12.6(2)_ES4, BEFORE, 12.6(2)_ES14",
        "12.6(2)_ES4, AFTER, 12.6(1)_ES14",
        "12.6(2)_ES4, UNKNOWN, 12.6(2)_ET4",
        "12.6(2)_ES4, UNKNOWN, 12.6(2)",
        "1.0a1, UNKNOWN, 1.0",
        "1.0-p1, UNKNOWN, 1.0.1",
        "99999999999999999999999, AFTER, 99999999999999999999998",
    })
    void comparesAsFarAsTheTextsAllow(String left, LooseVersion.Order order, String right) {
        assertThat(version(left).to(version(right))).isEqualTo(order);
        LooseVersion.Order reversed = switch (order) {
            case BEFORE -> LooseVersion.Order.AFTER;
            case AFTER -> LooseVersion.Order.BEFORE;
            case SAME, UNKNOWN -> order;
        };
        assertThat(version(right).to(version(left))).isEqualTo(reversed);
    }

    @Test
    void whatHasNeitherDigitNorLetterIsNoVersion() {
        assertThat(LooseVersion.read("…")).isNull();
        assertThat(LooseVersion.read("1".repeat(1000))).isNull();
    }
}
