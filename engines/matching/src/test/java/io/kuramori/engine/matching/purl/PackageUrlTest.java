package io.kuramori.engine.matching.purl;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuramori.engine.matching.purl.PackageUrl.Rigour;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PackageUrlTest {

    private static PackageUrl read(String text) {
        return ((PackageUrl.Read) PackageUrl.parse(text, Rigour.STRICT)).url();
    }

    @ParameterizedTest
    @CsvSource({
        "pkg:npm/foo@1.0.0, pkg:npm/foo@1.0.0",
        "PKG:NPM/foo@1.0.0, pkg:npm/foo@1.0.0",
        "pkg://npm//@acme/foo@1, pkg:npm/%40acme/foo@1",
        "pkg:PyPI/Zope_Interface@1.0RC1, pkg:pypi/zope-interface@1.0rc1",
        "pkg:generic/a%20b@1%2B2?B=x&a=%2F#./x//../y, pkg:generic/a%20b@1%2B2?a=%2F&b=x#x/y",
        "pkg:generic/日本@1, pkg:generic/%E6%97%A5%E6%9C%AC@1",
        "pkg:generic/a?empty=&b=c, pkg:generic/a?b=c",
        "pkg:generic/a@, pkg:generic/a",
        "pkg:pub/My-Pkg@1, pkg:pub/my_pkg@1",
        "pkg:cpan/drolsky/DateTime@1, pkg:cpan/DROLSKY/DateTime@1",
        "pkg:git/h.example/A/b@1, pkg:git/h.example/A/b@1",
        "pkg:otp/Hex#Src/A, pkg:otp/hex#src/a",
        "pkg:yocto/Core/Glibc, pkg:yocto/core/Glibc",
        "pkg:swid/a/b/c?tag_id=1, pkg:swid/a/b/c?tag_id=1",
    })
    void writesTheCanonicalForm(String given, String canonical) {
        assertThat(read(given)).hasToString(canonical);
        assertThat(read(canonical)).isEqualTo(read(given));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "pkg:",
                "pkg:npm",
                "pkg:npm/",
                "pkg:npm/a/@1",
                "npm/a@1",
                "pkg:1npm/a",
                "pkg:n_m/a",
                "pkg:npm/%zz",
                "pkg:npm/%4",
                "pkg:npm/%C3",
                "pkg:maven/a%2Fb/c",
                "pkg:npm/a?1x=y",
                "pkg:npm/a?x",
                "pkg:npm/a?x=1&X=2",
                "pkg:maven/a",
                "pkg:cargo/x/a",
                "pkg:julia/A",
                "pkg:swid/a/b/c/d?tag_id=1",
                "pkg:cpan/A::B",
                "pkg:chrome-extension/abc",
            })
    void refusesWhatIsNone(String text) {
        assertThat(PackageUrl.parse(text, Rigour.STRICT)).isInstanceOf(PackageUrl.Malformed.class);
    }

    @Test
    void forgivesWhatGeneratorsLeaveOut() {
        assertThat(PackageUrl.parse("pkg:golang/stdlib@1.21", Rigour.FORGIVING)).isInstanceOf(PackageUrl.Read.class);
        assertThat(PackageUrl.parse("pkg:julia/A", Rigour.FORGIVING)).isInstanceOf(PackageUrl.Read.class);
        assertThat(PackageUrl.parse("pkg:cargo/x/a", Rigour.FORGIVING)).isInstanceOf(PackageUrl.Malformed.class);
    }

    @Test
    void boundsTheLength() {
        String most = "pkg:npm/" + "a".repeat(PackageUrl.MAX_LENGTH - 8);
        assertThat(PackageUrl.parse(most, Rigour.STRICT)).isInstanceOf(PackageUrl.Read.class);
        assertThat(PackageUrl.parse(most + "a", Rigour.STRICT)).isInstanceOf(PackageUrl.Malformed.class);
    }

    @Test
    void buildsFromParts() {
        PackageUrl.Result built = PackageUrl.of("npm", "@acme", "foo", "1+2", Map.of("Arch", "x"), "a/b");
        assertThat(built)
                .isInstanceOfSatisfying(
                        PackageUrl.Read.class,
                        read -> assertThat(read.url()).hasToString("pkg:npm/%40acme/foo@1%2B2?arch=x#a/b"));
        assertThat(PackageUrl.of("npm", null, "", null, Map.of(), null)).isInstanceOf(PackageUrl.Malformed.class);
    }
}
