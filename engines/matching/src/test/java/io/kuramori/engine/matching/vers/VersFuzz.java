package io.kuramori.engine.matching.vers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Damaged at random places, ranges are read or refused, never anything else; and what is read keeps its canonical
/// form.
final class VersFuzz {

    private static final int RUNS = 600;
    private static final String CHARACTERS = "aZ019./|<>=!*%:+-~^,()[] x\u0000é";
    private static final List<String> SCHEMES = List.of(
            "npm",
            "cargo",
            "maven",
            "nuget",
            "pypi",
            "gem",
            "hex",
            "deb",
            "rpm",
            "conan",
            "nginx",
            "openssl",
            "golang",
            "alpm",
            "generic",
            "datetime",
            "lexicographic",
            "unheard");
    private static final List<String> SOUND = List.of(
            ">=1.0.0|<2.0.0|3.0.0|!=4.0.0",
            ">=1.2 <2 || ~3.1 || ^0.2.3-beta",
            "[1.0,2.0),(3.0,],[4.0]",
            "~=2.2,!=2.3.*",
            "~> 2.0.8, != 2.0.9",
            "(>= 1:1.0-1), (<< 2:0~rc1)",
            "0.8.40+, 1.0-1.2");

    @Test
    void damagedRanges() {
        for (int seed = 0; seed < RUNS; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder(SOUND.get(random.nextInt(SOUND.size())));
            for (int i = random.nextInt(6); i > 0; i--) {
                int at = random.nextInt(text.length());
                char c = CHARACTERS.charAt(random.nextInt(CHARACTERS.length()));
                switch (random.nextInt(3)) {
                    case 0 -> text.setCharAt(at, c);
                    case 1 -> text.insert(at, c);
                    default -> text.deleteCharAt(at);
                }
            }
            for (String scheme : SCHEMES) {
                read(scheme, text.toString(), seed);
            }
        }
    }

    @Test
    void longRunsOfTheSame() {
        for (String run :
                new String[] {"|", ">=", "1|", "1||", ">1 ", "1,", "[1],", "(", " ", "~1 ", "^1||", "%", "x"}) {
            // The canonical form may be three times as long.
            String whole = run.repeat((VersRange.MAX_LENGTH / 3 - 64) / run.length());
            for (String scheme : SCHEMES) {
                read(scheme, whole, -1);
            }
            assertThat(VersRange.parse("vers:npm/" + run.repeat(100_000))).isInstanceOf(VersRange.Malformed.class);
            assertThat(VersRange.ofNative("npm", run.repeat(100_000))).isInstanceOf(VersRange.Malformed.class);
        }
    }

    private static void read(String scheme, String range, int seed) {
        assertThatNoException().as("%s, seed %d: %s", scheme, seed, range).isThrownBy(() -> {
            check(VersRange.parse("vers:" + scheme + "/" + range));
            check(VersRange.ofNative(scheme, range));
        });
    }

    private static void check(VersRange.Result result) {
        if (result instanceof VersRange.Read(VersRange range)) {
            assertThat(VersRange.parse(range.toString())).isEqualTo(result);
            range.holds("1.5");
            range.toNative();
        }
    }
}
