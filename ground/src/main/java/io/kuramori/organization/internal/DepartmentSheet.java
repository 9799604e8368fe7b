package io.kuramori.organization.internal;

import io.kuramori.exchange.Change;
import io.kuramori.exchange.Column;
import io.kuramori.exchange.Line;
import io.kuramori.exchange.Parsed;
import io.kuramori.exchange.Row;
import io.kuramori.exchange.Sheet;
import io.kuramori.organization.Department;
import io.kuramori.organization.DepartmentId;
import io.kuramori.organization.Institution;
import io.kuramori.organization.Invalid;
import io.kuramori.organization.internal.DepartmentSheet.Draft;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The departments as a spreadsheet. A file may bring children before their parents.
@Component
class DepartmentSheet implements Sheet<Draft> {

    private final Structure structure;
    private final Directory directory;
    private final Writes writes;
    private final Clock clock;

    DepartmentSheet(Structure structure, Directory directory, Writes writes, Clock clock) {
        this.structure = structure;
        this.directory = directory;
        this.writes = writes;
        this.clock = clock;
    }

    record Draft(
            String institution,
            String code,
            String name,
            @Nullable String reading,
            @Nullable String parent,
            @Nullable LocalDate confirmedOn) {}

    @Override
    public String kind() {
        return "organization.department";
    }

    @Override
    public String titleKey() {
        return "organization.departments.title";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.reference("institution", "機関コード", "Institution")
                        .mandatory()
                        .alsoCalled("機関", "会社"),
                Column.code("code", "部署コード", "Department code").mandatory().alsoCalled("部門コード", "コード"),
                Column.text("name", "部署名", "Department", 200).mandatory().alsoCalled("部門名", "名称", "部署"),
                Column.text("reading", "よみ", "Reading", 200).alsoCalled("フリガナ", "かな"),
                Column.selfReference("parent", "上位部署", "Parent").alsoCalled("上位部署コード", "親部署"),
                Column.date("confirmedOn", "最終確認日", "Last confirmed"));
    }

    @Override
    public List<List<String>> keys() {
        return List.of(List.of("institution", "code"));
    }

    @Override
    public Map<String, String> defaults() {
        return directory.onlyInstitution();
    }

    @Override
    public Map<String, String> references(String column) {
        return column.equals("parent")
                ? directory.departments().names(Department::name)
                : directory.institutions().names(Institution::name);
    }

    @Override
    public Stream<Line> lines() {
        var homes = directory.institutions().codes();
        var departments = directory.departments();
        return departments.byCode().values().stream().map(each -> {
            var parent = each.parent();
            var cells = new SheetCells()
                    .with("institution", homes.get(each.institution().value()))
                    .with("code", each.code())
                    .with("name", each.name())
                    .with("reading", each.reading())
                    .with("parent", parent == null ? null : departments.codes().get(parent.value()))
                    .with("confirmedOn", each.confirmedOn());
            return new Line(each.id().value(), each.version(), each.retiredOn() != null, cells.all());
        });
    }

    @Override
    public Parsed<Draft> read(Row row) {
        return Parsed.accepted(new Draft(
                row.required("institution"),
                row.required("code"),
                row.required("name"),
                row.text("reading"),
                row.text("parent"),
                row.date("confirmedOn")));
    }

    @Override
    public void apply(List<Change<Draft>> changes) {
        var waiting = new ArrayList<>(changes);
        while (!waiting.isEmpty()) {
            var known = directory.departments();
            var ready = waiting.stream().filter(change -> ready(change, known)).toList();
            if (ready.isEmpty()) {
                throw new Invalid("parent", "organization.error.parent-out-of-scope");
            }
            var homes = directory.institutions();
            ready.forEach(change -> carryOut(change, known, homes));
            waiting.removeAll(ready);
        }
    }

    private static boolean ready(Change<Draft> change, Directory.Codes<Department> known) {
        var parent = switch (change) {
            case Change.Add<Draft>(var draft) -> draft.parent();
            case Change.Update<Draft> update -> update.record().parent();
            case Change.Retire<Draft> _ -> null;
        };
        return parent == null || known.byCode().containsKey(parent);
    }

    private void carryOut(Change<Draft> change, Directory.Codes<Department> known, Directory.Codes<Institution> homes) {
        switch (change) {
            case Change.Add<Draft>(var draft) ->
                structure.store(resolved(new DepartmentId(writes.newId()), 0, draft, known, homes));
            case Change.Update<Draft>(var id, var version, var draft) ->
                structure.store(resolved(new DepartmentId(id), version, draft, known, homes));
            case Change.Retire<Draft>(var id, var version) ->
                structure.retire(new DepartmentId(id), version, LocalDate.now(clock.withZone(Directory.ZONE)));
        }
    }

    private static Department resolved(
            DepartmentId id,
            int version,
            Draft draft,
            Directory.Codes<Department> known,
            Directory.Codes<Institution> homes) {
        var parent = draft.parent() == null ? null : known.byCode().get(draft.parent());
        return new Department(
                id,
                homes.require("institution", draft.institution()).id(),
                version,
                draft.code(),
                parent == null ? null : parent.id(),
                draft.name(),
                draft.reading(),
                draft.confirmedOn(),
                null);
    }
}
