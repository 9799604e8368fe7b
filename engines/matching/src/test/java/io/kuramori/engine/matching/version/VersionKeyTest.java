package io.kuramori.engine.matching.version;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuramori.engine.matching.version.intdot.IntdotOrder;
import io.kuramori.engine.matching.version.semver.SemverOrder;
import org.junit.jupiter.api.Test;

/// The bytes of keys, which an index may keep, and what every order refuses.
final class VersionKeyTest {

    private static VersionKey number(long value) {
        return new KeyWriter().number(value).key();
    }

    private static VersionKey number(String digits) {
        return new KeyWriter().number(digits).key();
    }

    @Test
    void numbersTakeFewBytes() {
        assertThat(number(0).toBytes()).containsExactly(0);
        assertThat(number(1).toBytes()).containsExactly(1);
        assertThat(number(0xE7).toBytes()).containsExactly(0xE7);
        assertThat(number(0xE8).toBytes()).containsExactly(0xE8, 0xE8);
        assertThat(number(0xFF).toBytes()).containsExactly(0xE8, 0xFF);
        assertThat(number(0x100).toBytes()).containsExactly(0xE9, 0x01, 0x00);
        assertThat(number(0x10203).toBytes()).containsExactly(0xEA, 1, 2, 3);
        assertThat(number(Long.MAX_VALUE).toBytes()).containsExactly(0xEF, 0x7F, 255, 255, 255, 255, 255, 255, 255);
        assertThat(number("000999999999999999999")).isEqualTo(number(999_999_999_999_999_999L));
        assertThat(number("").toBytes()).containsExactly(0);
        assertThat(number("1000000000000000000").toBytes())
                .startsWith(0xF0, 0, 19, '1', '0')
                .hasSize(22);
        assertThat(number("1" + "0".repeat(255)).toBytes())
                .startsWith(0xF0, 1, 0)
                .hasSize(259);
    }

    @Test
    void numbersStandByValue() {
        long[] values = {0, 1, 0xE7, 0xE8, 0xFF, 0x100, 0xFFFF, 0x10000, 1L << 31, 1L << 32, 1L << 40, Long.MAX_VALUE};
        for (int i = 1; i < values.length; i++) {
            assertThat(number(values[i - 1])).isLessThan(number(values[i]));
        }
        assertThat(number(Long.MAX_VALUE)).isLessThan(number("1" + "0".repeat(40)));
    }

    @Test
    void keysAreTheirBytes() {
        VersionKey key = new KeyWriter().tag(1).text("é").key();
        assertThat(key.toBytes()).containsExactly(1, 0xC3, 0xA9, 0);
        assertThat(key).hasToString("[1, -61, -87, 0]");
        assertThat(key)
                .isEqualTo(new KeyWriter().tag(1).text("é").key())
                .isNotEqualTo(number(1))
                .isNotEqualTo("x");
        key.toBytes()[0] = 9;
        assertThat(key.toBytes()[0]).isEqualTo((byte) 1);
        assertThat(SemverOrder.INSTANCE.parse("1.24.3"))
                .isInstanceOfSatisfying(
                        Parse.Parsed.class,
                        parsed -> assertThat(((VersionKey) parsed.key()).toBytes())
                                .containsExactly(1, 24, 3, 1));
    }

    @Test
    void everyOrderBoundsItsTexts() {
        String most = "1" + "0".repeat(VersionOrder.MAX_LENGTH - 1);
        assertThat(IntdotOrder.INSTANCE.parse(" " + most + "\n")).isInstanceOf(Parse.Parsed.class);
        assertThat(IntdotOrder.INSTANCE.parse(most + "0"))
                .isEqualTo(new Parse.Unparsable<VersionKey>(most + "…", "intdot"));
        assertThat(IntdotOrder.INSTANCE.parse(" ")).isEqualTo(new Parse.Unparsable<VersionKey>("", "intdot"));
        Orders.all().values().forEach(order -> {
            assertThat(order.parse("1\u00001")).isInstanceOf(Parse.Unparsable.class);
            assertThat(order.parse("")).isInstanceOf(Parse.Unparsable.class);
            assertThat(order.name()).isNotBlank();
        });
    }
}
