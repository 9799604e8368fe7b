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

final class ScanVexTest {

    private static final String NET = "pkg:golang/golang.org/x/net@v0.7.0";
    private static final String SERIAL = "3e671687-395b-41f5-a30f-a58921a69b79";

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void writeAdvisoryAndBill() throws IOException {
        Files.writeString(folder.resolve("T-1.json"), """
            {"id": "T-1", "aliases": ["CVE-2026-1000"],
             "affected": [{"package": {"ecosystem": "Go", "name": "golang.org/x/net"},
              "ranges": [{"type": "SEMVER", "events": [{"introduced": "0"}, {"fixed": "0.17.0"}]}]}],
             "severity": [{"type": "CVSS_V3", "score": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H"}]}""");
        bill("a.json", SERIAL, "pkg:oci/app@1");
    }

    private void bill(String name, String serial, String subject) throws IOException {
        Files.writeString(folder.resolve(name), """
            {"bomFormat": "CycloneDX", "specVersion": "1.6", "serialNumber": "urn:uuid:%s",
             "metadata": {"component": {"type": "container", "bom-ref": "app", "name": "app", "purl": "%s"}},
             "components": [{"name": "outer", "purl": "pkg:npm/outer@1", "components": [
              {"bom-ref": "net", "name": "net", "purl": "%s"}]}]}""".formatted(serial, subject, NET));
    }

    private String vex(String name, String author, String product, String rest) throws IOException {
        return Files.writeString(folder.resolve(name), """
                {"@context": "https://openvex.dev/ns/v0.2.0", "author": "%s", "timestamp": "2026-01-01T00:00:00Z",
                 "statements": [{"vulnerability": {"name": "CVE-2026-1000"}, "products": [%s], %s}]}""".formatted(author, product, rest))
                .toString();
    }

    private static String notAffected() {
        return "\"status\": \"not_affected\", \"justification\": \"vulnerable_code_not_present\"";
    }

    private Prompt scan(List<String> boms, String... more) {
        List<String> args = new ArrayList<>(List.of("scan", "--sbom"));
        boms.forEach(bom -> args.add(folder.resolve(bom).toString()));
        args.addAll(List.of("--advisories", folder.resolve("T-1.json").toString(), "--fail-on", "high"));
        args.addAll(List.of(more));
        return Prompt.run(args);
    }

    @Test
    void whatIsSettledLeavesTheMatches() throws IOException {
        String vex = vex("v.json", "Kura", "{\"@id\": \"" + NET + "\"}", notAffected());
        Prompt run = scan(List.of("a.json"), "--format", "json", "--vex", vex);
        assertThat(run.code()).isZero();
        assertThat(run.out().strip()).isEqualTo("""
                {"matches":[],"suppressed":[{"id":"T-1","component":"%s","status":"not_affected",\
                "justification":"vulnerable_code_not_present","author":"Kura",\
                "source":"%s#/statements/0/products/0"}],"skipped":[]}""".formatted(NET, vex));
    }

    @Test
    void withoutVexNothingIsSaidOfIt() {
        Prompt run = scan(List.of("a.json"), "--format", "json");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).doesNotContain("suppressed", "vex");
        assertThat(scan(List.of("a.json")).out()).containsPattern("Settled by VEX +0\n");
        assertThat(scan(List.of("a.json"), "--format", "sarif").out()).doesNotContain("suppressions");
    }

    @Test
    void whatIsAffectedStaysAndSaysSo() throws IOException {
        String vex = vex("v.json", "Kura", "{\"@id\": \"" + NET + "\"}", "\"status\": \"affected\"");
        Prompt run = scan(List.of("a.json"), "--format", "json", "--vex", vex);
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out())
                .contains("\"vex\":{\"status\":\"affected\",\"justification\":null,\"author\":\"Kura\"")
                .contains("\"suppressed\":[]");
    }

    @Test
    void whatIsAmbiguousStaysAndTellsTheConflict() throws IOException {
        String one = vex("v1.json", "Kura", "{\"@id\": \"" + NET + "\"}", notAffected());
        String two = vex("v2.json", "Other", "{\"@id\": \"" + NET + "\"}", "\"status\": \"affected\"");
        Prompt run = scan(List.of("a.json"), "--format", "json", "--vex", one, two);
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out())
                .contains("\"vex\":{\"ambiguous\":\"conflict\",\"statements\":[{", "\"suppressed\":[]")
                .contains("\"author\":\"Kura\"", "\"author\":\"Other\"");
        assertThat(scan(List.of("a.json"), "--vex", one, two).out())
                .contains("VEX ambiguous (conflict): not_affected (vulnerable_code_not_present) by Kura in ")
                .containsPattern("Affected +1: high 1\n")
                .containsPattern("Settled by VEX +0\n");
        assertThat(scan(List.of("a.json"), "--format", "cyclonedx", "--vex", one, two)
                        .out())
                .contains("\"analysis\":{\"state\":\"in_triage\",\"detail\":\"VEX ambiguous (conflict)");
        assertThat(scan(List.of("a.json"), "--format", "sarif", "--vex", one, two)
                        .out())
                .contains("\"suppressions\":[],\"properties\":{\"vex\":\"VEX ambiguous (conflict)");
    }

    @Test
    void aPartIsSettledOnlyInItsSubject() throws IOException {
        bill("b.json", "00000000-395b-41f5-a30f-a58921a69b79", "pkg:oci/app@2");
        String part = "{\"@id\": \"pkg:oci/app@1\", \"subcomponents\": [{\"@id\": \"" + NET + "\"}]}";
        String vex = vex("v.json", "Kura", part, notAffected());
        assertThat(scan(List.of("a.json"), "--vex", vex).code()).isZero();
        assertThat(scan(List.of("b.json"), "--vex", vex).code()).isEqualTo(1);
        for (List<String> both : List.of(List.of("a.json", "b.json"), List.of("b.json", "a.json"))) {
            Prompt run = scan(both, "--vex", vex);
            assertThat(run.code()).isEqualTo(1);
            assertThat(run.out()).containsPattern("Affected +1: high 1\n").containsPattern("Settled by VEX +1\n");
        }
    }

    @Test
    void aBomLinkIsSettledOnlyInTheBillOfItsSerial() throws IOException {
        bill("b.json", "00000000-395b-41f5-a30f-a58921a69b79", "pkg:oci/app@1");
        String vex = vex("v.json", "Kura", "{\"@id\": \"urn:cdx:" + SERIAL + "/1#net\"}", "\"status\": \"fixed\"");
        assertThat(scan(List.of("a.json"), "--vex", vex).code()).isZero();
        assertThat(scan(List.of("b.json"), "--vex", vex).code()).isEqualTo(1);
    }

    /// A statement about one of two components with the same reference would settle the other too.
    @Test
    void aReferenceOfTwoComponentsNamesNeither() throws IOException {
        String vex = vex("v.json", "Kura", "{\"@id\": \"urn:cdx:" + SERIAL + "/1#net\"}", "\"status\": \"fixed\"");
        Path bill = folder.resolve("a.json");
        Files.writeString(bill, Files.readString(bill).replace("\"components\": [{\"name\": \"outer\"", """
                    "components": [{"bom-ref": "net", "name": "other"}, {"name": "outer\""""));
        assertThat(Files.readString(bill)).contains("other");
        assertThat(scan(List.of("a.json"), "--vex", vex).code()).isEqualTo(1);
    }

    @Test
    void everyFormatShowsWhatWasSuppressedAndByWhom() throws IOException {
        String vex = vex("v.json", "Kura", "{\"@id\": \"" + NET + "\"}", notAffected());
        String told = "VEX not_affected (vulnerable_code_not_present) by Kura in " + vex + "#/statements/0/products/0";
        assertThat(scan(List.of("a.json"), "--vex", vex).out())
                .contains("settled", "T-1", NET + ": " + told)
                .containsPattern("Affected +0\n")
                .containsPattern("Settled by VEX +1\n");
        assertThat(scan(List.of("a.json"), "--format", "sarif", "--vex", vex).out())
                .contains("\"rules\":[{\"id\":\"T-1\"")
                .contains("\"suppressions\":[{\"kind\":\"external\",\"status\":\"accepted\",\"justification\":\"" + told
                        + "\"}]");
        assertThat(scan(List.of("a.json"), "--format", "cyclonedx", "--vex", vex)
                        .out())
                .contains(
                        "\"analysis\":{\"state\":\"not_affected\",\"justification\":\"code_not_present\",\"detail\":\""
                                + told + "\"},\"affects\":[{\"ref\":\"component-1\"");
    }

    @Test
    void whatCannotBeReadIsTold() throws IOException {
        String broken = vex("v.json", "Kura", "{\"@id\": \"pkg:x\"}", notAffected());
        Prompt run = scan(
                List.of("a.json"),
                "--format",
                "json",
                "--vex",
                broken,
                folder.resolve("none").toString());
        assertThat(run.out())
                .contains("\"pointer\":\"/statements/0/products/0/@id\"", "found pkg:x\"", "cannot be read: ")
                .contains("\"suppressed\":[]");
        assertThat(run.code()).isEqualTo(1);
    }
}
