package io.kuramori.engine.matching.vex.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuramori.engine.matching.ConformanceData;
import io.kuramori.engine.matching.document.Problem;
import io.kuramori.engine.matching.document.Reading;
import io.kuramori.engine.matching.vex.Vex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every JSON file of the published collections is read or refused, and whatever is left out has a place. The refused
/// ones are schemas, feeds and documents without vulnerabilities.
final class VexConformanceTest {

    /// What reading all files of a folder gave.
    private record Count(int read, int refused, int statements, int leftOut) {}

    private record Collection(String folder, Count count) {}

    private static final List<Collection> COLLECTIONS = List.of(
            new Collection("openvex+go-vex", new Count(11, 1, 1495, 5)),
            new Collection("openvex+spec", new Count(0, 3, 0, 0)),
            new Collection("DependencyTrack+dependency-track/src/test/resources/vex-1.json", new Count(1, 0, 3, 0)),
            new Collection("CycloneDX+bom-examples/VEX", new Count(25, 14, 169, 27)),
            new Collection("oasis-tcs+csaf", new Count(141, 171, 813, 36)),
            new Collection("cisagov+CSAF", new Count(4, 2, 22, 0)),
            new Collection("anchore+grype/grype/db/processors/testdata/openvex.json", new Count(1, 0, 1, 0)),
            new Collection("anchore+grype/grype/db/processors/testdata/csaf-vex.json", new Count(1, 0, 2, 0)));

    @TestFactory
    Stream<DynamicTest> readsOrRefusesEveryPublishedFile() {
        return COLLECTIONS.stream()
                .flatMap(collection -> ConformanceData.file(collection.folder).stream()
                        .map(folder -> DynamicTest.dynamicTest(
                                collection.folder,
                                () -> assertThat(count(folder)).isEqualTo(collection.count))));
    }

    private static Count count(Path folder) throws IOException {
        int read = 0;
        int refused = 0;
        int statements = 0;
        int leftOut = 0;
        for (Path file : documents(folder)) {
            switch (VexReader.read(Files.readAllBytes(file), file.toString())) {
                case Reading.Accepted<Vex>(Vex vex, List<Problem> problems) -> {
                    read++;
                    statements += vex.statements().size();
                    leftOut += vex.leftOut();
                    assertThat(problems)
                            .as(file.toString())
                            .hasSize(vex.leftOut())
                            .allMatch(problem ->
                                    problem.line() > 0 && !problem.pointer().isEmpty());
                }
                case Reading.Rejected<Vex>(Problem problem) -> {
                    refused++;
                    assertThat(problem.line()).as(file.toString()).isPositive();
                }
            }
        }
        return new Count(read, refused, statements, leftOut);
    }

    private static List<Path> documents(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }
}
