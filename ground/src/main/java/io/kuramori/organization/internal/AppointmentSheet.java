package io.kuramori.organization.internal;

import io.kuramori.exchange.Change;
import io.kuramori.exchange.Column;
import io.kuramori.exchange.Line;
import io.kuramori.exchange.Option;
import io.kuramori.exchange.Parsed;
import io.kuramori.exchange.Row;
import io.kuramori.exchange.Sheet;
import io.kuramori.organization.Appointment;
import io.kuramori.organization.Appointment.Kind;
import io.kuramori.organization.Invalid;
import io.kuramori.organization.Post;
import io.kuramori.organization.internal.AppointmentSheet.Draft;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// 発令 as a spreadsheet: one row for each beginning (任命) and each end (解除) of an appointment, dated, also in the
/// future. An appointment that ends is two rows; the row of its end has an id derived from the appointment's.
@Component
class AppointmentSheet implements Sheet<Draft> {

    private static final String APPOINT = "appoint";
    private static final String RELEASE = "release";

    private final AppointmentRepository appointments;
    private final AppointmentOrders orders;
    private final Directory directory;

    AppointmentSheet(AppointmentRepository appointments, AppointmentOrders orders, Directory directory) {
        this.appointments = appointments;
        this.orders = orders;
        this.directory = directory;
    }

    /// @param act `appoint` or `release`
    record Draft(
            String act,
            LocalDate day,
            String person,
            String post,
            Kind kind,
            @Nullable Integer line) {

        boolean appoints() {
            return act.equals(APPOINT);
        }
    }

    @Override
    public String kind() {
        return "organization.appointment";
    }

    @Override
    public String titleKey() {
        return "organization.appointments.title";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.date("day", "発令日", "Effective date").mandatory().alsoCalled("異動日", "発令年月日"),
                Column.reference("person", "社員番号", "Employee number")
                        .mandatory()
                        .alsoCalled("職員番号", "行員番号"),
                Column.text("name", "氏名", "Name", 100)
                        .noting("社員番号で照合します。氏名は確認用です。", "Matched by number; the name is for the reader."),
                Column.choice(
                                "kind",
                                "種別",
                                "Kind",
                                Option.of("principal", "本務", "Principal", "主務"),
                                Option.of("concurrent", "兼務", "Concurrent", "兼任"),
                                Option.of("seconded", "出向", "Seconded"))
                        .mandatory(),
                Column.text("department", "部署", "Department", 200)
                        .noting("役職で照合します。部署は確認用です。", "Matched by post; the department is for the reader."),
                Column.reference("post", "役職", "Post").mandatory().alsoCalled("役職コード", "ポスト"),
                Column.integer("line", "防衛線", "Line of defence", 1, 3).alsoCalled("ライン", "防御線"),
                Column.choice(
                                "act",
                                "解除/任命",
                                "Act",
                                Option.of(APPOINT, "任命", "Appoint", "発令", "任"),
                                Option.of(RELEASE, "解除", "Release", "免", "解任"))
                        .mandatory());
    }

    @Override
    public List<List<String>> keys() {
        return List.of(List.of("day", "person", "post", "act"));
    }

    @Override
    public Map<String, String> references(String column) {
        return column.equals("person")
                ? directory.people().names(person -> person.name())
                : directory.posts().names(Post::name);
    }

    @Override
    public Stream<Line> lines() {
        var people = directory.people();
        var posts = directory.posts();
        var departments = directory.departments();
        var lines = new ArrayList<Line>();
        for (var each : appointments.all()) {
            var person = people.codes().get(each.person().value());
            var post = posts.codes().get(each.post().value());
            if (person == null || post == null) {
                continue;
            }
            var department = posts.require("post", post).department();
            var named = department == null ? null : departments.byId(department.value());
            var cells = new SheetCells()
                    .with("person", person)
                    .with("name", people.require("person", person).name())
                    .with("kind", Words.of(each.kind()))
                    .with("department", named == null ? null : named.name())
                    .with("post", post)
                    .with("line", each.line() == null ? null : each.line().toString());
            lines.add(line(each, each.id().value(), APPOINT, each.from(), cells));
            if (each.to() != null) {
                lines.add(line(each, end(each), RELEASE, each.to(), cells));
            }
        }
        return lines.stream();
    }

    @Override
    public Parsed<Draft> read(Row row) {
        var day = LocalDate.parse(row.required("day"));
        return Parsed.accepted(new Draft(
                row.required("act"),
                day,
                row.required("person"),
                row.required("post"),
                Words.to(Kind.class, row.required("kind")),
                row.integer("line")));
    }

    /// Releases before appointments, whatever their order in the file: a post is given up before it is taken.
    @Override
    public void apply(List<Change<Draft>> changes) {
        var people = directory.people();
        var posts = directory.posts();
        for (boolean appointing : new boolean[] {false, true}) {
            for (var change : changes) {
                switch (change) {
                    case Change.Add<Draft>(var draft)
                    when draft.appoints() == appointing ->
                        orders.add(
                                draft,
                                people.require("person", draft.person()).id(),
                                posts.require("post", draft.post()));
                    case Change.Update<Draft>(var id, var version, var draft)
                    when draft.appoints() == appointing -> orders.correct(subject(id), version, draft);
                    case Change.Retire<Draft>(var id, var version) when !appointing -> retire(id, version);
                    case Change.Add<Draft> _, Change.Update<Draft> _, Change.Retire<Draft> _ -> {}
                }
            }
        }
    }

    /// Undoing an appointment calls it off; undoing an end opens it again.
    private void retire(UUID line, int version) {
        var subject = subject(line);
        if (subject.id().value().equals(line)) {
            orders.callOff(subject, version);
        } else {
            orders.reopen(subject, version);
        }
    }

    private Appointment subject(UUID line) {
        return appointments.all().stream()
                .filter(each -> each.id().value().equals(line) || end(each).equals(line))
                .findFirst()
                .orElseThrow(() -> new Invalid("person", "organization.error.appointment-unknown"));
    }

    private static UUID end(Appointment appointment) {
        var name = appointment.id().value() + " end";
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private static Line line(Appointment of, UUID id, String act, LocalDate day, SheetCells common) {
        var cells = new SheetCells().with("act", act).with("day", day).all();
        cells.putAll(common.all());
        return new Line(id, of.version(), false, cells);
    }
}
