package io.kuramori.engine.matching.severity;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuramori.engine.matching.ConformanceData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Scores against the vectors of others, every one (docs/conformance.md). Lines: `vector - score` or
/// `vector - (base, temporal, environmental)` with `None` where a group is not given.
final class CvssConformanceTest {

    private record Suite(String file, int lines) {}

    private static final String RED_HAT = "RedHatProductSecurity+cvss/tests/vectors_";

    private static final List<Suite> SUITES = List.of(
            new Suite("calculator2", 5),
            new Suite("calculator3", 2),
            new Suite("cvsslib2", 24),
            new Suite("cvsslib3", 29),
            new Suite("security4", 54),
            new Suite("simple2", 729),
            new Suite("simple3", 2592),
            new Suite("simple31", 2592),
            new Suite("simple4", 1058),
            new Suite("supplemental4", 576),
            new Suite("threat4", 6));

    private static final Pattern FIRST = Pattern.compile("'vector': '([^']+)', 'score': ([0-9.]+)");

    @TestFactory
    Stream<DynamicTest> scoresEveryVector() {
        return SUITES.stream()
                .flatMap(suite -> ConformanceData.file(RED_HAT + suite.file).stream()
                        .map(file -> DynamicTest.dynamicTest(suite.file, () -> check(suite, file))));
    }

    @TestFactory
    Stream<DynamicTest> scoresEveryMacrovector() {
        return ConformanceData.file("FIRSTdotorg+cvss-resources/vectorFiles/macro-scores").stream()
                .map(file -> DynamicTest.dynamicTest("270 macrovectors", () -> {
                    List<String> lines = Files.readAllLines(file);
                    assertThat(lines).hasSize(270);
                    for (String line : lines) {
                        Matcher parts = FIRST.matcher(line);
                        assertThat(parts.find()).isTrue();
                        assertThat(cvss(parts.group(1)).overall())
                                .as(line)
                                .isEqualTo(Double.parseDouble(parts.group(2)));
                    }
                }));
    }

    private static void check(Suite suite, Path file) throws IOException {
        List<String> wrong = new ArrayList<>();
        List<String> lines = Files.readAllLines(file);
        for (String line : lines) {
            String[] parts = line.split(" - ", -1);
            if (!agrees(
                    cvss(parts[0]), parts[1].replaceAll("[(),]", " ").strip().split(" +"))) {
                wrong.add(line);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(lines).hasSize(suite.lines);
    }

    private static boolean agrees(Cvss cvss, String[] expected) {
        return switch (cvss) {
            case Cvss2 two ->
                same(two.base(), expected[0])
                        && two.temporal().isPresent() != expected[1].equals("None")
                        && two.temporal().map(t -> same(t, expected[1])).orElse(true)
                        && two.environmental().isPresent() != expected[2].equals("None")
                        && two.environmental().map(e -> same(e, expected[2])).orElse(true);
            case Cvss3 three ->
                same(three.base(), expected[0])
                        && same(three.temporal(), expected[1])
                        && same(three.environmental(), expected[2]);
            case Cvss4 four -> same(four.overall(), expected[0]);
        };
    }

    private static boolean same(double score, String expected) {
        return score == Math.abs(Double.parseDouble(expected));
    }

    private static Cvss cvss(String vector) {
        return Cvss.of(vector).orElseThrow(() -> new AssertionError("refused " + vector));
    }
}
