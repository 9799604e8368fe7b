package io.kuramori.engine.matching.vex.file;

import static io.kuramori.engine.matching.document.Readings.accepted;
import static io.kuramori.engine.matching.document.Readings.rejected;
import static io.kuramori.engine.matching.document.Readings.whole;
import static org.assertj.core.api.Assertions.assertThat;

import io.kuramori.engine.matching.document.Problem;
import io.kuramori.engine.matching.document.Reading;
import io.kuramori.engine.matching.vex.Justification;
import io.kuramori.engine.matching.vex.Product;
import io.kuramori.engine.matching.vex.Statement;
import io.kuramori.engine.matching.vex.Status;
import io.kuramori.engine.matching.vex.Vex;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class VexReaderTest {

    private static Reading<Vex> read(String text) {
        return VexReader.read(text.getBytes(StandardCharsets.UTF_8), "f.json");
    }

    /// One line: ids, product, part, status, author, time, place.
    private static List<String> lines(String text) {
        return whole(read(text)).statements().stream().map(VexReaderTest::line).toList();
    }

    private static String line(Statement statement) {
        return String.join(
                " | ",
                String.join(" ", statement.ids()),
                statement.product().identifier()
                        + statement
                                .subcomponent()
                                .map(part -> " > " + part.identifier())
                                .orElse(""),
                status(statement.status()),
                statement.pointer());
    }

    private static String status(Status status) {
        return switch (status) {
            case Status.NotAffected(var why, var words) ->
                "not affected: " + why.map(Justification::word).orElse("") + " " + words;
            case Status.Affected(var action) -> "affected: " + action;
            case Status.Fixed ignored -> "fixed";
            case Status.UnderInvestigation ignored -> "in investigation";
        };
    }

    @Test
    void readsOpenVex() {
        assertThat(lines(Samples.OPENVEX))
                .containsExactly(
                        "CVE-2026-1000 GHSA-aaaa-bbbb-cccc | pkg:oci/app@sha256%3A1 > pkg:npm/lib@1.0"
                                + " | not affected: vulnerable_code_not_present "
                                + " | /statements/0/products/0/subcomponents/0",
                        "CVE-2026-1000 GHSA-aaaa-bbbb-cccc | cpe:2.3:a:kura:app:1:*:*:*:*:*:*:*"
                                + " | not affected: vulnerable_code_not_present  | /statements/0/products/1",
                        "CVE-2026-1001 | https://app.example | affected: Update. | /statements/1/products/0");
        List<Statement> statements = whole(read(Samples.OPENVEX)).statements();
        assertThat(statements).allMatch(statement -> statement.author().equals("Kura Soft"));
        assertThat(statements).allMatch(statement -> statement.file().equals("f.json"));
        assertThat(statements)
                .extracting(Statement::time)
                .containsExactly(
                        Optional.of(Instant.parse("2026-01-01T00:00:00Z")),
                        Optional.of(Instant.parse("2026-01-01T00:00:00Z")),
                        Optional.of(Instant.parse("2026-01-01T15:00:00Z")));
    }

    @Test
    void readsTheFirstOpenVex() {
        assertThat(lines(Samples.OPENVEX_OLD))
                .containsExactly(
                        "CVE-2026-1000 | pkg:oci/app > pkg:npm/lib | fixed | /statements/0/subcomponents/0",
                        "CVE-2026-1001 | pkg:oci/app | in investigation | /statements/1/products/0");
        assertThat(whole(read(Samples.OPENVEX_OLD)).format()).isEqualTo("OpenVEX 0.0.1");
    }

    @Test
    void readsCycloneDx() {
        String ids = "CVE-2026-1000 GHSA-aaaa-bbbb-cccc | ";
        String why = " | not affected: code_not_reachable Not called. | /vulnerabilities/0/affects/";
        assertThat(lines(Samples.CYCLONEDX))
                .containsExactly(
                        ids + "pkg:oci/app@1" + why + "0",
                        ids + "pkg:oci/app@1 > pkg:npm/lib@1.0" + why + "1",
                        ids + "pkg:oci/app@1 > pkg:npm/lib@1.1" + why + "1",
                        ids + "urn:cdx:3e671687-395b-41f5-a30f-a58921a69b79/2#bare" + why + "2",
                        ids + "pkg:npm/other@2" + why + "3",
                        ids + "urn:cdx:f08a6ccd-4dce-4759-bd84-c626675d60a7/1#x" + why + "4",
                        "CVE-2026-1001 | pkg:oci/app@1 | affected: update | /vulnerabilities/1/affects/0");
        Vex vex = whole(read(Samples.CYCLONEDX));
        assertThat(vex.statements().get(5).product())
                .isEqualTo(new Product.ByBomRef("f08a6ccd-4dce-4759-bd84-c626675d60a7", "1", "x", Optional.of("3")));
        assertThat(vex.statements()).allMatch(statement -> statement.author().equals("Kura Soft"));
        assertThat(vex.statements().get(0).time()).contains(Instant.parse("2026-01-02T00:00:00Z"));
        assertThat(vex.statements().get(6).time()).contains(Instant.parse("2026-01-01T00:00:00Z"));
    }

    /// What a document says of a library, by what it says of itself.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"purl\": \"pkg:oci/app@1\", | purl of the subject, no name     | pkg:oci/app@1 > pkg:npm/lib",
                "                             | same serial only                 | urn:cdx:3e671687-395b-41f5-a30f-a58921a69b79/2#lib",
            })
    void takesAPartInItsSubject(String purl, String ignored, String product) {
        String purlText = purl == null ? "" : purl;
        String text = Samples.CYCLONEDX.replace(
                "\"name\": \"app\", \"purl\": \"pkg:oci/app@1\"", purlText + "\"name\": \"app\"");
        assertThat(accepted(read(text.replace(", \"versions\": [{\"version\": \"1.0\"}, {\"version\": \"1.1\"}]", "")))
                        .value()
                        .statements()
                        .get(1))
                .extracting(VexReaderTest::line)
                .asString()
                .contains(" | " + product + " | ");
    }

    @Test
    void readsCsaf() {
        String ids = "CVE-2026-1000 K-1 | ";
        assertThat(lines(Samples.CSAF))
                .containsExactly(
                        ids + "pkg:oci/app > cpe:/a:kura:lib:1 | not affected: vulnerable_code_not_in_execute_path"
                                + " Not called. | /vulnerabilities/0/product_status/known_not_affected/0",
                        ids + "Box 7 | affected: Update. | /vulnerabilities/0/product_status/known_affected/0",
                        ids + "pkg:oci/app | fixed | /vulnerabilities/0/product_status/fixed/0",
                        ids + "cpe:/a:kura:lib:1 | in investigation"
                                + " | /vulnerabilities/0/product_status/under_investigation/0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "OPENVEX   | \"not_affected\"          | \"safe\"        | 2 | /statements/0/status   | line 6, column 14: expected not_affected, affected, fixed or under_investigation, found safe",
                "OPENVEX   | vulnerable_code_not_present | because       | 2 | /statements/0/justification | line 6, column 47: expected a justification of OpenVEX, found because",
                "OPENVEX   | \"justification\"         | \"reason\"      | 2 | /statements/0          | line 3, column 3: expected a justification or an impact_statement for not_affected",
                "OPENVEX   | \"name\": \"CVE-2026-1000\" | \"id\": \"x\" | 2 | /statements/0/vulnerability | line 3, column 21: expected a \"name\"",
                "OPENVEX   | \"pkg:oci/app@sha256%3A1\" | \"pkg:app\"    | 1 | /statements/0/products/0/@id | line 4, column 25: expected a package URL, a CPE name or an IRI, found pkg:app",
                "OPENVEX   | cpe:2.3:a:kura           | cpe:2.3:x:kura   | 1 | /statements/0/products/1/identifiers/cpe23 | line 5, column 43: expected a package URL, a CPE name or an IRI, found cpe:2.3:x:kura:app:1:*:*:*:*:*:*:*",
                "OPENVEX   | \"2026-01-02T00:00:00+09:00\" | \"yesterday\" | 1 | /statements/1/timestamp | line 7, column 61: expected a time as in RFC 3339, found yesterday",
                "OPENVEX   | [{\"@id\": \"https://app.example\"}] | []      | 1 | /statements/1          | line 7, column 3: expected a product",
                "OPENVEX   | [{\"@id\": \"https://app.example\"}] | {}      | 1 | /statements/1/products | line 8, column 16: expected an array, found an object",
                "OPENVEX   | {\"@id\": \"pkg:npm/lib@1.0\"} | {}            | 1 | /statements/0/products/0/subcomponents/0 | line 4, column 69: expected a \"@id\"",
                "CYCLONEDX | not_affected             | harmless         | 6 | /vulnerabilities/0/analysis/state | line 9, column 26: expected resolved, resolved_with_pedigree, exploitable, in_triage, false_positive or not_affected, found harmless",
                "CYCLONEDX | code_not_reachable       | because          | 6 | /vulnerabilities/0/analysis/justification | line 9, column 59: expected a justification of CycloneDX, found because",
                "CYCLONEDX | \"id\": \"CVE-2026-1001\", | ``             | 1 | /vulnerabilities/1     | line 14, column 3: expected a \"id\"",
                "CYCLONEDX | \"ref\": \"pkg:npm/other@2\" | \"ref\": \"urn:cdx:1/1#x\" | 1 | /vulnerabilities/0/affects/3/ref | line 12, column 30: expected the bom-ref of a component, a BOM-Link or a package URL, found urn:cdx:1/1#x",
                "CYCLONEDX | {\"version\": \"1.0\"}   | {\"range\": \"vers:npm/<1\"} | 1 | /vulnerabilities/0/affects/1/versions/0 | line 11, column 60: expected single versions; ranges are not compared, found an object",
                "CYCLONEDX | \"pkg:npm/lib\"          | \"pkg:npm/lib@9\" | 2 | /vulnerabilities/0/affects/1/versions/0/version | line 11, column 72: expected a version of what the ref names, found 1.0",
                "CYCLONEDX | \"pkg:npm/lib\"          | \"npm/lib\"       | 0 | /components/0/purl     | line 5, column 78: expected a package URL or a CPE name, found npm/lib",
                "CYCLONEDX | \"name\": \"bare\"       | \"name\": 7       | 0 | /components/1/name     | line 6, column 50: expected a string, found 7",
                "CSAF      | \"known_not_affected\": [\"P4\"] | \"known_not_affected\": [\"P9\"] | 1 | /vulnerabilities/0/product_status/known_not_affected/0 | line 13, column 45: expected the id of a product in the product_tree, found P9",
                "CSAF      | vulnerable_code_not_in_execute_path | because | 4 | /vulnerabilities/0/flags/0/label | line 15, column 23: expected a label of a flag, found because",
                "CSAF      | pkg:oci/app              | pkg:app          | 2 | /product_tree/branches/0/branches/0/product/product_identification_helper/purl | line 6, column 47: expected a package URL, a CPE name or a BOM-Link, found pkg:app",
                "CSAF      | \"product_id\": \"P3\"   | \"id\": \"P3\"    | 1 | /product_tree/full_product_names/1 | line 8, column 68: expected a \"product_id\"",
                "CSAF      | \"product_reference\"    | \"product\"       | 1 | /product_tree/relationships/0 | line 9, column 21: expected a \"product_reference\"",
                "CYCLONEDX | \"bom-ref\": \"bare\"   | \"bom-ref\": \"lib\" | 0 | /components/1/bom-ref | line 6, column 34: expected each bom-ref once; the first counts, found lib",
                "CSAF      | \"product_id\": \"P3\"   | \"product_id\": \"P2\" | 1 | /product_tree/full_product_names/1/product_id | line 8, column 100: expected each product_id once; the first counts, found P2",
                "CSAF      | [\"P4\"], \"fixed\"      | [4], \"fixed\"    | 1 | /vulnerabilities/0/product_status/known_not_affected/0 | line 13, column 45: expected a string, found 4",
            })
    void leavesOutAStatementAndSaysWhere(
            String sample, String from, String to, int fewer, String pointer, String sentence) {
        String sound = switch (sample) {
            case "OPENVEX" -> Samples.OPENVEX;
            case "CYCLONEDX" -> Samples.CYCLONEDX;
            default -> Samples.CSAF;
        };
        assertThat(sound).contains(from);
        Reading.Accepted<Vex> read = accepted(read(sound.replace(from, to)));
        assertThat(read.problems().getFirst())
                .extracting(Problem::pointer, Problem::sentence)
                .containsExactly(pointer, sentence);
        assertThat(read.value().leftOut()).isEqualTo(read.problems().size());
        assertThat(whole(read(sound)).statements().size()
                        - read.value().statements().size())
                .isEqualTo(fewer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[]                                                                  | `` | line 1, column 1: expected an object, found an array",
                "{}                                                                  | `` | line 1, column 1: expected a VEX document of CycloneDX, OpenVEX or CSAF, found an object",
                "{\"@context\": \"https://openvex.dev/ns/v9\"}                       | /@context | line 1, column 14: expected https://openvex.dev/ns/v0.2.0 or /v0.0.1, found https://openvex.dev/ns/v9",
                "{\"@context\": \"https://openvex.dev/ns/v0.2.0\"}                   | `` | line 1, column 1: expected a \"statements\"",
                "{\"@context\": \"https://openvex.dev/ns\", \"statements\": {}}      | /statements | line 1, column 54: expected an array, found an object",
                "{\"bomFormat\": \"SPDX\"}                                           | /bomFormat | line 1, column 15: expected CycloneDX, found SPDX",
                "{\"bomFormat\": \"CycloneDX\", \"specVersion\": \"1.3\"}            | /specVersion | line 1, column 43: expected 1.4 to 1.7, found 1.3",
                "{\"bomFormat\": \"CycloneDX\", \"specVersion\": \"1.6\"}            | `` | line 1, column 1: expected a \"vulnerabilities\"",
                "{\"document\": {\"csaf_version\": \"1.0\"}}                         | /document/csaf_version | line 1, column 31: expected 2.0 or 2.1, found 1.0",
                "{\"document\": {}}                                                  | /document | line 1, column 14: expected a \"csaf_version\"",
                "{\"document\": {\"csaf_version\": \"2.0\"}}                         | `` | line 1, column 1: expected a \"vulnerabilities\"",
            })
    void refusesWhatIsNoVex(String text, String pointer, String sentence) {
        Problem problem = rejected(read(text));
        assertThat(problem.pointer()).isEqualTo(pointer);
        assertThat(problem.sentence()).isEqualTo(sentence);
    }

    @Test
    void readsThePathsOfCsaf21() {
        String paths = Samples.CSAF
                .replace("\"csaf_version\": \"2.0\"", "\"csaf_version\": \"2.1\"")
                .replace("\"relationships\"", "\"product_paths\"")
                .replace(
                        "{\"category\": \"default_component_of\", \"product_reference\"",
                        "{\"beginning_product_reference\"")
                .replace(
                        "\"relates_to_product_reference\": \"P1\"",
                        "\"subpaths\": [{\"next_product_reference\": \"P3\"}, {\"next_product_reference\": \"P1\"}]");
        assertThat(lines(paths)).isEqualTo(lines(Samples.CSAF));
    }

    @Test
    void asksForAReasonOnlyInTheProfileVex() {
        String bare = Samples.CSAF.replace("\"flags\"", "\"x\"").replace("\"impact\"", "\"exploit_status\"");
        assertThat(accepted(read(bare)).value().statements()).hasSize(3);
        assertThat(whole(read(bare.replace("csaf_vex", "csaf_security_advisory")))
                        .statements())
                .hasSize(4);
    }
}
