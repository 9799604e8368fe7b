package io.kuramori.engine.matching.epss;

import static io.kuramori.engine.matching.document.Readings.accepted;
import static io.kuramori.engine.matching.document.Readings.rejected;
import static io.kuramori.engine.matching.document.Readings.whole;
import static org.assertj.core.api.Assertions.assertThat;

import io.kuramori.engine.matching.ConformanceData;
import io.kuramori.engine.matching.document.Problem;
import io.kuramori.engine.matching.document.Reading;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EpssReaderTest {

    private static final String HEAD =
            "#model_version:v2023.03.01,score_date:2023-03-07T00:00:00+0000\ncve,epss,percentile\n";

    private static Reading<Epss> read(String csv) throws IOException {
        return EpssReader.read(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void readsADay() throws IOException {
        Epss epss = whole(read(HEAD + "CVE-2020-5902,0.65117,0.99\n"));
        assertThat(epss.model()).isEqualTo("v2023.03.01");
        assertThat(epss.date()).isEqualTo("2023-03-07T00:00:00+0000");
        assertThat(epss.of(List.of("GHSA-1", "cve-2020-5902"))).contains(new Epss.Score(0.65117, Optional.of(0.99)));
        assertThat(epss.of(List.of("CVE-2020-1"))).isEmpty();
    }

    @Test
    void readsTheEarlyFilesWithoutComment() throws IOException {
        assertThat(read("cve,epss\nCVE-2020-5902,0.5\n"))
                .isEqualTo(new Reading.Accepted<>(
                        new Epss("", "", Map.of("CVE-2020-5902", new Epss.Score(0.5, Optional.empty()))), List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CVE-2020-5902,1.5,0.1   | expected a number from 0 to 1 for epss, found 1.5",
                "CVE-2020-5902,0.1,NaN   | expected a number from 0 to 1 for percentile, found NaN",
                "CVE-2020-5902,,0.1      | expected a number from 0 to 1 for epss",
                "CVE-2020-5902           | expected a number from 0 to 1 for percentile",
                "5902,0.1,0.1            | expected a CVE number, found 5902",
                "CVE-1999-0001,0.2,0.1   | 'expected each CVE once, found CVE-1999-0001'",
            })
    void passesOverARowAndSaysWhere(String row, String sentence) throws IOException {
        Reading.Accepted<Epss> read =
                accepted(read(HEAD + "CVE-1999-0001,0.1,0.1\n" + row + "\nCVE-1999-0002,0.1,0.1\n"));
        assertThat(read.value().scores()).containsKeys("CVE-1999-0001", "CVE-1999-0002");
        assertThat(read.problems()).extracting(Problem::sentence).containsExactly("line 4: " + sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a,b              | line 1: expected a heading with cve, epss, found a,b",
                "''               | expected a heading with cve, epss",
                "# only a comment | line 1: expected a heading with cve, epss",
            })
    void refusesWhatIsNoSuchFile(String csv, String sentence) throws IOException {
        assertThat(rejected(read(csv)).sentence()).isEqualTo(sentence);
    }

    @Test
    void refusesBytesThatAreNoText() throws IOException {
        byte[] bytes = {'c', 'v', 'e', ',', 'e', 'p', 's', 's', '\n', (byte) 0xff, (byte) 0xfe, '\n'};
        assertThat(EpssReader.read(new ByteArrayInputStream(bytes))).isInstanceOf(Reading.Rejected.class);
    }

    @TestFactory
    Stream<DynamicTest> readsPublishedFiles() {
        String folder = "MaineK00n+vuls-data-update/pkg/fetch/epss/testdata/fixtures/epss_scores-";
        return Stream.of("2021-04-14", "2021-09-01", "2022-02-04", "2023-03-07")
                .flatMap(day -> ConformanceData.file(folder + day + ".csv.gz").stream())
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                    try (var csv = new GZIPInputStream(Files.newInputStream(file))) {
                        assertThat(whole(EpssReader.read(csv)).scores()).isNotEmpty();
                    }
                }));
    }
}
