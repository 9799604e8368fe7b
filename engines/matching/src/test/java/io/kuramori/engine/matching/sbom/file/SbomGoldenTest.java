package io.kuramori.engine.matching.sbom.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuramori.engine.matching.document.Problem;
import io.kuramori.engine.matching.document.Problem.Kind;
import io.kuramori.engine.matching.document.Reading;
import io.kuramori.engine.matching.sbom.Edge;
import io.kuramori.engine.matching.sbom.Part;
import io.kuramori.engine.matching.sbom.Sbom;
import io.kuramori.engine.matching.sbom.Tool;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Each file under `sboms/input` is read, and what comes of it, problems too, stands in the file of the same name under
/// `sboms/output`. What came stands under `target/golden/sboms`, to be compared and, when right, kept.
final class SbomGoldenTest {

    @TestFactory
    Stream<DynamicTest> golden() throws IOException {
        Path input = folder("input");
        List<Path> found = files();
        assertThat(found).hasSizeGreaterThan(90);
        assertThat(found).filteredOn(file -> file.toString().contains("broken")).hasSizeGreaterThan(40);
        return found.stream()
                .map(file -> DynamicTest.dynamicTest(input.relativize(file).toString(), () -> check(input, file)));
    }

    private static void check(Path input, Path file) throws IOException {
        String relative = input.relativize(file).toString();
        String actual = told(SbomReader.read(new ByteArrayInputStream(Files.readAllBytes(file))));
        Path came = Path.of("target/golden/sboms").resolve(relative + ".txt");
        Files.createDirectories(Objects.requireNonNull(came.getParent()));
        Files.writeString(came, actual);
        Path expected = folder("output").resolve(relative + ".txt");
        assertThat(actual).as("%s came as %s", relative, came).isEqualTo(Files.readString(expected));
    }

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder("input"))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static String told(Reading<Sbom> reading) {
        StringBuilder text = new StringBuilder();
        switch (reading) {
            case Reading.Rejected<Sbom>(Problem problem) -> problem(text, "refused", problem);
            case Reading.Accepted<Sbom>(Sbom sbom, List<Problem> problems) -> {
                sbom(text, sbom);
                problems.forEach(problem -> problem(text, "left out", problem));
                sbom.remarks().forEach(problem -> problem(text, "remark", problem));
            }
        }
        return text.toString();
    }

    private static void sbom(StringBuilder text, Sbom sbom) {
        text.append("%s, serial %s, version %s, made %s%n"
                .formatted(sbom.format().name(sbom.specVersion()), sbom.serial(), sbom.version(), sbom.made()));
        for (Tool tool : sbom.tools()) {
            text.append("  tool %s %s %s%n".formatted(tool.vendor(), tool.name(), tool.version()));
        }
        sbom.subjects().forEach(part -> part(text, "subject", part));
        sbom.parts().forEach(part -> part(text, "part", part));
        for (Edge edge : sbom.edges()) {
            text.append("  %s %s %s%n".formatted(edge.from(), edge.kind(), edge.to()));
        }
    }

    private static void part(StringBuilder text, String as, Part part) {
        text.append("  %s at %s (%d:%d) [%s] %s %s @ %s, %s%n"
                .formatted(
                        as,
                        part.place().pointer(),
                        part.place().line(),
                        part.place().column(),
                        part.ref(),
                        part.type(),
                        part.wholeName(),
                        part.version(),
                        part.scope()));
        text.append("    %s%n".formatted(part.component()));
        part.purls().forEach(purl -> text.append("    %s%n".formatted(purl)));
        part.cpes().forEach(cpe -> text.append("    %s%n".formatted(cpe)));
        text.append("    %s%n".formatted(part.origin()));
        part.hashes().forEach(hash -> text.append("    %s%n".formatted(hash)));
        part.licences().forEach(licence -> text.append("    %s%n".formatted(licence)));
    }

    /// What a parser says of bad syntax is in the words of the machine's language.
    private static void problem(StringBuilder text, String as, Problem problem) {
        text.append("%s: %s at %s (%d:%d), expected %s%s%n"
                .formatted(
                        as,
                        problem.kind(),
                        problem.pointer().isEmpty() ? "the document" : problem.pointer(),
                        problem.line(),
                        problem.column(),
                        problem.expected(),
                        problem.kind() == Kind.SYNTAX || problem.found().isEmpty()
                                ? ""
                                : ", found " + problem.found()));
    }

    static Path folder(String name) {
        try {
            return Path.of(Objects.requireNonNull(SbomGoldenTest.class.getResource("/sboms/" + name))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
