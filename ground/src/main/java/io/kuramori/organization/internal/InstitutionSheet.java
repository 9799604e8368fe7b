package io.kuramori.organization.internal;

import io.kuramori.engine.catalogue.Catalogue;
import io.kuramori.exchange.Change;
import io.kuramori.exchange.Column;
import io.kuramori.exchange.Line;
import io.kuramori.exchange.Objection;
import io.kuramori.exchange.Option;
import io.kuramori.exchange.Parsed;
import io.kuramori.exchange.Row;
import io.kuramori.exchange.Sheet;
import io.kuramori.identity.InstitutionId;
import io.kuramori.organization.Institution;
import io.kuramori.organization.Invalid;
import io.kuramori.organization.internal.InstitutionSheet.Draft;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The institutions as a spreadsheet. A file may bring children before their parents.
@Component
class InstitutionSheet implements Sheet<Draft> {

    private final InstitutionRepository institutions;
    private final Institutions service;
    private final Directory directory;
    private final Writes writes;
    private final Clock clock;
    private final List<Option> licences = Catalogue.load().institutionTypes().stream()
            .map(type -> Option.of(type.id(), type.nameJa(), type.nameEn()))
            .toList();

    InstitutionSheet(
            InstitutionRepository institutions, Institutions service, Directory directory, Writes writes, Clock clock) {
        this.institutions = institutions;
        this.service = service;
        this.directory = directory;
        this.writes = writes;
        this.clock = clock;
    }

    /// A row: an institution whose parent is still only a code.
    record Draft(Institution institution, @Nullable String parent) {}

    @Override
    public String kind() {
        return "organization.institution";
    }

    @Override
    public String titleKey() {
        return "organization.institutions.title";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.code("code", "機関コード", "Code").mandatory().alsoCalled("コード", "機関番号"),
                Column.text("name", "名称", "Name", 200).mandatory().alsoCalled("会社名", "機関名"),
                Column.text("reading", "よみ", "Reading", 200).alsoCalled("フリガナ", "かな"),
                Column.text("nameEn", "英語名", "English name", 200),
                Column.selfReference("parent", "上位機関", "Parent").alsoCalled("親会社", "上位機関コード"),
                Column.choice(
                                "kind",
                                "区分",
                                "Kind",
                                Option.of("legal_entity", "法人", "Legal entity", "会社"),
                                Option.of("branch", "支店", "Branch"),
                                Option.of("site", "拠点", "Site", "事務所"))
                        .mandatory(),
                Column.choices("licences", "業態", "Licences", licences.toArray(Option[]::new)),
                Column.text("zone", "時間帯", "Time zone", 60),
                Column.code("calendar", "休日暦", "Calendar"),
                Column.choice(
                        "language",
                        "言語",
                        "Language",
                        Option.of("ja", "日本語", "Japanese"),
                        Option.of("en", "英語", "English")),
                Column.integer("businessYearStart", "事業年度開始月", "Business year starts in", 1, 12)
                        .alsoCalled("期首月"),
                Column.date("confirmedOn", "最終確認日", "Last confirmed"));
    }

    @Override
    public List<List<String>> keys() {
        return List.of(List.of("code"));
    }

    @Override
    public Map<String, String> defaults() {
        return Map.of(
                "kind", "legal_entity",
                "zone", "Asia/Tokyo",
                "calendar", "JP",
                "language", "ja",
                "businessYearStart", "4");
    }

    @Override
    public Map<String, String> references(String column) {
        return directory.institutions().names(Institution::name);
    }

    @Override
    public Stream<Line> lines() {
        var all = directory.institutions();
        return all.byCode().values().stream().map(each -> line(each, all.codes().get(parentOf(each))));
    }

    @Override
    public Parsed<Draft> read(Row row) {
        var zone = zone(Objects.requireNonNullElse(row.text("zone"), "Asia/Tokyo"));
        if (zone == null) {
            return Parsed.rejected(Objection.to("zone", "organization.error.zone-unknown"));
        }

        var institution = new Institution(
                new InstitutionId(writes.newId()),
                0,
                row.required("code"),
                null,
                Words.to(Institution.Kind.class, row.required("kind")),
                row.required("name"),
                row.text("nameEn"),
                row.text("reading"),
                row.list("licences"),
                zone,
                Objects.requireNonNullElse(row.text("calendar"), "JP"),
                Objects.requireNonNullElse(row.text("language"), "ja"),
                Month.of(Objects.requireNonNullElse(row.integer("businessYearStart"), 4)),
                row.date("confirmedOn"),
                null);
        var objections = service.complaints(institution, row.text("parent") != null).stream()
                .map(complaint -> Objection.to(complaint.field(), complaint.key()))
                .toList();
        return objections.isEmpty()
                ? Parsed.accepted(new Draft(institution, row.text("parent")))
                : new Parsed.Rejected<>(objections);
    }

    @Override
    public void apply(List<Change<Draft>> changes) {
        var waiting = new ArrayList<>(changes);
        while (!waiting.isEmpty()) {
            var known = directory.institutions();
            var ready = waiting.stream().filter(change -> ready(change, known)).toList();
            if (ready.isEmpty()) {
                throw new Invalid("parent", "organization.error.parent-out-of-scope");
            }
            ready.forEach(change -> carryOut(change, known));
            waiting.removeAll(ready);
        }
    }

    private static boolean ready(Change<Draft> change, Directory.Codes<Institution> known) {
        var parent = switch (change) {
            case Change.Add<Draft>(var draft) -> draft.parent();
            case Change.Update<Draft> update -> update.record().parent();
            case Change.Retire<Draft> _ -> null;
        };
        return parent == null || known.byCode().containsKey(parent);
    }

    private void carryOut(Change<Draft> change, Directory.Codes<Institution> known) {
        switch (change) {
            case Change.Add<Draft>(var draft) ->
                service.store(resolved(draft.institution().id(), 0, draft, known));
            case Change.Update<Draft>(var id, var version, var draft) ->
                service.store(resolved(new InstitutionId(id), version, draft, known));
            case Change.Retire<Draft>(var id, var version) -> {
                var now = institutions.byId(new InstitutionId(id)).orElseThrow();
                service.store(now.at(version, LocalDate.now(clock.withZone(now.zone()))));
            }
        }
    }

    private static Institution resolved(
            InstitutionId id, int version, Draft draft, Directory.Codes<Institution> known) {
        var row = draft.institution();
        var parent = draft.parent() == null ? null : known.byCode().get(draft.parent());
        return new Institution(
                id,
                version,
                row.code(),
                parent == null ? null : parent.id(),
                row.kind(),
                row.name(),
                row.nameEn(),
                row.reading(),
                row.licences(),
                row.zone(),
                row.calendar(),
                row.language(),
                row.businessYearStart(),
                row.confirmedOn(),
                null);
    }

    private static @Nullable UUID parentOf(Institution institution) {
        var parent = institution.parent();
        return parent == null ? null : parent.value();
    }

    private static Line line(Institution each, @Nullable String parent) {
        var cells = new SheetCells()
                .with("code", each.code())
                .with("name", each.name())
                .with("reading", each.reading())
                .with("nameEn", each.nameEn())
                .with("parent", parent)
                .with("kind", Words.of(each.kind()))
                .with("licences", String.join(";", each.licences()))
                .with("zone", each.zone().getId())
                .with("calendar", each.calendar())
                .with("language", each.language())
                .with(
                        "businessYearStart",
                        Integer.toString(each.businessYearStart().getValue()))
                .with("confirmedOn", each.confirmedOn());
        return new Line(each.id().value(), each.version(), each.retiredOn() != null, cells.all());
    }

    private static @Nullable ZoneId zone(String id) {
        try {
            return ZoneId.of(id);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
