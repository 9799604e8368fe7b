package io.kuramori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuramori.engine.matching.AdvisoryResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Each format is told by what stands in a document, wherever in it that is.
final class AdvisoryFormatsTest {

    static Stream<Arguments> documents() {
        return Stream.of(
                Arguments.of("{\"id\": \"T-1\", \"aliases\": []}", "T-1 of osv"),
                Arguments.of("\uFEFF{\"id\": \"T-1\"}", "T-1 of osv"),
                Arguments.of(
                        "{\"containers\": {\"cna\": {}}, \"cveMetadata\": {\"cveId\": \"CVE-2099-1\"}}",
                        "CVE-2099-1 of cve"),
                Arguments.of(
                        "{\"vulnerabilities\": [{\"cve\": {\"id\": \"CVE-2099-1\"}}, {\"cve\": {\"id\": \"CVE-2099-2\"}}]}",
                        "CVE-2099-1 of nvd, CVE-2099-2 of nvd"),
                Arguments.of("[{\"cve\": {\"id\": \"CVE-2099-1\"}}]", "CVE-2099-1 of nvd"),
                Arguments.of(
                        "{\"vulnerabilities\": [], \"ghsa_id\": \"GHSA-aaaa-bbbb-cccc\"}",
                        "GHSA-aaaa-bbbb-cccc of ghsa"),
                Arguments.of("[{\"ghsaId\": \"GHSA-aaaa-bbbb-cccc\"}]", "GHSA-aaaa-bbbb-cccc of ghsa"),
                Arguments.of(
                        "{\"vulnerabilities\": [{\"cve\": \"CVE-2099-1\"}], \"document\": {\"tracking\": {\"id\": \"A-1\"}}}",
                        "CVE-2099-1 of csaf"),
                Arguments.of(
                        "<?xml version=\"1.0\"?><VULDEF-Document><Vulinfo><VulinfoID>JVNDB-2099-1</VulinfoID><VulinfoData/>"
                                + "</Vulinfo></VULDEF-Document>",
                        "JVNDB-2099-1 of jvndb"),
                Arguments.of(
                        "<rdf:RDF xmlns:rdf=\"r\" xmlns:sec=\"s\"><item><sec:identifier>JVNDB-2099-2</sec:identifier></item>"
                                + "</rdf:RDF>",
                        "JVNDB-2099-2 of jvndb"),
                Arguments.of("", "expected an object"),
                Arguments.of("{\"name\": \"x\"}", "expected an advisory with an \"id\""),
                Arguments.of("<html/>", "expected a <VULDEF-Document> document"),
                Arguments.of("<html", "expected well-formed XML"),
                Arguments.of("<!DOCTYPE a><VULDEF-Document/>", "expected a document without a document type"));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void handsEachDocumentToItsReader(String document, String expected) {
        List<AdvisoryResult> results = new AdvisoryFormats().read(document.getBytes(StandardCharsets.UTF_8));
        assertThat(results.stream().map(AdvisoryFormatsTest::words).collect(Collectors.joining(", ")))
                .isEqualTo(expected);
    }

    private static String words(AdvisoryResult result) {
        return switch (result) {
            case AdvisoryResult.Accepted(var advisory) -> advisory.id() + " of " + advisory.source();
            case AdvisoryResult.Rejected(String pointer, int line, int column, String reason) -> "expected " + reason;
        };
    }
}
