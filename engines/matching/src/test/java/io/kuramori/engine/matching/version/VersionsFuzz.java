package io.kuramori.engine.matching.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.Random;
import org.junit.jupiter.api.Test;

/// Random texts: every order reads or refuses them, never anything else, and what it reads equals itself.
final class VersionsFuzz {

    private static final int RUNS = 4_000;
    private static final String CHARACTERS = "0123456789abcdefrvxABXZ.-_+~^:!*#/= \t\n\u0000é日\uD83D\uDE00\uD800";

    @Test
    void randomTexts() {
        for (int seed = 0; seed < RUNS; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(random.nextInt(8) == 0 ? 300 : 24); i > 0; i--) {
                text.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
            }
            for (VersionOrder<?> order : Orders.all().values()) {
                read(order, text.toString(), seed);
            }
        }
    }

    /// What makes a careless pattern or a careless loop run for ever.
    @Test
    void longRunsOfTheSame() {
        for (String run : new String[] {"0", "1", "1.", "a", "a1", "-", "1-", "~", "^", ".", "1a", "_p", "+", "é"}) {
            String whole = run.repeat(VersionOrder.MAX_LENGTH / run.length());
            for (VersionOrder<?> order : Orders.all().values()) {
                read(order, whole, -1);
                read(order, "1" + whole.substring(1), -1);
                read(order, whole.substring(1) + "!", -1);
                assertThat(order.parse(run.repeat(1_000_000))).isInstanceOf(Parse.Unparsable.class);
            }
        }
    }

    private static <K extends Comparable<K>> void read(VersionOrder<K> order, String text, int seed) {
        assertThatNoException().as("%s, seed %d", order.name(), seed).isThrownBy(() -> {
            Parse<K> parse = order.parse(text);
            assertThat(order.parse(text)).isEqualTo(parse);
        });
    }
}
