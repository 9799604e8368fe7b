package io.kuramori.engine.matching.document;

import static org.assertj.core.api.Assertions.assertThatNoException;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/// Damages sound documents at random places, each time anew from a seed that a failure names.
public final class Damage {

    private static final int RUNS = 2000;
    private static final String TOKENS = "{}[]\",:<>/&;!#=\\ \n\t0eE-.";

    private Damage() {}

    /// What is fed with damaged bytes; it must read or refuse them.
    public interface Target {
        void read(byte[] bytes) throws Exception;
    }

    public static void of(String sound, Target target) {
        of(sound.getBytes(StandardCharsets.UTF_8), RUNS, target);
    }

    public static void of(byte[] sound, int runs, Target target) {
        for (int seed = 0; seed < runs; seed++) {
            byte[] bytes = damaged(sound, new Random(seed));
            assertThatNoException()
                    .as("seed %d: %s", seed, new String(bytes, StandardCharsets.UTF_8))
                    .isThrownBy(() -> target.read(bytes));
        }
    }

    private static byte[] damaged(byte[] sound, Random random) {
        byte[] bytes = random.nextInt(6) == 0 && sound.length > 0
                ? Arrays.copyOf(sound, random.nextInt(sound.length))
                : sound.clone();
        for (int i = 1 + random.nextInt(4); i > 0 && bytes.length > 0; i--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] = (byte) TOKENS.charAt(random.nextInt(TOKENS.length()));
                case 2 -> {
                    int length = Math.min(random.nextInt(40), bytes.length - at);
                    System.arraycopy(bytes, random.nextInt(bytes.length - length + 1), bytes, at, length);
                }
                default -> {
                    byte[] less = new byte[bytes.length - 1];
                    System.arraycopy(bytes, 0, less, 0, at);
                    System.arraycopy(bytes, at + 1, less, at, less.length - at);
                    bytes = less;
                }
            }
        }
        return bytes;
    }
}
