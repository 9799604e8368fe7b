package io.kuramori.engine.matching.purl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.kuramori.engine.matching.Purl;
import io.kuramori.engine.matching.purl.PackageUrl.Rigour;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Damaged at random places, package URLs are read or refused, never anything else; and what is read keeps its
/// canonical
/// form.
final class PurlFuzz {

    private static final int RUNS = 20_000;
    private static final String CHARACTERS = "aZ09./@?#&=%:+-_~ 4F\u0000é\uD800";
    private static final List<String> SOUND = List.of(
            "pkg:maven/org.example/lib@1.0?type=jar&classifier=sources#a/b",
            "pkg:npm/%40scope/name@1.2.3-rc.1",
            "pkg:deb/debian/curl@7.88.1-10%2Bdeb12u5?arch=amd64&distro=debian-12&upstream=curl%407.88",
            "pkg:rpm/rocky/libcurl@7.76.1-26.el9?distro=rocky-9.3&epoch=1&upstream=curl-7.76.1-26.el9.src.rpm",
            "pkg:git/example.org/a/b@1",
            "pkg:swid/Acme/example.com/Server@1.0.0?tag_id=75b8c285");

    @Test
    void damagedPackageUrls() {
        for (int seed = 0; seed < RUNS; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder(SOUND.get(random.nextInt(SOUND.size())));
            for (int i = 1 + random.nextInt(6); i > 0; i--) {
                int at = random.nextInt(text.length());
                char c = CHARACTERS.charAt(random.nextInt(CHARACTERS.length()));
                switch (random.nextInt(3)) {
                    case 0 -> text.setCharAt(at, c);
                    case 1 -> text.insert(at, c);
                    default -> text.deleteCharAt(at);
                }
            }
            read(text.toString(), seed);
        }
    }

    @Test
    void longRunsOfTheSame() {
        for (String run : new String[] {"/", "@", "?", "#", "&", "=", "%", "%41", "a/", "a=b&", ".."}) {
            // The canonical form may be three times as long.
            read("pkg:npm/" + run.repeat(PackageUrl.MAX_LENGTH / 3 / run.length() - 8), -1);
            assertThat(PackageUrl.parse(run.repeat(1_000_000), Rigour.STRICT)).isInstanceOf(PackageUrl.Malformed.class);
        }
    }

    private static void read(String text, int seed) {
        assertThatNoException().as("seed %d: %s", seed, text).isThrownBy(() -> Purl.parse(text));
        if (PackageUrl.parse(text, Rigour.STRICT) instanceof PackageUrl.Read(PackageUrl url)) {
            String canonical = url.toString();
            assertThat(PackageUrl.parse(canonical, Rigour.STRICT))
                    .as("seed %d: %s as %s", seed, text, canonical)
                    .isInstanceOfSatisfying(
                            PackageUrl.Read.class,
                            again -> assertThat(again.url()).hasToString(canonical));
        }
    }
}
