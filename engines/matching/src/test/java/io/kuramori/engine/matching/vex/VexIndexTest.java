package io.kuramori.engine.matching.vex;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuramori.engine.matching.Purl;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class VexIndexTest {

    private static final String SERIAL = "3e671687-395b-41f5-a30f-a58921a69b79";
    private static final Status NOT_AFFECTED =
            new Status.NotAffected(Optional.of(Justification.VULNERABLE_CODE_NOT_PRESENT), "");
    private static final Status AFFECTED = new Status.Affected("Update.");
    private static final Identity NET = Identity.ofPurl("pkg:golang/golang.org/x/net@v0.7.0");

    private static Statement said(String product, Status status) {
        return said(product, status, "Vendor", "");
    }

    private static Statement said(String product, Status status, String author, String day) {
        Optional<Instant> time = day.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(day + "T00:00:00Z"));
        return new Statement(
                "CVE-2026-1000",
                List.of("GHSA-aaaa-bbbb-cccc"),
                Product.of(product).orElseThrow(),
                Optional.empty(),
                status,
                author,
                time,
                "f",
                "");
    }

    private static Statement within(String product, String part) {
        Statement whole = said(product, NOT_AFFECTED);
        return new Statement(
                whole.id(),
                whole.aliases(),
                whole.product(),
                Product.of(part),
                whole.status(),
                "V",
                whole.time(),
                "f",
                "");
    }

    private static Identity component(String purl, String cpe, String ref, String serial, String name, String version) {
        return new Identity(
                Optional.of(purl).filter(text -> !text.isEmpty()).map(VexIndexTest::purl),
                Optional.of(cpe).filter(text -> !text.isEmpty()),
                Optional.of(ref).filter(text -> !text.isEmpty()),
                Optional.of(serial).filter(text -> !text.isEmpty()),
                name,
                Optional.of(version).filter(text -> !text.isEmpty()));
    }

    private static Purl purl(String text) {
        return ((Purl.Read) Purl.parse(text)).purl();
    }

    private static VexAnswer answer(Identity component, Statement... statements) {
        return VexIndex.of(List.of(statements)).answer(component, Optional.empty(), List.of("CVE-2026-1000"));
    }

    private static boolean stated(VexAnswer answer) {
        return answer instanceof VexAnswer.Stated;
    }

    @Nested
    final class Ids {

        @ParameterizedTest
        @CsvSource({
            "CVE-2026-1000, true",
            "cve-2026-1000, true",
            "GHSA-AAAA-bbbb-cccc, true",
            "CVE-2026-10000, false",
            "NVD, false",
        })
        void meetByIdAndAliasInAnyCase(String id, boolean holds) {
            VexIndex index = VexIndex.of(List.of(said("pkg:golang/golang.org/x/net", NOT_AFFECTED)));
            assertThat(stated(index.answer(NET, Optional.empty(), List.of("GO-2026-1", id))))
                    .isEqualTo(holds);
        }
    }

    @Nested
    final class Products {

        @ParameterizedTest
        @CsvSource({
            "pkg:deb/debian/curl@7.88?arch=amd64&distro=bookworm, pkg:deb/debian/curl,                        true",
            "pkg:deb/debian/curl@7.88?arch=amd64&distro=bookworm, pkg:deb/debian/curl@7.88,                   true",
            "pkg:deb/debian/curl@7.88?arch=amd64&distro=bookworm, pkg:deb/debian/curl@7.88?arch=amd64,        true",
            "pkg:deb/debian/curl@7.88?arch=amd64&distro=bookworm, pkg:deb/debian/curl?distro=bookworm,        true",
            "pkg:deb/debian/curl@7.88?arch=amd64&distro=bookworm, pkg:deb/debian/curl@7.89,                   false",
            "pkg:deb/debian/curl@7.88?arch=amd64&distro=bookworm, pkg:deb/debian/curl@7.88?arch=arm64,        false",
            "pkg:deb/debian/curl@7.88,                            pkg:deb/debian/curl@7.88?arch=amd64,        false",
            "pkg:deb/debian/curl,                                 pkg:deb/debian/curl@7.88,                   false",
            "pkg:deb/debian/curl@7.88,                            pkg:deb/ubuntu/curl@7.88,                   false",
            "pkg:deb/debian/curl@7.88,                            pkg:rpm/debian/curl@7.88,                   false",
            "pkg:pypi/Foo_Bar@1,                                  pkg:pypi/foo-bar@1,                         true",
            "pkg:npm/%40angular/core@1,                           pkg:npm/core@1,                             false",
        })
        void meetByPurl(String component, String statement, boolean holds) {
            assertThat(stated(answer(Identity.ofPurl(component), said(statement, NOT_AFFECTED))))
                    .isEqualTo(holds);
        }

        @Test
        void takeTheComponentsVersionWhenItsPurlHasNone() {
            Identity component = component("pkg:npm/a", "", "", "", "a", "1.0");
            assertThat(stated(answer(component, said("pkg:npm/a@1.0", NOT_AFFECTED))))
                    .isTrue();
            assertThat(stated(answer(component, said("pkg:npm/a@1.1", NOT_AFFECTED))))
                    .isFalse();
        }

        @ParameterizedTest
        @CsvSource({
            "cpe:2.3:a:acme:web:1.0:*:*:*:*:*:*:*,  cpe:2.3:a:acme:web:*:*:*:*:*:*:*:*,    true",
            "cpe:2.3:a:acme:web:1.0:*:*:*:*:*:*:*,  cpe:/a:acme:web,                       true",
            "cpe:2.3:a:acme:web:1.0:*:*:*:*:*:*:*,  cpe:/a:Acme:Web:1.0,                   true",
            "cpe:/a:acme:web:1.0,                   cpe:2.3:a:acme:web:1.0:*:*:*:*:*:*:*,  true",
            "cpe:2.3:a:acme:web:1.0:*:*:*:*:*:*:*,  cpe:/a:acme:web:1.1,                   false",
            "cpe:2.3:a:acme:web:*:*:*:*:*:*:*:*,    cpe:/a:acme:web:1.0,                   false",
            "cpe:2.3:a:acme:web:1.0:*:*:*:*:*:*:*,  cpe:/o:acme:web:1.0,                   false",
            "cpe:2.3:a:acme:web\\:x:1:*:*:*:*:*:*:*, cpe:/a:acme:web%3ax:1,                 true",
            "cpe:2.3:a:acme:web:1:*:*:*:*:linux:*:*, cpe:/a:acme:web:1::~~~linux~~,         true",
            "cpe:2.3:a:acme:web:1:*:*:*:*:linux:*:*, cpe:/a:acme:web:1::~~~windows~~,       false",
            "cpe:2.3:a:acme:web:1.7:*:*:*:*:*:*:*,  cpe:2.3:a:acme:web:1.*:*:*:*:*:*:*:*,  true",
            "cpe:2.3:a:acme:web:2.7:*:*:*:*:*:*:*,  cpe:2.3:a:acme:web:1.*:*:*:*:*:*:*:*,  false",
            "cpe:2.3:a:acme:web:1.*:*:*:*:*:*:*:*,  cpe:2.3:a:acme:web:1.7:*:*:*:*:*:*:*,  false",
            "cpe:2.3:a:acme:web:1:-:*:*:*:*:*:*,    cpe:2.3:a:acme:web:1:sp1:*:*:*:*:*:*,  false",
            "'',                                    cpe:/a:acme:web,                       false",
        })
        void meetByCpeName(String component, String statement, boolean holds) {
            Identity identity = component("", component, "", "", "web", "1.0");
            assertThat(stated(answer(identity, said(statement, NOT_AFFECTED)))).isEqualTo(holds);
        }

        @ParameterizedTest
        @CsvSource({
            "urn:uuid:3E671687-395B-41F5-A30F-A58921A69B79, c1,  '#c1',    true",
            "3e671687-395b-41f5-a30f-a58921a69b79,          c1,  '#c1',    true",
            "3e671687-395b-41f5-a30f-a58921a69b79,          c 1, '#c%201', true",
            "3e671687-395b-41f5-a30f-a58921a69b79,          c1,  '',       true",
            "3e671687-395b-41f5-a30f-a58921a69b79,          c2,  '#c1',    false",
            "00000000-395b-41f5-a30f-a58921a69b79,          c1,  '#c1',    false",
            "'',                                            c1,  '#c1',    false",
        })
        void meetByBomLinkOnlyInTheBillOfThatSerial(String serial, String ref, String fragment, boolean holds) {
            Identity identity = component("", "", ref, serial, "a", "");
            assertThat(stated(answer(identity, said("urn:cdx:" + SERIAL + "/1" + fragment, NOT_AFFECTED))))
                    .isEqualTo(holds);
        }

        @ParameterizedTest
        @CsvSource({"2.4, true", "2.5, false", "'', false"})
        void ofABomLinkMayBeOneVersion(String version, boolean holds) {
            Product product = new Product.ByBomRef(SERIAL, "1", "c1", Optional.of("2.4"));
            Statement any = said("x", NOT_AFFECTED);
            Statement statement = new Statement(
                    any.id(), List.of(), product, Optional.empty(), any.status(), "V", any.time(), "f", "");
            assertThat(stated(answer(component("", "", "c1", SERIAL, "a", version), statement)))
                    .isEqualTo(holds);
        }

        @ParameterizedTest
        @CsvSource({"Web Server, true", "web server 1.0, true", "Web, false", "Web Server 2.0, false"})
        void byNameAloneAreNeverSure(String name, boolean named) {
            Statement statement = said(name, NOT_AFFECTED);
            assertThat(answer(component("", "", "", "", "Web Server", "1.0"), statement))
                    .isEqualTo(
                            named
                                    ? new VexAnswer.Ambiguous(List.of(statement), VexAnswer.Why.NAME_ONLY)
                                    : new VexAnswer.Unstated());
        }
    }

    @Nested
    final class Parts {

        private static final String APP = "pkg:oci/app@sha256:1";
        private static final String LIB = "pkg:apk/alpine/libssl3@3.0.8";

        @ParameterizedTest
        @CsvSource({
            "pkg:oci/app@sha256:1, pkg:apk/alpine/libssl3@3.0.8, true",
            "pkg:oci/app@sha256:1, pkg:apk/alpine/libssl3@3.0.9, false",
            "pkg:oci/app@sha256:2, pkg:apk/alpine/libssl3@3.0.8, false",
            "'',                   pkg:apk/alpine/libssl3@3.0.8, false",
            "pkg:oci/app@sha256:1, pkg:oci/app@sha256:1,         false",
        })
        void holdOnlyInTheSubject(String subject, String component, boolean holds) {
            VexIndex index = VexIndex.of(List.of(within(APP, LIB)));
            Optional<Identity> whole =
                    Optional.of(subject).filter(text -> !text.isEmpty()).map(Identity::ofPurl);
            assertThat(stated(index.answer(Identity.ofPurl(component), whole, List.of("CVE-2026-1000"))))
                    .isEqualTo(holds);
        }

        @Test
        void areAllMeantWhenTheSubjectIsMeantAsAWhole() {
            VexIndex index = VexIndex.of(List.of(said(APP, NOT_AFFECTED)));
            Optional<Identity> subject = Optional.of(Identity.ofPurl(APP));
            assertThat(stated(index.answer(Identity.ofPurl(LIB), subject, List.of("CVE-2026-1000"))))
                    .isTrue();
            assertThat(stated(index.answer(Identity.ofPurl(LIB), Optional.empty(), List.of("CVE-2026-1000"))))
                    .isFalse();
        }

        @Test
        void areUncertainInASubjectKnownByName() {
            VexIndex index = VexIndex.of(List.of(within("app", LIB)));
            Optional<Identity> subject = Optional.of(component("", "", "", "", "app", ""));
            assertThat(index.answer(Identity.ofPurl(LIB), subject, List.of("CVE-2026-1000")))
                    .isInstanceOf(VexAnswer.Ambiguous.class);
        }
    }

    @Nested
    final class Differences {

        private static final String PRODUCT = "pkg:golang/golang.org/x/net";

        @Test
        void nobodySpeaks() {
            assertThat(answer(NET)).isEqualTo(new VexAnswer.Unstated());
        }

        @Test
        void aNewerStatementOfTheSameAuthorSupersedesAndSaysSo() {
            Statement old = said(PRODUCT, AFFECTED, "Vendor", "2026-01-01");
            Statement now = said(PRODUCT, NOT_AFFECTED, "Vendor", "2026-02-01");
            assertThat(answer(NET, old, now)).isEqualTo(new VexAnswer.Stated(now, List.of(), List.of(old)));
            assertThat(answer(NET, now, old)).isEqualTo(new VexAnswer.Stated(now, List.of(), List.of(old)));
        }

        @Test
        void agreementIsTold() {
            Statement vendor = said(PRODUCT, NOT_AFFECTED, "Vendor", "2026-01-01");
            Statement other = said(PRODUCT, NOT_AFFECTED, "Other", "2026-02-01");
            assertThat(answer(NET, vendor, other)).isEqualTo(new VexAnswer.Stated(other, List.of(vendor), List.of()));
        }

        @Test
        void aStatementTakenBackAndMadeAgainAgrees() {
            Statement first = said(PRODUCT, AFFECTED, "Vendor", "2026-01-01");
            Statement second = said(PRODUCT, NOT_AFFECTED, "Vendor", "2026-02-01");
            Statement third = said(PRODUCT, AFFECTED, "Vendor", "2026-03-01");
            assertThat(answer(NET, first, second, third))
                    .isEqualTo(new VexAnswer.Stated(third, List.of(first), List.of(second)));
        }

        /// Author and day of a statement *affected*, beside *not affected* by Vendor on 2026-02-01.
        @ParameterizedTest
        @CsvSource({
            "Vendor, 2026-02-01",
            "Vendor, ''",
            "Other,  2026-01-01",
            "Other,  2026-03-01",
            "vendor, 2026-01-01",
            "'',     2026-01-01",
        })
        void otherwiseBothStandAgainstEachOther(String author, String day) {
            Statement here = said(PRODUCT, NOT_AFFECTED, "Vendor", "2026-02-01");
            Statement there = said(PRODUCT, AFFECTED, author, day);
            assertThat(answer(NET, here, there)).isInstanceOfSatisfying(VexAnswer.Ambiguous.class, ambiguous -> {
                assertThat(ambiguous.statements()).containsExactlyInAnyOrder(here, there);
                assertThat(ambiguous.why()).isEqualTo(VexAnswer.Why.CONFLICT);
            });
        }

        @Test
        void nobodyWithoutANameIsTheSameAuthor() {
            Statement old = said(PRODUCT, AFFECTED, "", "2026-01-01");
            Statement now = said(PRODUCT, NOT_AFFECTED, "", "2026-02-01");
            assertThat(answer(NET, old, now)).isInstanceOf(VexAnswer.Ambiguous.class);
        }

        @Test
        void aNameDoesNotStandAgainstAnIdentifier() {
            Statement sure = said(PRODUCT, NOT_AFFECTED);
            Identity named = component("pkg:golang/golang.org/x/net@v0.7.0", "", "", "", "net", "");
            assertThat(answer(named, sure, said("net", AFFECTED)))
                    .isEqualTo(new VexAnswer.Stated(sure, List.of(), List.of()));
        }
    }
}
