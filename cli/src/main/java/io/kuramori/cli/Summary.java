package io.kuramori.cli;

import io.kuramori.engine.matching.Answer;
import io.kuramori.engine.matching.severity.Level;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A scan in numbers.
///
/// @param matched components with an answer that is affected or indeterminate
/// @param affected answers by level, gravest first; unscored ones are not among them
/// @param unscored of the affected, those without a level
/// @param indeterminateUnscored of the indeterminate, those without a level
/// @param exploited affected and indeterminate answers whose advisory stands in a KEV catalogue
/// @param settled answers that VEX took out
record Summary(
        Extent extent,
        int matched,
        Map<Level, Integer> affected,
        int unscored,
        int indeterminate,
        int indeterminateUnscored,
        int exploited,
        int settled,
        Map<Skipped.Kind, Integer> skipped,
        Duration took) {

    static Summary of(ScanResult result, Duration took) {
        Map<Level, Integer> affected = new TreeMap<>((left, right) -> right.compareTo(left));
        int unscored = 0;
        int indeterminate = 0;
        int indeterminateUnscored = 0;
        int exploited = 0;
        for (Answer answer : result.answers()) {
            Optional<Level> grade = answer.match().severity().grade();
            if (answer instanceof Answer.Affected) {
                grade.ifPresent(level -> affected.merge(level, 1, Integer::sum));
                unscored += grade.isEmpty() ? 1 : 0;
            } else {
                indeterminate++;
                indeterminateUnscored += grade.isEmpty() ? 1 : 0;
            }
            exploited += result.signals().exploited(answer.match().advisory()).isPresent() ? 1 : 0;
        }
        Map<Skipped.Kind, Integer> skipped = new EnumMap<>(Skipped.Kind.class);
        result.skipped().forEach(each -> skipped.merge(each.kind(), 1, Integer::sum));
        return new Summary(
                result.extent(),
                Math.toIntExact(result.answers().stream()
                        .map(answer -> answer.match().component())
                        .distinct()
                        .count()),
                affected,
                unscored,
                indeterminate,
                indeterminateUnscored,
                exploited,
                result.vex().suppressed().size(),
                skipped,
                took);
    }
}
