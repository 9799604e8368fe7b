package io.kuramori.cli;

import io.kuramori.cli.terminal.Grid;
import io.kuramori.cli.terminal.Grid.Cell;
import io.kuramori.cli.terminal.Paint;
import io.kuramori.cli.terminal.Terminal;
import io.kuramori.engine.matching.Answer;
import io.kuramori.engine.matching.Match;
import io.kuramori.engine.matching.severity.Level;
import io.kuramori.engine.matching.severity.Severity;
import io.kuramori.engine.matching.vex.VexAnswer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Writes what a scan found for people, in the terminal's language: a row for each match, the gravest first, each that
/// VEX settled and each part that was skipped, then the numbers.
final class ScanTable {

    private final Terminal terminal;
    private final Locale locale;

    ScanTable(Terminal terminal) {
        this.terminal = terminal;
        this.locale = terminal.locale();
    }

    String write(ScanResult result, Summary summary) {
        Grid grid = new Grid(terminal);
        if (!result.answers().isEmpty()
                || !result.vex().suppressed().isEmpty()
                || !result.skipped().isEmpty()) {
            grid.add(List.of(title(Word.STATUS), title(Word.SEVERITY), title(Word.ADVISORY)), List.of(title(Word.WHY)));
        }
        IntStream.range(0, result.answers().size())
                .boxed()
                .sorted(Comparator.comparingInt(i -> rank(result.answers().get(i))))
                .forEach(i -> match(
                        grid,
                        result.answers().get(i),
                        result.signals(),
                        result.vex().said().get(i)));
        for (Vexed.Suppressed suppressed : result.vex().suppressed()) {
            Match match = suppressed.answer().match();
            grid.add(
                    List.of(cell(Paint.FAINT, Word.SETTLED), severity(match), plain(match.advisoryId())),
                    List.of(plain(ScanResult.name(match.component()) + ": "
                            + VexReport.sentence(suppressed.stated(), locale))));
        }
        for (Skipped skipped : result.skipped()) {
            grid.add(
                    List.of(cell(Paint.WARNING, Word.SKIPPED), plain(""), plain("")),
                    List.of(plain(skipped.file() + skipped.pointer() + ": " + skipped.reason())));
        }
        String rows = grid.text();
        return rows + (rows.isEmpty() ? "" : "\n") + numbers(summary);
    }

    /// What is surely affected comes first, then what is grave; not scored is not harmless, so it comes before low.
    private static int rank(Answer answer) {
        int level = answer.match()
                .severity()
                .grade()
                .map(grade -> switch (grade) {
                    case CRITICAL -> 0;
                    case HIGH -> 1;
                    case MEDIUM -> 2;
                    case LOW -> 4;
                    case NONE -> 5;
                })
                .orElse(3);
        return answer instanceof Answer.Affected ? level : 10 + level;
    }

    private void match(Grid grid, Answer answer, Signals signals, VexAnswer said) {
        Match match = answer.match();
        List<Cell> sentences = new ArrayList<>();
        sentences.add(plain(answer.sentence(locale)));
        if (!match.fixed().isEmpty()) {
            sentences.add(plain(Word.FIXED.in(locale, String.join(", ", match.fixed()))));
        }
        signals.exploited(match.advisory())
                .ifPresent(entry -> sentences.add(cell(Paint.GRAVE, Word.EXPLOITED, entry.added())));
        signals.likelihood(match.advisory())
                .ifPresent(score -> sentences.add(cell(Paint.PLAIN, Word.LIKELIHOOD, score.probability())));
        sentences.add(plain(VexReport.sentence(said, locale)));
        Cell status = answer instanceof Answer.Affected
                ? cell(Paint.STRONG, Word.AFFECTED)
                : cell(Paint.WARNING, Word.INDETERMINATE);
        grid.add(List.of(status, severity(match), plain(match.advisoryId())), sentences);
    }

    private Cell severity(Match match) {
        Severity severity = match.severity();
        Optional<Level> grade = severity.grade();
        String score = severity instanceof Severity.Scored scored ? " " + scored.score() : "";
        return new Cell(
                grade.map(ScanTable::paint).orElse(Paint.OPEN),
                grade.map(ScanTable::word).orElse(Word.UNSCORED).in(locale) + score);
    }

    private static Paint paint(Level level) {
        return switch (level) {
            case CRITICAL -> Paint.GRAVE;
            case HIGH -> Paint.BAD;
            case MEDIUM -> Paint.WARNING;
            case LOW -> Paint.MILD;
            case NONE -> Paint.FAINT;
        };
    }

    private static Word word(Level level) {
        return switch (level) {
            case CRITICAL -> Word.CRITICAL;
            case HIGH -> Word.HIGH;
            case MEDIUM -> Word.MEDIUM;
            case LOW -> Word.LOW;
            case NONE -> Word.NONE;
        };
    }

    /// The numbers alone, as they stand below the table.
    String numbers(Summary summary) {
        Grid grid = new Grid(terminal);
        Extent extent = summary.extent();
        number(
                grid,
                Word.COMPONENTS,
                Word.COMPONENTS_COUNTED.in(locale, extent.components(), extent.evaluated(), summary.matched()));
        number(grid, Word.ADVISORIES, Word.ADVISORIES_COUNTED.in(locale, extent.advisories(), extent.documents()));
        List<String> levels = new ArrayList<>();
        summary.affected().forEach((level, count) -> levels.add(each(word(level), count)));
        if (summary.unscored() > 0) {
            levels.add(each(Word.UNSCORED, summary.unscored()));
        }
        int affected = summary.unscored()
                + summary.affected().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum();
        number(grid, Word.AFFECTED_COUNT, counted(affected, levels));
        number(
                grid,
                Word.INDETERMINATE_COUNT,
                Word.OF_THEM_UNSCORED.in(locale, summary.indeterminate(), summary.indeterminateUnscored()));
        number(grid, Word.EXPLOITED_COUNT, Word.COUNT.in(locale, summary.exploited()));
        number(grid, Word.SETTLED_COUNT, Word.COUNT.in(locale, summary.settled()));
        int skipped =
                summary.skipped().values().stream().mapToInt(Integer::intValue).sum();
        number(
                grid,
                Word.SKIPPED_COUNT,
                counted(
                        skipped,
                        summary.skipped().entrySet().stream()
                                .map(entry -> each(word(entry.getKey()), entry.getValue()))
                                .toList()));
        number(grid, Word.TIME, Word.SECONDS.in(locale, summary.took().toMillis() / 1000.0));
        return grid.text();
    }

    private static Word word(Skipped.Kind kind) {
        return switch (kind) {
            case BILL -> Word.KIND_BILL;
            case COMPONENT -> Word.KIND_COMPONENT;
            case ADVISORY -> Word.KIND_ADVISORY;
            case ARCHIVE -> Word.KIND_ARCHIVE;
            case KEV -> Word.KIND_KEV;
            case EPSS -> Word.KIND_EPSS;
            case VEX -> Word.KIND_VEX;
        };
    }

    private String counted(int count, List<String> each) {
        return each.isEmpty()
                ? Word.COUNT.in(locale, count)
                : Word.COUNT_OF_KINDS.in(
                        locale, count, each.stream().collect(Collectors.joining(Word.COMMA.in(locale))));
    }

    private String each(Word word, int count) {
        return Word.EACH.in(locale, word.in(locale), count);
    }

    private void number(Grid grid, Word name, String value) {
        grid.add(List.of(cell(Paint.STRONG, name)), List.of(plain(value)));
    }

    private Cell title(Word word) {
        return cell(Paint.STRONG, word);
    }

    private Cell cell(Paint paint, Word word, Object... values) {
        return new Cell(paint, word.in(locale, values));
    }

    private static Cell plain(String text) {
        return new Cell(Paint.PLAIN, text);
    }
}
