package io.kuramori.engine.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuramori.engine.matching.osv.OsvReader;
import io.kuramori.engine.matching.osv.OsvResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The whole Go vulnerability database, read and matched. The expected ids were worked out by hand from the events.
final class GoDatabaseTest {

    private static final int RECORDS = 4291;

    @TestFactory
    Stream<DynamicTest> matchesTheWholeDatabase() {
        return ConformanceData.file("golang+vulndb/go-osv.ndjson").stream()
                .map(file -> DynamicTest.dynamicTest("golang.org/x/net", () -> check(file)));
    }

    private static void check(Path file) throws IOException {
        List<Advisory> advisories = read(file);
        Matcher matcher = new Matcher(AdvisoryIndex.of(advisories));
        assertThat(advisories)
                .hasSize(RECORDS)
                .allMatch(advisory -> Matcher.unknown(advisory).isEmpty());

        Component component = Component.ofPurl("pkg:golang/golang.org/x/net@v0.40.0");
        List<Answer> answers = ((Matches.Evaluated) matcher.match(component)).answers();

        assertThat(answers)
                .filteredOn(answer -> answer instanceof Answer.Affected)
                .extracting(answer -> answer.match().advisoryId())
                .containsExactly(
                        "GO-2026-4440",
                        "GO-2026-4441",
                        "GO-2026-4918",
                        "GO-2026-5025",
                        "GO-2026-5026",
                        "GO-2026-5027",
                        "GO-2026-5028",
                        "GO-2026-5029",
                        "GO-2026-5030",
                        "GO-2026-5942");
        assertThat(answers).noneMatch(Answer.Indeterminate.class::isInstance);
        ComponentIndex components = ComponentIndex.of(List.of(component));
        assertThat(advisories.stream().flatMap(advisory -> Matcher.match(advisory, components).stream()))
                .containsExactlyElementsOf(answers);
    }

    private static List<Advisory> read(Path file) throws IOException {
        OsvReader reader = new OsvReader("osv");
        List<Advisory> advisories = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            OsvResult result = reader.read(line.getBytes(StandardCharsets.UTF_8));
            assertThat(result).isInstanceOf(OsvResult.Accepted.class);
            advisories.add(((OsvResult.Accepted) result).advisory());
        }
        return advisories;
    }
}
