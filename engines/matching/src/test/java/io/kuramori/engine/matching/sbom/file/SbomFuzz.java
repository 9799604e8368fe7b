package io.kuramori.engine.matching.sbom.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuramori.engine.matching.document.Damage;
import io.kuramori.engine.matching.document.Problem;
import io.kuramori.engine.matching.document.Reading;
import io.kuramori.engine.matching.sbom.Part;
import io.kuramori.engine.matching.sbom.Sbom;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Damaged at random places, bills of materials are read or refused, never anything else; what is wrong has a place,
/// and every part that is read can be matched.
final class SbomFuzz {

    private static final int RUNS = Integer.getInteger("kuramori.fuzz.runs", 300);

    @TestFactory
    Stream<DynamicTest> damagedDocuments() throws IOException {
        Path input = SbomGoldenTest.folder("input");
        return SbomGoldenTest.files().stream()
                .map(file -> DynamicTest.dynamicTest(input.relativize(file).toString(), () -> damage(file)));
    }

    private static void damage(Path file) throws IOException {
        Damage.of(Files.readAllBytes(file), RUNS, SbomFuzz::check);
    }

    private static void check(byte[] bytes) throws IOException {
        switch (SbomReader.read(new ByteArrayInputStream(bytes))) {
            case Reading.Rejected<Sbom>(Problem problem) -> placed(problem);
            case Reading.Accepted<Sbom>(Sbom sbom, List<Problem> problems) -> {
                problems.forEach(SbomFuzz::placed);
                sbom.parts().forEach(Part::component);
                sbom.subjects().forEach(Part::component);
            }
        }
    }

    private static void placed(Problem problem) {
        assertThat(problem.line()).as(problem.toString()).isPositive();
        assertThat(problem.expected()).as(problem.toString()).isNotBlank();
    }
}
