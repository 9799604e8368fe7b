package io.kuramori.engine.matching.readers;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuramori.engine.matching.AdvisoryReader;
import io.kuramori.engine.matching.AdvisoryResult;
import io.kuramori.engine.matching.ConformanceData;
import io.kuramori.engine.matching.csaf.CsafReader;
import io.kuramori.engine.matching.cve.CveReader;
import io.kuramori.engine.matching.jvn.JvnRssReader;
import io.kuramori.engine.matching.jvn.VuldefReader;
import io.kuramori.engine.matching.nvd.NvdReader;
import io.kuramori.engine.matching.osv.OsvReader;
import io.kuramori.engine.matching.osv.OsvResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Everything published that lies at hand: each record is read, or refused with its place; none is lost.
final class ReadersConformanceTest {

    private static List<AdvisoryResult> osv(byte[] document) {
        return switch (new OsvReader("osv").read(document)) {
            case OsvResult.Accepted(var advisory) -> List.of(new AdvisoryResult.Accepted(advisory));
            case OsvResult.Rejected(var pointer, var line, var column, var reason) ->
                List.of(new AdvisoryResult.Rejected(pointer, line, column, reason));
        };
    }

    @TestFactory
    Stream<DynamicTest> linesOfRecords() {
        return Stream.of(
                        lines("golang+vulndb/go-osv.ndjson", ReadersConformanceTest::osv, 4291, 0),
                        lines("pypa+advisory-database/pypi-osv.ndjson", ReadersConformanceTest::osv, 2661, 0),
                        lines("osv-mixed/osv-from-fixtures.ndjson", ReadersConformanceTest::osv, 378, 0),
                        lines("rustsec+advisory-db/crates-osv.ndjson.gz", ReadersConformanceTest::osv, 1206, 0),
                        lines("bitnami+vulndb/osv.ndjson.gz", ReadersConformanceTest::osv, 7444, 0),
                        lines("AlmaLinux+osv-database/osv.ndjson.gz", ReadersConformanceTest::osv, 5680, 0),
                        lines("cisagov+vulnrichment/cve-json5-ssvc.ndjson", reader(new CveReader("cve")), 407, 0),
                        lines("cisagov+vulnrichment-bulk/cve5.ndjson.gz", reader(new CveReader("cve")), 39951, 5))
                .flatMap(test -> test);
    }

    private static Function<byte[], List<AdvisoryResult>> reader(AdvisoryReader reader) {
        return reader::read;
    }

    private static Stream<DynamicTest> lines(
            String file, Function<byte[], List<AdvisoryResult>> reader, int records, int refused) {
        return ConformanceData.file(file).stream()
                .map(path -> DynamicTest.dynamicTest(file, () -> {
                    Tally tally = new Tally();
                    try (Stream<String> lines = ConformanceData.lines(path)) {
                        lines.forEach(line -> {
                            List<AdvisoryResult> results = reader.apply(line.getBytes(StandardCharsets.UTF_8));
                            assertThat(results).hasSize(1);
                            results.forEach(tally::count);
                        });
                    }
                    tally.check(file, records, refused);
                }));
    }

    @TestFactory
    Stream<DynamicTest> foldersOfDocuments() {
        return Stream.of(
                        folder(
                                "MaineK00n+vuls-data-update/pkg/fetch/jvn/feed/detail/testdata/fixtures",
                                ".rdf",
                                new VuldefReader("jvndb"),
                                5,
                                0),
                        folder(
                                "MaineK00n+vuls-data-update/pkg/fetch/jvn/feed/rss/testdata/fixtures",
                                ".rdf",
                                new JvnRssReader("jvndb"),
                                11,
                                0),
                        folder(
                                "MaineK00n+vuls-data-update/pkg/fetch/nvd/api/cve/testdata/fixtures",
                                ".json",
                                new NvdReader("nvd"),
                                42,
                                0),
                        folder(
                                "MaineK00n+vuls-data-update/pkg/fetch/nvd/feed/cve/v2/testdata/fixtures",
                                ".json.gz",
                                new NvdReader("nvd"),
                                9,
                                0),
                        folder("google+osv.dev/vulnfeeds/test_data/nvdcve-2.0", ".json", new NvdReader("nvd"), 23, 0),
                        folder("google+osv.dev/vulnfeeds/test_data/cvelistV5", ".json", new CveReader("cve"), 11, 0),
                        folder("oasis-tcs+csaf/csaf_2.0/examples/csaf", ".json", new CsafReader("csaf"), 59, 0),
                        folder("oasis-tcs+csaf", ".json", new CsafReader("csaf"), 277, 28),
                        folder("cisagov+CSAF", ".json", new CsafReader("csaf"), 10, 1))
                .flatMap(test -> test);
    }

    private static Stream<DynamicTest> folder(
            String folder, String suffix, AdvisoryReader reader, int records, int refused) {
        return ConformanceData.file(folder).stream()
                .map(path -> DynamicTest.dynamicTest(folder, () -> {
                    Tally tally = new Tally();
                    for (Path file : files(path, name -> name.endsWith(suffix) && !name.equals("SOURCE.json"))) {
                        try (InputStream raw = Files.newInputStream(file);
                                InputStream input = suffix.endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
                            reader.read(input, tally::count);
                        }
                    }
                    tally.check(folder, records, refused);
                }));
    }

    private static List<Path> files(Path folder, Predicate<String> wanted) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> wanted.test(file.getFileName().toString()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Counts what was read and what was refused.
    private static final class Tally {

        private int read;
        private final List<AdvisoryResult.Rejected> refused = new ArrayList<>();

        void count(AdvisoryResult result) {
            switch (result) {
                case AdvisoryResult.Accepted ignored -> read++;
                case AdvisoryResult.Rejected rejected -> refused.add(rejected);
            }
        }

        void check(String what, int records, int refusals) {
            System.out.printf("%s: %d read, %d refused%n", what, read, refused.size());
            assertThat(refused).allSatisfy(rejected -> {
                assertThat(rejected.line()).isPositive();
                assertThat(rejected.column()).isPositive();
                assertThat(rejected.expected()).isNotBlank();
            });
            assertThat(read).as(what + " read").isEqualTo(records - refusals);
            assertThat(refused).as(what + " refused").hasSize(refusals);
        }
    }
}
