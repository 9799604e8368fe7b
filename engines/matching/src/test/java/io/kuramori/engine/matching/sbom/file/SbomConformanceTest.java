package io.kuramori.engine.matching.sbom.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuramori.engine.matching.ConformanceData;
import io.kuramori.engine.matching.document.Problem;
import io.kuramori.engine.matching.document.Problem.Kind;
import io.kuramori.engine.matching.document.Reading;
import io.kuramori.engine.matching.sbom.Sbom;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every file of the published collections is read or refused: bills of materials are read, but for versions that are
/// not; whatever else lies there is told apart as such.
final class SbomConformanceTest {

    /// What reading all files of a folder gave.
    ///
    /// @param version refused for the version of the format
    /// @param other refused as no bill of materials at all
    /// @param broken refused for other reasons
    private record Count(
            int read, int parts, int edges, int leftOut, int remarks, int version, int other, int broken) {}

    private record Collection(String folder, Count count) {}

    private static final List<Collection> COLLECTIONS = List.of(
            new Collection("CycloneDX+bom-examples", new Count(65, 5072, 1955, 0, 4, 1, 2, 0)),
            new Collection("CycloneDX+sbom-examples", new Count(7, 2397, 634, 0, 2, 0, 1, 0)),
            new Collection("spdx+spdx-examples", new Count(30, 68, 58, 0, 1, 23, 2, 0)),
            new Collection("DependencyTrack+dependency-track", new Count(24, 247, 832, 0, 10, 2, 30, 0)),
            new Collection("aquasecurity+trivy", new Count(40, 313, 398, 0, 3, 0, 150, 0)),
            new Collection("google+osv-scanner", new Count(6, 187, 0, 2, 3, 0, 10, 1)),
            new Collection(
                    "DefectDojo+django-DefectDojo/unittests/scans/cyclonedx", new Count(12, 179, 273, 0, 1, 3, 0, 0)),
            new Collection("DefectDojo+django-DefectDojo/unittests/scans/spdx", new Count(4, 12, 0, 0, 0, 1, 0, 0)));

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
        int parts = 0;
        int edges = 0;
        int leftOut = 0;
        int remarks = 0;
        Map<Kind, Integer> refused = new EnumMap<>(Kind.class);
        for (Path file : documents(folder)) {
            try (InputStream bytes = Files.newInputStream(file)) {
                switch (SbomReader.read(bytes)) {
                    case Reading.Accepted<Sbom>(Sbom sbom, List<Problem> problems) -> {
                        read++;
                        parts += sbom.parts().size();
                        edges += sbom.edges().size();
                        leftOut += problems.size();
                        remarks += sbom.remarks().size();
                        problems.forEach(problem -> told(file, "left out", problem));
                        sbom.remarks().forEach(problem -> told(file, "remark", problem));
                        assertThat(problems).as(file.toString()).allMatch(problem -> problem.line() > 0);
                    }
                    case Reading.Rejected<Sbom>(Problem problem) -> {
                        refused.merge(problem.kind(), 1, Integer::sum);
                        assertThat(problem.line()).as(file.toString()).isPositive();
                        if (problem.kind() != Kind.FORMAT) {
                            told(file, "refused", problem);
                        }
                    }
                }
            }
        }
        int version = refused.getOrDefault(Kind.VERSION, 0);
        int other = refused.getOrDefault(Kind.FORMAT, 0);
        int all = refused.values().stream().mapToInt(Integer::intValue).sum();
        return new Count(read, parts, edges, leftOut, remarks, version, other, all - version - other);
    }

    private static void told(Path file, String as, Problem problem) {
        System.out.printf("%s: %s %s %s %s%n", file, as, problem.kind(), problem.pointer(), problem.sentence());
    }

    private static List<Path> documents(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
