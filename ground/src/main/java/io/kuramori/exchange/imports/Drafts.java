package io.kuramori.exchange.imports;

import io.kuramori.exchange.LocatedProblem;
import io.kuramori.exchange.Sheet;
import io.kuramori.exchange.grid.GridFile;
import io.kuramori.exchange.grid.GridFiles;
import io.kuramori.exchange.grid.Unreadable;
import io.kuramori.exchange.reading.Layout;
import io.kuramori.exchange.reading.Mapping;
import io.kuramori.exchange.reading.Table;
import io.kuramori.exchange.reading.TableFinder;
import io.kuramori.identity.Caller;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Makes drafts of uploads. Runs inside a transaction of the caller.
@Component
final class Drafts {

    private static final Mapping NONE = new Mapping(new Layout(0, 1, 1, 0), Map.of());

    private final ImportRepository repository;

    Drafts(ImportRepository repository) {
        this.repository = repository;
    }

    <R> Draft<R> draft(Caller caller, Sheet<R> sheet, Upload upload, Locale locale) {
        try {
            var file = GridFiles.open(upload.fileName(), upload.bytes());
            var finder = new TableFinder(file, sheet.columns());
            var chosen = upload.mapping();
            var table = chosen == null ? finder.find() : finder.at(chosen.layout());
            return table.map(each -> draft(caller, sheet, upload, file, each, locale))
                    .orElseGet(() -> without(upload, file.worksheets(), noTable(upload)));
        } catch (Unreadable e) {
            return without(upload, List.of(), e.problem());
        }
    }

    private <R> Draft<R> draft(
            Caller caller, Sheet<R> sheet, Upload upload, GridFile file, Table table, Locale locale) {
        var remembered = repository.remembered(caller, sheet.kind(), table.signature());
        var chosen = upload.mapping();
        var mapping = chosen != null ? chosen : new Mapping(table.layout(), remembered.orElse(table.proposed()));
        var plan = new Planner<>(sheet, upload.fileName(), file, table, mapping, locale).plan(upload.sha256());
        return new Draft<>(
                upload.id(),
                upload.fileName(),
                file.worksheets(),
                Optional.of(table),
                mapping,
                chosen == null && remembered.isPresent(),
                plan);
    }

    private static <R> Draft<R> without(Upload upload, List<String> worksheets, LocatedProblem problem) {
        return new Draft<>(
                upload.id(), upload.fileName(), worksheets, Optional.empty(), NONE, false, Planner.refused(problem));
    }

    private static LocatedProblem noTable(Upload upload) {
        return new LocatedProblem(
                upload.fileName(), "", "", "", "", "exchange.problem.table.no-heading", List.of(), null);
    }
}
