package io.kuramori.engine.matching.kev;

import static io.kuramori.engine.matching.document.Readings.rejected;
import static io.kuramori.engine.matching.document.Readings.whole;
import static org.assertj.core.api.Assertions.assertThat;

import io.kuramori.engine.matching.ConformanceData;
import io.kuramori.engine.matching.document.Problem;
import io.kuramori.engine.matching.document.Reading;
import io.kuramori.engine.matching.document.Readings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class KevReaderTest {

    private static final String CISA = """
        {"catalogVersion": "2026.01.01", "count": 1, "vulnerabilities": [
         {"cveID": "CVE-2026-1000", "vendorProject": "V", "product": "P", "dateAdded": "2026-01-01",
          "requiredAction": "Patch.", "dueDate": "2026-01-22", "knownRansomwareCampaignUse": "Known", "cwes": ["CWE-1"]}]}
        """;

    private static Reading<Kev> read(String text) throws IOException {
        return KevReader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static Kev accepted(String text) throws IOException {
        return whole(read(text));
    }

    @Test
    void readsCisasJsonAndCsvAlike() throws IOException {
        Kev.Entry entry = new Kev.Entry(
                Kev.Publisher.CISA,
                "CVE-2026-1000",
                "V",
                "P",
                LocalDate.of(2026, 1, 1),
                Optional.of(LocalDate.of(2026, 1, 22)),
                true,
                "Patch.");
        assertThat(accepted(CISA).version()).isEqualTo("2026.01.01");
        assertThat(accepted(CISA).of(List.of("GHSA-x", "cve-2026-1000"))).contains(entry);
        assertThat(accepted("""
                \uFEFFcveID,vendorProject,product,dateAdded,requiredAction,dueDate,knownRansomwareCampaignUse
                CVE-2026-1000,V,P,2026-01-01,"Patch.",2026-01-22,Known
                """).of(List.of("CVE-2026-1000"))).contains(entry);
    }

    @Test
    void readsTheEusJson() throws IOException {
        Kev kev = accepted("""
            [{"cveID": "CVE-2026-1000", "euvdID": "EUVD-2026-7", "vendorProject": "V", "product": "P",
              "dateReported": "2026/01/02", "exploitationType": ["APT", "ransomware"]}]""");
        Kev.Entry entry = kev.of(List.of("EUVD-2026-7")).orElseThrow();
        assertThat(entry).isEqualTo(kev.of(List.of("CVE-2026-1000")).orElseThrow());
        assertThat(entry.ransomware()).isTrue();
        assertThat(entry.added()).isEqualTo("2026-01-02");
        assertThat(entry.due()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"2026-01-01\"  | \"tomorrow\"   | /vulnerabilities/0/dateAdded | line 2, column 2: expected a date, found tomorrow",
                "\"2026-01-22\"  | \"2026-02-30\" | /vulnerabilities/0/dueDate   | line 2, column 2: expected a date, found 2026-02-30",
                "CVE-2026-1000   | 1000           | /vulnerabilities/0/cveID     | line 2, column 2: expected a CVE number, found 1000",
            })
    void passesOverAnEntryAndSaysWhere(String from, String to, String pointer, String sentence) throws IOException {
        Reading.Accepted<Kev> read = Readings.accepted(read(CISA.replace(from, to)));
        assertThat(read.value().entries()).isEmpty();
        assertThat(read.problems()).extracting(Problem::pointer).containsExactly(pointer);
        assertThat(read.problems()).extracting(Problem::sentence).containsExactly(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\": 1}                             | ``                 | line 1, column 8: expected a catalogue with \"vulnerabilities\"",
                "{\"vulnerabilities\": {}}              | /vulnerabilities   | line 1, column 21: expected an array, found an object",
                "{\"vulnerabilities\": [1]}             | /vulnerabilities/0 | line 1, column 22: expected an object, found 1",
                "{\"vulnerabilities\": [{\"cveID\": 1}]} | /vulnerabilities/0/cveID | line 1, column 32: expected a string, found 1",
                "a,b                                    | ``                 | line 1: expected a heading with cveid, dateadded, found a,b",
            })
    void refusesWhatIsNoCatalogue(String text, String pointer, String sentence) throws IOException {
        Problem problem = rejected(read(text));
        assertThat(problem.pointer()).isEqualTo(pointer);
        assertThat(problem.sentence()).isEqualTo(sentence);
    }

    @TestFactory
    Stream<DynamicTest> readsThePublishedCatalogues() {
        return Stream.of(
                        "cisagov+kev-data/known_exploited_vulnerabilities.json",
                        "cisagov+kev-data/known_exploited_vulnerabilities.csv",
                        "enisaeu+CNW/eukev/eukev.json")
                .flatMap(name -> ConformanceData.file(name).stream())
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                    try (var bytes = Files.newInputStream(file)) {
                        assertThat(whole(KevReader.read(bytes)).entries())
                                .hasSizeGreaterThanOrEqualTo(file.toString().contains("cisagov") ? 1404 : 1);
                    }
                }));
    }
}
