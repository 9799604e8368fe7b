package io.kuramori.engine.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How packages of distributions meet advisories: by release, by source package, with their epoch.
final class DistributionTest {

    private static Range below(String version) {
        return new Range(Range.Kind.ECOSYSTEM, List.of(new Event.Introduced("0"), new Event.Fixed(version)));
    }

    private static Advisory advisory(AffectedPackage... affected) {
        return new Advisory(
                "T-1",
                "test",
                List.of(),
                Optional.empty(),
                Optional.empty(),
                "",
                null,
                List.of(),
                null,
                List.of(affected));
    }

    private static AffectedPackage fixed(String ecosystem, String name, String version) {
        return AffectedPackage.ofOsv(ecosystem, name, List.of(below(version)), List.of());
    }

    private static List<Answer> answers(Advisory advisory, String purl) {
        Component component = Component.ofPurl(purl);
        List<Answer> answers =
                ((Matches.Evaluated) new Matcher(AdvisoryIndex.of(List.of(advisory))).match(component)).answers();
        assertThat(Matcher.match(advisory, ComponentIndex.of(List.of(component))))
                .isEqualTo(answers);
        return answers;
    }

    @ParameterizedTest
    @CsvSource({
        "Debian:12, curl, 7.88.1-10+deb12u5, pkg:deb/debian/curl@7.88.1-10%2Bdeb12u4?distro=debian-12&arch=source, Affected",
        "Debian:12, curl, 7.88.1-10+deb12u5, pkg:deb/debian/curl@7.88.1-10%2Bdeb12u5?distro=debian-12.4, NotAffected",
        "Debian:12, curl, 7.88, pkg:deb/debian/libcurl4@7.74-1%2Bb2?distro=bookworm&upstream=curl, Affected",
        "Debian:12, glibc, 2.36-9, pkg:deb/debian/libc6@2.99?distro=debian-bookworm&upstream=glibc%402.36-8, Affected",
        "Debian:12, a, 1:1.0, pkg:deb/debian/a@2.0?distro=debian-12&epoch=1, NotAffected",
        "Debian:11, curl, 9, pkg:deb/debian/curl@1?distro=debian-12, NotAffected",
        "Debian:11, curl, 9, pkg:deb/debian/curl@1, Indeterminate",
        "Debian, curl, 9, pkg:deb/debian/curl@1?distro=debian-12, Affected",
        "Debian, curl, 9, pkg:deb/debian/curl@1, Affected",
        "Debian:sid, curl, 9, pkg:deb/debian/curl@1?distro=sid, Affected",
        "Ubuntu:22.04:LTS, curl, 7.81.0-1ubuntu1.15, pkg:deb/ubuntu/curl@7.81.0-1ubuntu1.14?distro=jammy, Affected",
        "Ubuntu:Pro:18.04:LTS, curl, 7.58, pkg:deb/ubuntu/curl@7.57?distro=ubuntu-18.04, Affected",
        "Ubuntu:22.04:LTS, curl, 9, pkg:deb/debian/curl@1?distro=debian-12, none",
        "Alpine:v3.18, curl, 8.4.0-r0, pkg:apk/alpine/libcurl@8.3.0-r2?distro=alpine-3.18.4&upstream=curl, Affected",
        "Alpine:v3.18, curl, 8.4.0-r0, pkg:apk/alpine/curl@8.4.0-r0?distro=3.18, NotAffected",
        "Alpine:v3.17, curl, 8.4.0-r0, pkg:apk/alpine/curl@8.3.0-r0?distro=alpine-3.18.0, NotAffected",
        "Wolfi, curl, 8.4.0-r0, pkg:apk/wolfi/curl@8.3.0-r0?distro=wolfi-20230201, Affected",
        "Chainguard, curl, 8.4.0-r0, pkg:apk/chainguard/curl@8.3.0-r0, Affected",
        "AlmaLinux:9, kernel, 0:5.14.0-611.el9, pkg:rpm/almalinux/kernel@5.14.0-600.el9?distro=almalinux-9.3, Affected",
        "AlmaLinux:9, bind, 32:9.16-1, pkg:rpm/alma/bind@9.17-1?distro=alma-9.3&epoch=32, NotAffected",
        "AlmaLinux:9, bind, 32:9.16-1, pkg:rpm/almalinux/bind@9.17-1?distro=almalinux-9.3, Affected",
        "AlmaLinux:8, kernel, 9, pkg:rpm/almalinux/kernel@1?distro=almalinux-9.3, NotAffected",
        "AlmaLinux:9, curl-minimal, 9, pkg:rpm/almalinux/curl-minimal@1?distro=almalinux-9.3&upstream=curl-1-1.src.rpm, Affected",
        "Rocky Linux:9, curl, 9, pkg:rpm/rocky/libcurl@1?distro=rocky-9.3&upstream=curl-7.76.1-26.el9.src.rpm, Affected",
        "Red Hat:enterprise_linux:9::baseos, curl, 9, pkg:rpm/redhat/curl@1?distro=rhel-9.3, Affected",
        "Red Hat:rhel_eus:9.2::baseos, curl, 9, pkg:rpm/redhat/curl@1?distro=rhel-9.3, NotAffected",
        "SUSE:Linux Enterprise Server 15 SP4, curl, 9, pkg:rpm/suse/curl@1?distro=sles-15.4, Affected",
        "openSUSE:Leap 15.5, curl, 9, pkg:rpm/opensuse/curl@1?distro=opensuse-leap-15.5, Affected",
        "openSUSE:Tumbleweed, curl, 9, pkg:rpm/opensuse/curl@1?distro=opensuse-tumbleweed, Affected",
        "openSUSE:Leap 15.5, curl, 9, pkg:rpm/opensuse/curl@1?distro=opensuse-leap-15.4, NotAffected",
        "openEuler:22.03-LTS-SP1, curl, 9, pkg:rpm/openeuler/curl@1?distro=openEuler-22.03-LTS-SP1, Affected",
        "openEuler:22.03-LTS-SP1, curl, 9, pkg:rpm/openeuler/curl@1?distro=openEuler-22.03-LTS, NotAffected",
        "Photon OS:5.0, curl, 9, pkg:rpm/photon/curl@1?distro=photon-5.0, Affected",
    })
    void meetsByReleaseAndSource(String ecosystem, String name, String bound, String purl, String expected) {
        List<Answer> answers = answers(advisory(fixed(ecosystem, name, bound)), purl);
        assertThat(answers.isEmpty() ? "none" : answers.getFirst().getClass().getSimpleName())
                .isEqualTo(expected);
    }

    @Test
    void oneAnswerForSeveralReleases() {
        Advisory advisory = advisory(fixed("Debian:11", "curl", "5"), fixed("Debian:12", "curl", "7"));
        assertThat(answers(advisory, "pkg:deb/debian/curl@6?distro=debian-12"))
                .singleElement()
                .isInstanceOf(Answer.Affected.class);
        assertThat(answers(advisory, "pkg:deb/debian/curl@6?distro=debian-11"))
                .singleElement()
                .isInstanceOf(Answer.NotAffected.class);
    }

    @Test
    void saysWhyNothingCertainCanBeSaid() {
        Advisory advisory = advisory(fixed("Debian:11", "curl", "5"), fixed("Debian:12", "curl", "7"));
        Answer untold = answers(advisory, "pkg:deb/debian/curl@6").getFirst();
        assertThat(untold.sentence(Locale.JAPANESE)).isEqualTo("debian/curl がどのリリースのものか示されていない(勧告はリリース 11、12 について述べる)");
        assertThat(untold.sentence(Locale.ENGLISH))
                .isEqualTo("debian/curl does not tell its release of the distribution (the advisory speaks of release"
                        + " 11, 12)");
        Answer other =
                answers(advisory, "pkg:deb/debian/curl@6?distro=debian-13").getFirst();
        assertThat(other.sentence(Locale.JAPANESE))
                .isEqualTo("この勧告はリリース 11、12 の debian/curl についてのもので、リリース 13 についてのものではない");
        assertThat(other.sentence(Locale.ENGLISH))
                .isEqualTo("the advisory speaks of debian/curl in release 11, 12, not in release 13");
    }

    /// As CSAF and others state it: a product by package URL, a row for its versions.
    @ParameterizedTest
    @CsvSource({
        "debian-12, debian-12, Affected",
        "debian-12, debian-11, NotAffected",
        "debian-12, '', Indeterminate",
        "'', debian-12, Affected",
    })
    void productsMeetByRelease(String stated, String installed, String expected) {
        PackageKey key = ((Purl.Read) Purl.parse("pkg:deb/debian/curl?distro=" + stated))
                .purl()
                .key();
        AffectedProduct product = new AffectedProduct(
                List.of(new Identifier.OfPackage(key)),
                List.of(new VersionRow(new VersionSet.Between(Bounds.before("7")), Status.AFFECTED)),
                Status.NOT_AFFECTED);
        Advisory advisory = new AdvisoryDraft("T-1", "test").product(product).done();
        assertThat(answers(advisory, "pkg:deb/debian/curl@6?distro=" + installed))
                .singleElement()
                .satisfies(
                        answer -> assertThat(answer.getClass().getSimpleName()).isEqualTo(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "Packagist, Symfony/Http-Kernel, pkg:composer/symfony/http-kernel@v0.9, Affected",
        "Pub, http, pkg:pub/http@0.9.0, Affected",
        "CRAN, commonmark, pkg:cran/commonmark@0.9-1, Affected",
        "Hackage, aeson, pkg:hackage/aeson@0.9.0.0, Affected",
        "ConanCenter, openssl, pkg:conan/openssl.org/openssl@0.9, Affected",
        "SwiftURL, https://github.com/Apple/swift-nio.git, pkg:swift/github.com/apple/swift-nio@0.9.0, Affected",
        "GitHub Actions, Tj-Actions/changed-files, pkg:github/tj-actions/changed-files@v0.9.0, Affected",
        "GitHub Actions, tj-actions/changed-files, pkg:github/tj-actions/changed-files@v0, Indeterminate",
        "Julia, HTTP, pkg:julia/HTTP@0.9.0?uuid=cd3eb016-35fb-5094-929b-558a96fad6f3, Affected",
        "opam, conex, pkg:opam/conex@0.9, Affected",
    })
    void knowsTheOtherEcosystems(String ecosystem, String name, String purl, String expected) {
        List<Answer> answers = answers(advisory(fixed(ecosystem, name, "1.0.0")), purl);
        assertThat(answers)
                .singleElement()
                .satisfies(
                        answer -> assertThat(answer.getClass().getSimpleName()).isEqualTo(expected));
    }
}
