package io.kuramori.organization.internal;

import io.kuramori.exchange.Change;
import io.kuramori.exchange.Column;
import io.kuramori.exchange.Line;
import io.kuramori.exchange.Option;
import io.kuramori.exchange.Parsed;
import io.kuramori.exchange.Row;
import io.kuramori.exchange.Sheet;
import io.kuramori.organization.Department;
import io.kuramori.organization.Institution;
import io.kuramori.organization.Level;
import io.kuramori.organization.Post;
import io.kuramori.organization.PostId;
import io.kuramori.organization.internal.PostSheet.Draft;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The posts as a spreadsheet.
@Component
class PostSheet implements Sheet<Draft> {

    private final Structure structure;
    private final Directory directory;
    private final Writes writes;
    private final Clock clock;

    PostSheet(Structure structure, Directory directory, Writes writes, Clock clock) {
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
            @Nullable String department,
            Level level,
            @Nullable LocalDate confirmedOn) {}

    @Override
    public String kind() {
        return "organization.post";
    }

    @Override
    public String titleKey() {
        return "organization.posts.title";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.reference("institution", "機関コード", "Institution")
                        .mandatory()
                        .alsoCalled("機関", "会社"),
                Column.code("code", "役職コード", "Post code").mandatory().alsoCalled("ポストコード", "コード"),
                Column.text("name", "役職名", "Post", 200).mandatory().alsoCalled("ポスト", "役職", "名称"),
                Column.text("reading", "よみ", "Reading", 200).alsoCalled("フリガナ", "かな"),
                Column.reference("department", "部署", "Department").alsoCalled("部署コード", "所属"),
                Column.choice(
                        "level",
                        "階層",
                        "Level",
                        Option.of("board", "取締役会等", "Board", "取締役"),
                        Option.of("management", "経営陣", "Management", "役員"),
                        Option.of("working", "実務", "Working", "一般")),
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
        return column.equals("department")
                ? directory.departments().names(Department::name)
                : directory.institutions().names(Institution::name);
    }

    @Override
    public Stream<Line> lines() {
        var homes = directory.institutions().codes();
        var departments = directory.departments().codes();
        return directory.posts().byCode().values().stream().map(each -> {
            var department = each.department();
            var cells = new SheetCells()
                    .with("institution", homes.get(each.institution().value()))
                    .with("code", each.code())
                    .with("name", each.name())
                    .with("reading", each.reading())
                    .with("department", department == null ? null : departments.get(department.value()))
                    .with("level", Words.of(each.level()))
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
                row.text("department"),
                Words.to(Level.class, Objects.requireNonNullElse(row.text("level"), "working")),
                row.date("confirmedOn")));
    }

    @Override
    public void apply(List<Change<Draft>> changes) {
        var homes = directory.institutions();
        var departments = directory.departments();
        for (var change : changes) {
            switch (change) {
                case Change.Add<Draft>(var draft) ->
                    structure.store(resolved(new PostId(writes.newId()), 0, draft, homes, departments));
                case Change.Update<Draft>(var id, var version, var draft) ->
                    structure.store(resolved(new PostId(id), version, draft, homes, departments));
                case Change.Retire<Draft>(var id, var version) ->
                    structure.retire(new PostId(id), version, LocalDate.now(clock.withZone(Directory.ZONE)));
            }
        }
    }

    private static Post resolved(
            PostId id,
            int version,
            Draft draft,
            Directory.Codes<Institution> homes,
            Directory.Codes<Department> departments) {
        var department = draft.department();
        return new Post(
                id,
                homes.require("institution", draft.institution()).id(),
                version,
                draft.code(),
                department == null
                        ? null
                        : departments.require("department", department).id(),
                draft.name(),
                draft.reading(),
                draft.level(),
                draft.confirmedOn(),
                null);
    }
}
