package io.kuramori.exchange.imports;

import io.kuramori.exchange.Column;
import io.kuramori.exchange.ColumnType;
import io.kuramori.exchange.Line;
import io.kuramori.exchange.LocatedProblem;
import io.kuramori.exchange.Parsed;
import io.kuramori.exchange.Row;
import io.kuramori.exchange.Sheet;
import io.kuramori.exchange.grid.GridFile;
import io.kuramori.exchange.grid.GridRow;
import io.kuramori.exchange.grid.Unreadable;
import io.kuramori.exchange.imports.Plan.Difference;
import io.kuramori.exchange.imports.Plan.Entry;
import io.kuramori.exchange.reading.CellReader;
import io.kuramori.exchange.reading.Digests;
import io.kuramori.exchange.reading.Heading;
import io.kuramori.exchange.reading.Mapping;
import io.kuramori.exchange.reading.Reading;
import io.kuramori.exchange.reading.Table;
import io.kuramori.exchange.reading.TableRows;
import io.kuramori.exchange.reading.Targets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Compares a file with a ledger. Runs inside a transaction of the caller; changes nothing. Used once.
final class Planner<R> {

    private final Sheet<R> sheet;
    private final Mapping mapping;
    private final Problems problems;
    private final CellReader cells;
    private final TableRows rows;
    private final GridFile file;
    private final Map<String, Targets> targets = new HashMap<>();
    private final List<Incoming> incoming = new ArrayList<>();
    private final List<Entry<R>> entries = new ArrayList<>();
    private int unchanged;
    private boolean missingColumnTold;

    Planner(Sheet<R> sheet, String fileName, GridFile file, Table table, Mapping mapping, Locale locale) {
        this.sheet = sheet;
        this.file = file;
        this.mapping = mapping;
        this.cells = new CellReader(locale);
        this.rows = new TableRows(table, mapping, sheet.columns());
        this.problems = new Problems(
                fileName,
                file.worksheets().get(mapping.layout().worksheet()),
                mapping.columns(),
                table.headings().stream().collect(Collectors.toMap(Heading::column, Heading::text)));
    }

    Plan<R> plan(String sha256) {
        if (mapping.columns().isEmpty()) {
            tell(mapping.layout().headerRow(), "", "", "exchange.problem.table.no-heading");
            return finish(sha256);
        }
        try {
            readTargets();
            rows.read(file, row -> {
                read(row);
                return true;
            });
        } catch (Unreadable e) {
            problems.add(e.problem());
        }
        if (incoming.isEmpty() && problems.count() == 0) {
            tell(mapping.layout().headerRow(), "", "", "exchange.problem.table.no-rows");
        }
        compare();
        return finish(sha256);
    }

    private void readTargets() throws Unreadable {
        var own = new ArrayList<Targets>();
        for (var column : sheet.columns()) {
            if (column.type() instanceof ColumnType.Reference reference
                    && mapping.columns().containsKey(column.key())) {
                var known = new Targets(sheet.references(column.key()));
                targets.put(column.key(), known);
                if (reference.self()) {
                    own.add(known);
                }
            }
        }
        var code = column(sheet.keys().getFirst().getLast());
        var place = mapping.columns().get(code.key());
        if (own.isEmpty() || place == null) {
            return;
        }
        new TableRows(rows, sheet.columns()).read(file, row -> {
            if (cells.read(code, row.cell(place), Targets.NONE) instanceof Reading.Value(String value)
                    && !value.isEmpty()) {
                own.forEach(each -> each.add(value));
            }
            return true;
        });
    }

    private void read(GridRow row) {
        var values = new HashMap<String, String>();
        boolean good = true;
        for (var column : sheet.columns()) {
            var place = mapping.columns().get(column.key());
            if (place == null) {
                continue;
            }
            var cell = row.cell(place);
            switch (cells.read(column, cell, targets.getOrDefault(column.key(), Targets.NONE))) {
                case Reading.Value(String value) -> values.put(column.key(), value);
                case Reading.Fault(String message, List<String> args, var suggestion) -> {
                    problems.add(row.number(), column.key(), cell.text(), message, args, suggestion);
                    good = false;
                }
            }
        }
        if (good) {
            incoming.add(new Incoming(row.number(), values));
        }
    }

    private void compare() {
        var keys = new HashMap<Incoming, String>();
        for (var each : incoming) {
            var key = key(each);
            if (key != null) {
                keys.put(each, key);
            }
        }
        var current = current(new HashSet<>(keys.values()));
        var seen = new HashMap<String, Integer>();
        for (var each : incoming) {
            var key = keys.get(each);
            if (key == null) {
                compare(each, null);
                continue;
            }
            var matches = current.getOrDefault(key, List.of());
            // A record may be named by different keys in two rows.
            var identity = matches.isEmpty() ? key : matches.getFirst().id().toString();
            var before = seen.putIfAbsent(identity, each.row());
            if (before != null) {
                reject(each, "exchange.problem.row.duplicate", String.valueOf(before));
            } else if (matches.size() > 1) {
                reject(each, "exchange.problem.row.ambiguous", String.valueOf(matches.size()));
            } else {
                compare(each, matches.isEmpty() ? null : matches.getFirst());
            }
        }
    }

    private void reject(Incoming each, String message, String... args) {
        var column = sheet.keys().stream()
                .filter(key -> Incoming.key(key, withDefaults(each)) != null)
                .findFirst()
                .map(List::getLast)
                .orElse("");
        tell(each.row(), column, each.cells().getOrDefault(column, ""), message, args);
    }

    private @Nullable String key(Incoming each) {
        var filled = withDefaults(each);
        for (var columns : sheet.keys()) {
            var key = Incoming.key(columns, filled);
            if (key != null) {
                return key;
            }
        }
        return null;
    }

    private Map<String, String> withDefaults(Incoming each) {
        var filled = new HashMap<>(each.cells());
        sheet.defaults().forEach((column, value) -> {
            if (filled.getOrDefault(column, "").isEmpty()) {
                filled.put(column, value);
            }
        });
        return filled;
    }

    /// The records that the file names, by every key they have. Others are let go as they stream past.
    private Map<String, List<Line>> current(Set<String> wanted) {
        var found = new HashMap<String, List<Line>>();
        try (var lines = sheet.lines()) {
            lines.forEach(line -> {
                for (var columns : sheet.keys()) {
                    var key = Incoming.key(columns, line.cells());
                    if (key != null && wanted.contains(key)) {
                        found.computeIfAbsent(key, each -> new ArrayList<>()).add(line);
                    }
                }
            });
        }
        // A name that one living record has means that one, whatever retired records were called.
        found.replaceAll((key, lines) -> {
            var living = lines.stream().filter(line -> !line.retired()).toList();
            return living.isEmpty() ? lines : living;
        });
        return found;
    }

    private void compare(Incoming each, @Nullable Line line) {
        var before = line == null ? Map.<String, String>of() : CellReader.canonical(sheet.columns(), line.cells());
        var after = new HashMap<>(line == null ? withDefaults(each) : before);
        each.cells().forEach((column, value) -> {
            if (!value.isEmpty() || (line != null && !sheet.defaults().containsKey(column))) {
                after.put(column, value);
            }
        });
        after.values().removeIf(String::isEmpty);
        if (missesRequired(each, after)) {
            return;
        }

        var differences = differences(before, after);
        if (line != null && differences.isEmpty() && !line.retired()) {
            unchanged++;
            return;
        }
        switch (sheet.read(new Row(after))) {
            case Parsed.Accepted<R>(R record) ->
                entries.add(new Entry<>(each.row(), label(after), line, record, differences));
            case Parsed.Rejected<R>(var objections) ->
                objections.forEach(objection -> problems.add(
                        each.row(),
                        objection.column(),
                        after.getOrDefault(objection.column(), ""),
                        objection.message(),
                        objection.args(),
                        objection.suggestion()));
        }
    }

    private boolean missesRequired(Incoming each, Map<String, String> after) {
        boolean missing = false;
        for (var column : sheet.columns()) {
            if (!column.required() || after.containsKey(column.key())) {
                continue;
            }
            missing = true;
            if (mapping.columns().containsKey(column.key())) {
                tell(each.row(), column.key(), "", "exchange.problem.cell.required");
            } else if (!missingColumnTold) {
                missingColumnTold = true;
                tell(
                        mapping.layout().headerRow(),
                        "",
                        "",
                        "exchange.problem.column.missing",
                        column.heading().ja());
            }
        }
        return missing;
    }

    private List<Difference> differences(Map<String, String> before, Map<String, String> after) {
        return sheet.columns().stream()
                .map(Column::key)
                .filter(key -> !before.getOrDefault(key, "").equals(after.getOrDefault(key, "")))
                .map(key -> new Difference(key, before.getOrDefault(key, ""), after.getOrDefault(key, "")))
                .toList();
    }

    private String label(Map<String, String> row) {
        return sheet.keys().stream()
                .map(key -> row.getOrDefault(key.getLast(), ""))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
    }

    private Column column(String key) {
        return sheet.columns().stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private void tell(int row, String column, String value, String message, String... args) {
        problems.add(row, column, value, message, List.of(args), null);
    }

    private Plan<R> finish(String sha256) {
        var text = new StringBuilder(sheet.kind())
                .append('\n')
                .append(sha256)
                .append('\n')
                .append(mapping.layout())
                .append(new TreeMap<>(mapping.columns()));
        for (var entry : entries) {
            var line = entry.current();
            text.append('\n').append(entry.row());
            text.append(line == null ? "" : line.id() + " " + line.version()).append(entry.differences());
        }
        return new Plan<>(
                entries,
                unchanged,
                problems.first(),
                problems.count(),
                rows.leftOut(),
                rows.leftOutCount(),
                Digests.sha256(text.toString()));
    }

    /// A plan for a file in which no table was found.
    static <R> Plan<R> refused(LocatedProblem problem) {
        return new Plan<>(List.of(), 0, List.of(problem), 1, List.of(), 0, "");
    }
}
