package io.kuramori.exchange.imports;

import io.kuramori.exchange.LocatedProblem;
import io.kuramori.exchange.MemoryLedger;
import io.kuramori.exchange.grid.GridFiles;
import io.kuramori.exchange.grid.Unreadable;
import io.kuramori.exchange.reading.Digests;
import io.kuramori.exchange.reading.Mapping;
import io.kuramori.exchange.reading.TableFinder;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Previews of files against a ledger, without a database.
final class Previews {

    private Previews() {}

    static Plan<Map<String, String>> preview(MemoryLedger ledger, String name, byte[] bytes) {
        try {
            var file = GridFiles.open(name, bytes);
            var table = new TableFinder(file, ledger.columns()).find();
            if (table.isEmpty()) {
                return Planner.refused(
                        new LocatedProblem(name, "", "", "", "", "exchange.problem.table.no-heading", List.of(), null));
            }
            var mapping = new Mapping(table.get().layout(), table.get().proposed());
            return new Planner<>(ledger, name, file, table.get(), mapping, Locale.JAPANESE).plan(Digests.sha256(bytes));
        } catch (Unreadable e) {
            return Planner.refused(e.problem());
        }
    }

    static List<String> places(Plan<?> plan) {
        return plan.problems().stream()
                .map(each -> each.cell() + " " + each.message())
                .toList();
    }
}
