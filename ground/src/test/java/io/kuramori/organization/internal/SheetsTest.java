package io.kuramori.organization.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kuramori.database.KuramoriDatabase;
import io.kuramori.exchange.Change;
import io.kuramori.exchange.Line;
import io.kuramori.exchange.Parsed;
import io.kuramori.exchange.Row;
import io.kuramori.exchange.Sheet;
import io.kuramori.identity.Caller;
import io.kuramori.identity.InstitutionTree;
import io.kuramori.identity.Transactions;
import io.kuramori.organization.Appointment.Kind;
import io.kuramori.organization.Holder;
import io.kuramori.organization.Invalid;
import io.kuramori.organization.Person;
import io.kuramori.organization.Post;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(KuramoriDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SheetsTest {

    private Group group;

    @BeforeAll
    void open() {
        group = new Group(KuramoriDatabase.appDataSource());
    }

    @AfterAll
    void close() {
        group.close();
    }

    @Test
    void institutionsMayComeBeforeTheirParents() {
        var sheet = group.the(InstitutionSheet.class);
        bring(
                sheet,
                group.caller,
                List.of(
                        institution("AOBA-SHIBUYA", "青葉信金渋谷支店", "branch", "AOBA"),
                        institution("AOBA", "青葉信金", "legal_entity", "MIYAKO")));

        var found = group.the(Institutions.class).all(everything()).stream()
                .filter(each -> each.code().startsWith("AOBA"))
                .toList();
        assertThat(found).extracting(each -> each.code()).containsExactly("AOBA", "AOBA-SHIBUYA");
        assertThat(found.getLast().parent()).isEqualTo(found.getFirst().id());
    }

    @Test
    void anUnknownTimeZoneIsRejectedAtItsCell() {
        var row = new HashMap<>(institution("ZONE", "時差銀行", "legal_entity", "MIYAKO"));
        row.put("zone", "Asia/Edo");

        var parsed = group.the(InstitutionSheet.class).read(new Row(row));

        assertThat(parsed).isInstanceOf(Parsed.Rejected.class);
        assertThat(parsed.toString()).contains("zone");
    }

    @Test
    void everySheetWritesWhatItReads() {
        var person = group.person(group.root, "往復 太郎", "おうふく たろう");
        var department = group.department(group.root, null);
        group.department(group.root, department.id());
        group.appoint(person, group.post(group.root), Kind.PRINCIPAL, "2026-04-01", "2027-04-01");

        unchangedByItself(group.the(InstitutionSheet.class));
        unchangedByItself(group.the(DepartmentSheet.class));
        unchangedByItself(group.the(PostSheet.class));
        unchangedByItself(group.the(PersonSheet.class));
        unchangedByItself(group.the(AppointmentSheet.class));
        group.committee(group.root);
        unchangedByItself(group.the(CommitteeSheet.class));
    }

    @Nested
    class Orders {

        @Test
        void inTheFutureAreNotInForceToday() {
            var before = group.person(group.root, "前任 発令", "ぜんにん はつれい");
            var after = group.person(group.root, "後任 発令", "こうにん はつれい");
            var post = group.post(group.root);
            group.appoint(before, post, Kind.PRINCIPAL, "2026-04-01", null);

            bring(
                    group.the(AppointmentSheet.class),
                    group.caller,
                    List.of(order("2027-01-01", after, post, "appoint"), order("2027-01-01", before, post, "release")));

            assertThat(holders(post, "2026-12-31")).containsExactly("前任 発令");
            assertThat(holders(post, "2027-01-01")).containsExactly("後任 発令");
        }

        @Test
        void letTwoPeopleChangePlacesInAnyOrderOfRows() {
            var one = group.person(group.root, "甲 交替", "こう こうたい");
            var two = group.person(group.root, "乙 交替", "おつ こうたい");
            var first = group.post(group.root);
            var second = group.post(group.root);
            group.appoint(one, first, Kind.PRINCIPAL, "2026-04-01", null);
            group.appoint(two, second, Kind.PRINCIPAL, "2026-04-01", null);

            bring(
                    group.the(AppointmentSheet.class),
                    group.caller,
                    List.of(
                            order("2027-01-01", one, second, "appoint"),
                            order("2027-01-01", one, first, "release"),
                            order("2027-01-01", two, first, "appoint"),
                            order("2027-01-01", two, second, "release")));

            assertThat(holders(first, "2027-01-01")).containsExactly("乙 交替");
            assertThat(holders(second, "2027-01-01")).containsExactly("甲 交替");
        }

        @Test
        void releaseNobodyWhoHoldsNothing() {
            var person = group.person(group.root, "無役 者", "むやく しゃ");
            var post = group.post(group.root);

            assertThatThrownBy(() -> bring(
                            group.the(AppointmentSheet.class),
                            group.caller,
                            List.of(order("2027-01-01", person, post, "release"))))
                    .isInstanceOf(Invalid.class);
        }

        @Test
        void areUndone() {
            var person = group.person(group.root, "取消 者", "とりけし しゃ");
            var post = group.post(group.root);
            var sheet = group.the(AppointmentSheet.class);
            group.appoint(person, post, Kind.PRINCIPAL, "2026-04-01", null);
            bring(sheet, group.caller, List.of(order("2027-01-01", person, post, "release")));
            var released = lines(sheet).stream()
                    .filter(line -> "release".equals(line.cells().get("act"))
                            && ("MIYAKO/" + person.code()).equals(line.cells().get("person")))
                    .findFirst()
                    .orElseThrow();

            write(group.caller, () -> sheet.apply(List.of(new Change.Retire<>(released.id(), released.version()))));

            assertThat(holders(post, "2027-01-01")).containsExactly("取消 者");
        }
    }

    private <R> void unchangedByItself(Sheet<R> sheet) {
        var lines = lines(sheet);
        assertThat(lines).isNotEmpty();

        write(
                everything(),
                () -> sheet.apply(lines.stream()
                        .filter(line -> !line.retired())
                        .<Change<R>>map(line -> new Change.Update<>(
                                line.id(), currentVersion(sheet, line), accepted(sheet, line.cells())))
                        .limit(1)
                        .toList()));

        assertThat(lines(sheet))
                .extracting(Line::cells)
                .containsExactlyElementsOf(lines.stream().map(Line::cells).toList());
    }

    private static <R> int currentVersion(Sheet<R> sheet, Line line) {
        return sheet.lines()
                .filter(each -> each.id().equals(line.id()))
                .findFirst()
                .orElseThrow()
                .version();
    }

    private <R> void bring(Sheet<R> sheet, Caller caller, List<Map<String, String>> rows) {
        write(
                caller,
                () -> sheet.apply(rows.stream()
                        .<Change<R>>map(row -> new Change.Add<>(accepted(sheet, row)))
                        .toList()));
    }

    private static <R> R accepted(Sheet<R> sheet, Map<String, String> cells) {
        return switch (sheet.read(new Row(cells))) {
            case Parsed.Accepted<R>(var draft) -> draft;
            case Parsed.Rejected<R>(var objections) -> throw new AssertionError(objections);
        };
    }

    private <R> List<Line> lines(Sheet<R> sheet) {
        return group.the(Transactions.class)
                .read(everything(), () -> new ArrayList<>(sheet.lines().toList()));
    }

    private void write(Caller caller, Runnable work) {
        group.the(Writes.class).write(caller, "取込", work);
    }

    private Caller everything() {
        return Group.callerOf(group.the(InstitutionTree.class).all());
    }

    private List<String> holders(Post post, String day) {
        return group.the(Appointments.class).holders(group.caller, post.id(), LocalDate.parse(day)).stream()
                .map(Holder::name)
                .toList();
    }

    private static Map<String, String> institution(String code, String name, String kind, String parent) {
        return Map.of("code", code, "name", name, "kind", kind, "parent", parent);
    }

    private static Map<String, String> order(String day, Person person, Post post, String act) {
        return Map.of(
                "day",
                day,
                "person",
                "MIYAKO/" + person.code(),
                "post",
                "MIYAKO/" + post.code(),
                "kind",
                "principal",
                "act",
                act);
    }
}
