package io.kuramori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ScanTest {

    private static final String ADVISORY = """
        {"id": "T-1", "aliases": ["CVE-1"], "affected": [{"package": {"ecosystem": "Go", "name": "golang.org/x/net"},
         "ranges": [{"type": "SEMVER", "events": [{"introduced": "0"}, {"fixed": "0.17.0"}]}]}],
         "severity": [{"type": "CVSS_V3", "score": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H"}]}
        """;

    private static final String XML = """
        <bom xmlns="http://cyclonedx.org/schema/bom/1.5"><components><component type="library"><name>net</name>
        <purl>pkg:golang/golang.org/x/net@v0.7.0</purl></component></components></bom>
        """;
    private static final String SPDX_JSON = """
        {"spdxVersion": "SPDX-2.3", "packages": [{"name": "net", "externalRefs": [{"referenceType": "purl",
         "referenceLocator": "pkg:golang/golang.org/x/net@v0.7.0"}]}]}
        """;
    private static final String SPDX_TEXT = """
        SPDXVersion: SPDX-2.2
        PackageName: net
        ExternalRef: PACKAGE-MANAGER purl pkg:golang/golang.org/x/net@v0.7.0
        PackageComment: <text>of the standard library</text>
        """;

    @TempDir
    private Path folder = Path.of("");

    private Path advisory = folder;

    @BeforeEach
    void writeAdvisory() throws IOException {
        advisory = Files.writeString(folder.resolve("T-1.json"), ADVISORY);
    }

    private Path sbom(String components) throws IOException {
        return Files.writeString(
                folder.resolve("bom.cdx"),
                "{\"bomFormat\": \"CycloneDX\", \"specVersion\": \"1.6\", \"metadata\": {\"component\": {\"name\": \"x\"}},"
                        + " \"components\": " + components + "}");
    }

    private Prompt scan(String components, String... more) throws IOException {
        List<String> args = new ArrayList<>(
                List.of("scan", "--sbom", sbom(components).toString(), "--advisories", advisory.toString()));
        args.addAll(List.of(more));
        return Prompt.run(args);
    }

    private static String net(String version) {
        return "[{\"name\": \"net\", \"purl\": \"pkg:golang/golang.org/x/net@" + version + "\"}]";
    }

    @Test
    void writesTheContractShape() throws IOException {
        Prompt run = scan(net("v0.7.0"), "--format", "json");
        assertThat(run.code()).isZero();
        assertThat(run.out().strip()).isEqualTo("""
                {"matches":[{"component":"pkg:golang/golang.org/x/net@v0.7.0","advisory":"T-1","aliases":["CVE-1"],\
                "status":"affected","severity":{"level":"high","score":7.5,"system":"CVSS:3.1",\
                "vector":"CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H"},"fixed":["0.17.0"],\
                "reason":"golang.org/x/net v0.7.0 is in the range >= 0, < 0.17.0"}],"skipped":[]}""");
    }

    @Test
    void failsOnlyWhenTheThresholdIsMet() throws IOException {
        assertThat(scan(net("v0.7.0"), "--fail-on", "high").code()).isEqualTo(1);
        assertThat(scan(net("v0.7.0"), "--fail-on", "critical").code()).isZero();
        assertThat(scan(net("v0.7.0"), "--fail-on", "unscored").code()).isZero();
        assertThat(scan(net("v0.17.0"), "--fail-on", "low").code()).isZero();
    }

    @Test
    void anUnscoredAdvisoryCountsOnlyAsUnscored() throws IOException {
        Files.writeString(advisory, ADVISORY.replace("CVSS:3.1", "CVSS:9"));
        assertThat(scan(net("v0.7.0"), "--fail-on", "low").code()).isZero();
        assertThat(scan(net("v0.7.0"), "--fail-on", "unscored").code()).isEqualTo(1);
        assertThat(scan(net("v0.7.0"), "--format", "json").out()).contains("\"severity\":null");
    }

    @Test
    void tellsWhatItSkipped() throws IOException {
        Prompt run = scan(
                "[{\"name\": \"a\", \"components\": [{\"version\": \"1\"}]}, "
                        + net("(devel)").substring(1),
                "--format",
                "json");
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out())
                .contains("\"status\":\"indeterminate\"")
                .contains(
                        "\"pointer\":\"/components/0\",\"reason\":\"a has no package URL, CPE or supplier to match by\"")
                .contains("\"pointer\":\"/components/0/components/0\",\"reason\":"
                        + "\"line 1, column 136: expected a component with a name\"");
    }

    @Test
    void saysTwoWhenNothingCouldBeEvaluated() throws IOException {
        assertThat(scan("[{\"name\": \"a\"}]").code()).isEqualTo(2);
        assertThat(scan("{").code()).isEqualTo(2);
        Files.writeString(advisory, "[]");
        assertThat(scan(net("v0.7.0")).code()).isEqualTo(2);
        assertThat(scan(net("v0.7.0"), "--unknown").code()).isEqualTo(2);
    }

    @Test
    void writesATable() throws IOException {
        assertThat(scan(net("v0.7.0")).out()).contains("affected", "high", "T-1", "golang.org/x/net", "0.17.0");
    }

    @Test
    void addsWhatIsKnownOfExploitationByAlias() throws IOException {
        Files.writeString(advisory, ADVISORY.replace("CVE-1", "CVE-2026-1000"));
        Path kev = Files.writeString(folder.resolve("kev.csv"), """
            cveID,dateAdded,dueDate,knownRansomwareCampaignUse
            CVE-2026-1000,2026-01-01,2026-01-22,Known
            """);
        Path epss = Files.writeString(folder.resolve("epss.csv"), "cve,epss,percentile\nCVE-2026-1000,0.5,0.9\n");
        String[] more = {"--kev", kev.toString(), "--epss", epss.toString(), "--format", "json"};
        Prompt run = scan(net("v0.7.0"), more);
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains(
                        "\"kev\":{\"source\":\"cisa\",\"added\":\"2026-01-01\",\"due\":\"2026-01-22\",\"ransomware\":true}",
                        "\"epss\":{\"score\":0.5,\"percentile\":0.9}");

        Files.writeString(epss, "cve,epss\nCVE-2026-1000,high\n");
        Prompt broken = scan(net("v0.7.0"), more);
        assertThat(broken.code()).isEqualTo(3);
        assertThat(broken.out()).contains("\"reason\":\"line 2: expected a number from 0 to 1 for epss, found high\"");
    }

    @Test
    void componentsKnownByCpeAloneAreToldApartAndNamed() throws IOException {
        advisory = Files.writeString(folder.resolve("cve.json"), """
            {"resultsPerPage": 1, "format": "NVD_CVE", "vulnerabilities": [{"cve": {"id": "CVE-2099-1", "configurations":
             [{"nodes": [{"operator": "OR", "cpeMatch": [{"vulnerable": true, "versionEndExcluding": "2.0",
               "criteria": "cpe:2.3:a:acme:vault:*:*:*:*:*:*:*:*"}, {"vulnerable": true, "versionEndExcluding": "2.0",
               "criteria": "cpe:2.3:a:acme:gate:*:*:*:*:*:*:*:*"}]}]}]}}]}""");
        String vault = "cpe:2.3:a:acme:vault:1.0:*:*:*:*:*:*:*";
        String gate = "cpe:2.3:a:acme:gate:1.0:*:*:*:*:*:*:*";
        String component = "{\"name\": \"x\", \"version\": \"1.0\", \"cpe\": \"%s\"}";
        String components = "[" + component.formatted(vault) + "," + component.formatted(gate) + ","
                + component.formatted(vault) + "]";
        assertThat(scan(components, "--format", "json").out())
                .containsOnlyOnce("\"component\":\"" + vault + "\"")
                .containsOnlyOnce("\"component\":\"" + gate + "\"");
        assertThat(scan(components, "--format", "cyclonedx").out()).contains("\"cpe\":\"" + gate + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {XML, SPDX_JSON, SPDX_TEXT})
    void readsEveryFormOfSbomWhateverItsName(String document) throws IOException {
        Path bill = Files.writeString(folder.resolve("bill"), document);
        List<String> args =
                List.of("scan", "--sbom", bill.toString(), "--advisories", advisory.toString(), "--fail-on", "high");
        Prompt run = Prompt.run(args);
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("T-1").containsPattern("Affected +1");

        Files.writeString(bill, document.substring(0, document.length() - 10));
        assertThat(Prompt.run(args).code()).isEqualTo(2);
    }

    @Test
    void tellsWhichBillCannotBeReadAndWhere() throws IOException {
        Path bill = Files.writeString(folder.resolve("bill.spdx"), "SPDXVersion: SPDX-2.1\n");
        Prompt run = Prompt.run(
                List.of("scan", "--sbom", bill.toString(), "--advisories", advisory.toString(), "--format", "json"));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out())
                .contains("bill.spdx\",\"pointer\":\"SPDXVersion\",\"reason\":"
                        + "\"line 1: expected SPDX-2.2 or SPDX-2.3, found SPDX-2.1\"");
    }

    @Test
    void readsAFolderOfSboms() throws IOException {
        Path boms = Files.createDirectory(folder.resolve("boms"));
        Files.move(sbom(net("v0.7.0")), boms.resolve("a.json"));
        List<String> args =
                List.of("scan", "--sbom", boms.toString(), "--advisories", advisory.toString(), "--fail-on", "high");
        assertThat(Prompt.run(args).code()).isEqualTo(1);
    }

    @Test
    void writesSarif() throws IOException {
        Prompt run = scan("[{\"name\": \"a\"}, " + net("v0.7.0").substring(1), "--format", "sarif");
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out())
                .contains(
                        "\"version\":\"2.1.0\"",
                        "\"id\":\"T-1\"",
                        "\"security-severity\":\"7.5\"",
                        "\"kind\":\"fail\",\"level\":\"error\"",
                        "bom.cdx",
                        "has no package URL, CPE or supplier to match by");
    }
}
