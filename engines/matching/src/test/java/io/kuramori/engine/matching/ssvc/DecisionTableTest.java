package io.kuramori.engine.matching.ssvc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kuramori.engine.matching.ConformanceData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class DecisionTableTest {

    private record Published(String file, DecisionTable<?> table, List<Class<? extends Point>> points, int rows) {}

    private static final List<Published> PUBLISHED = List.of(
            new Published(
                    "ssvc/deployer_patch_application_priority_1_0_0.csv",
                    DecisionTable.DEPLOYER,
                    List.of(
                            Point.Exploitation.class,
                            Point.Exposure.class,
                            Point.Automatable.class,
                            Point.HumanImpact.class),
                    72),
            new Published(
                    "ssvc/human_impact_1_0_0.csv",
                    DecisionTable.HUMAN_IMPACT,
                    List.of(Point.SafetyImpact.class, Point.MissionImpact.class),
                    16),
            new Published(
                    "cisa/cisa_coordinator_2_0_3.csv",
                    DecisionTable.CISA,
                    List.of(
                            Point.Exploitation.class,
                            Point.Automatable.class,
                            Point.TechnicalImpact.class,
                            Point.WellBeing.class),
                    36));

    @TestFactory
    Stream<DynamicTest> agreesWithEveryRowOfThePublishedTables() {
        return PUBLISHED.stream()
                .flatMap(table -> ConformanceData.file("CERTCC+SSVC/data/csv/" + table.file).stream()
                        .map(file -> DynamicTest.dynamicTest(table.file, () -> check(table, file))));
    }

    private static void check(Published published, Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            List<Point> facts = new ArrayList<>();
            for (int i = 0; i < published.points.size(); i++) {
                facts.add(value(published.points.get(i), cells[i + 1]));
            }
            var verdict = published.table.decide(facts);
            assertThat(verdict).as(line).isInstanceOf(Verdict.Decided.class);
            assertThat(words(((Verdict.Decided<?>) verdict).outcome())).as(line).isEqualTo(cells[cells.length - 1]);
            assertThat(verdict.path()).isEqualTo(facts);
        }
        assertThat(lines).hasSize(published.rows + 1);
    }

    private static Point value(Class<? extends Point> point, String word) {
        return Stream.of(point.getEnumConstants())
                .filter(value -> value.word().equals(word))
                .findFirst()
                .orElseThrow();
    }

    private static String words(Object outcome) {
        return switch (outcome) {
            case Priority.OUT_OF_CYCLE -> "out-of-cycle";
            case CisaLevel.TRACK_CLOSELY -> "track*";
            default -> outcome.toString().toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }

    @Test
    void saysWhatIsStillOpen() {
        List<Point> facts = List.of(Point.Exploitation.ACTIVE, Point.Exposure.OPEN, Point.HumanImpact.HIGH);
        assertThat(DecisionTable.DEPLOYER.decide(facts))
                .isEqualTo(new Verdict.Open<>(
                        facts, List.of("Automatable"), Set.of(Priority.OUT_OF_CYCLE, Priority.IMMEDIATE)));
    }

    @Test
    void decidesWhenWhatIsMissingMakesNoDifference() {
        List<Point> facts = List.of(
                Point.Exploitation.ACTIVE,
                Point.Exposure.CONTROLLED,
                Point.Automatable.YES,
                Point.TechnicalImpact.TOTAL);
        assertThat(DecisionTable.DEPLOYER.decide(facts))
                .isEqualTo(new Verdict.Decided<>(Priority.OUT_OF_CYCLE, facts.subList(0, 3)));
    }

    @Test
    void refusesTwoValuesForOnePoint() {
        assertThatThrownBy(() -> DecisionTable.CISA.decide(List.of(Point.Automatable.YES, Point.Automatable.NO)))
                .hasMessageContaining("Automatable");
    }

    @Test
    void readsCisasWords() {
        assertThat(Point.of(Point.Exploitation.class, "PoC")).contains(Point.Exploitation.PUBLIC_POC);
        assertThat(Point.of(Point.Automatable.class, "yes")).contains(Point.Automatable.YES);
        assertThat(Point.of(Point.TechnicalImpact.class, "much")).isEmpty();
    }
}
