package io.kuramori.organization.internal;

import io.kuramori.exchange.Change;
import io.kuramori.exchange.Column;
import io.kuramori.exchange.Line;
import io.kuramori.exchange.Option;
import io.kuramori.exchange.Parsed;
import io.kuramori.exchange.Row;
import io.kuramori.exchange.Sheet;
import io.kuramori.organization.Committee;
import io.kuramori.organization.CommitteeId;
import io.kuramori.organization.Institution;
import io.kuramori.organization.Level;
import io.kuramori.organization.internal.CommitteeSheet.Draft;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The committees as a spreadsheet; their seats and meetings are kept on screen.
@Component
class CommitteeSheet implements Sheet<Draft> {

    private static final int MOST_MEMBERS = 1000;

    private final Committees committees;
    private final CommitteeRepository stored;
    private final Directory directory;
    private final Writes writes;
    private final Clock clock;

    CommitteeSheet(Committees committees, CommitteeRepository stored, Directory directory, Writes writes, Clock clock) {
        this.committees = committees;
        this.stored = stored;
        this.directory = directory;
        this.writes = writes;
        this.clock = clock;
    }

    record Draft(
            String institution,
            String code,
            String name,
            @Nullable String reading,
            Level level,
            int quorum,
            @Nullable LocalDate confirmedOn) {}

    @Override
    public String kind() {
        return "organization.committee";
    }

    @Override
    public String titleKey() {
        return "organization.committees.title";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.reference("institution", "機関コード", "Institution")
                        .mandatory()
                        .alsoCalled("機関", "会社"),
                Column.code("code", "会議体コード", "Committee code").mandatory().alsoCalled("コード"),
                Column.text("name", "会議体名", "Committee", 200).mandatory().alsoCalled("委員会名", "会議体", "委員会", "名称"),
                Column.text("reading", "よみ", "Reading", 200).alsoCalled("フリガナ", "かな"),
                Column.choice(
                                "level",
                                "階層",
                                "Level",
                                Option.of("board", "取締役会等", "Board", "取締役会"),
                                Option.of("management", "経営陣", "Management", "役員"),
                                Option.of("working", "実務", "Working", "一般"))
                        .mandatory(),
                Column.integer("quorum", "定足数", "Quorum", 1, MOST_MEMBERS).mandatory(),
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
        return directory.institutions().names(Institution::name);
    }

    @Override
    public Stream<Line> lines() {
        var homes = directory.institutions().codes();
        return stored.all().stream().map(each -> {
            var cells = new SheetCells()
                    .with("institution", homes.get(each.institution().value()))
                    .with("code", each.code())
                    .with("name", each.name())
                    .with("reading", each.reading())
                    .with("level", Words.of(each.level()))
                    .with("quorum", Integer.toString(each.quorum()))
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
                Words.to(Level.class, row.required("level")),
                Integer.parseInt(row.required("quorum")),
                row.date("confirmedOn")));
    }

    @Override
    public void apply(List<Change<Draft>> changes) {
        var homes = directory.institutions();
        for (var change : changes) {
            switch (change) {
                case Change.Add<Draft>(var draft) ->
                    committees.store(resolved(new CommitteeId(writes.newId()), 0, draft, homes));
                case Change.Update<Draft>(var id, var version, var draft) ->
                    committees.store(resolved(new CommitteeId(id), version, draft, homes));
                case Change.Retire<Draft>(var id, var version) ->
                    committees.retire(new CommitteeId(id), version, LocalDate.now(clock.withZone(Directory.ZONE)));
            }
        }
    }

    private static Committee resolved(CommitteeId id, int version, Draft draft, Directory.Codes<Institution> homes) {
        return new Committee(
                id,
                homes.require("institution", draft.institution()).id(),
                version,
                draft.code(),
                draft.name(),
                draft.reading(),
                draft.level(),
                draft.quorum(),
                draft.confirmedOn(),
                null);
    }
}
