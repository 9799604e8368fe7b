package io.kuramori.organization.internal;

import io.kuramori.exchange.Change;
import io.kuramori.exchange.Column;
import io.kuramori.exchange.Line;
import io.kuramori.exchange.Objection;
import io.kuramori.exchange.Parsed;
import io.kuramori.exchange.Row;
import io.kuramori.exchange.Sheet;
import io.kuramori.organization.Institution;
import io.kuramori.organization.Person;
import io.kuramori.organization.PersonId;
import io.kuramori.organization.internal.PersonSheet.Draft;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The people as a spreadsheet.
@Component
class PersonSheet implements Sheet<Draft> {

    private final People people;
    private final Directory directory;
    private final Writes writes;
    private final Clock clock;

    PersonSheet(People people, Directory directory, Writes writes, Clock clock) {
        this.people = people;
        this.directory = directory;
        this.writes = writes;
        this.clock = clock;
    }

    record Draft(
            String institution,
            String code,
            String name,
            String reading,
            @Nullable String email,
            @Nullable LocalDate confirmedOn) {}

    @Override
    public String kind() {
        return "organization.person";
    }

    @Override
    public String titleKey() {
        return "organization.people.title";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.reference("institution", "機関コード", "Institution")
                        .mandatory()
                        .alsoCalled("機関", "会社"),
                Column.code("code", "社員番号", "Employee number").mandatory().alsoCalled("職員番号", "行員番号", "社員コード"),
                Column.text("name", "氏名", "Name", 100).mandatory().alsoCalled("名前"),
                Column.text("reading", "よみ", "Reading", 100).mandatory().alsoCalled("フリガナ", "ふりがな", "かな", "カナ氏名"),
                Column.text("email", "メールアドレス", "E-mail", 254).alsoCalled("メール", "Eメール"),
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
        return directory.people().byCode().values().stream().map(each -> {
            var cells = new SheetCells()
                    .with("institution", homes.get(each.institution().value()))
                    .with("code", each.code())
                    .with("name", each.name())
                    .with("reading", each.reading())
                    .with("email", each.email())
                    .with("confirmedOn", each.confirmedOn());
            return new Line(each.id().value(), each.version(), each.retiredOn() != null, cells.all());
        });
    }

    @Override
    public Parsed<Draft> read(Row row) {
        var draft = new Draft(
                row.required("institution"),
                row.required("code"),
                row.required("name"),
                row.required("reading"),
                row.text("email"),
                row.date("confirmedOn"));
        var objections = People.complaints(draft.code(), draft.name(), draft.reading(), draft.email()).stream()
                .map(complaint -> Objection.to(complaint.field(), complaint.key()))
                .toList();
        return objections.isEmpty() ? Parsed.accepted(draft) : new Parsed.Rejected<>(objections);
    }

    @Override
    public void apply(List<Change<Draft>> changes) {
        var homes = directory.institutions();
        for (var change : changes) {
            switch (change) {
                case Change.Add<Draft>(var draft) ->
                    people.store(resolved(new PersonId(writes.newId()), 0, draft, homes));
                case Change.Update<Draft>(var id, var version, var draft) ->
                    people.store(resolved(new PersonId(id), version, draft, homes));
                case Change.Retire<Draft>(var id, var version) ->
                    people.retire(new PersonId(id), version, LocalDate.now(clock.withZone(Directory.ZONE)));
            }
        }
    }

    private static Person resolved(PersonId id, int version, Draft draft, Directory.Codes<Institution> homes) {
        return new Person(
                id,
                homes.require("institution", draft.institution()).id(),
                version,
                draft.code(),
                draft.name(),
                draft.reading(),
                draft.email(),
                draft.confirmedOn(),
                null);
    }
}
