package io.kuramori.organization.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kuramori.database.KuramoriDatabase;
import io.kuramori.journal.StaleRecord;
import io.kuramori.organization.Appointment;
import io.kuramori.organization.Appointment.Kind;
import io.kuramori.organization.Committee.Member;
import io.kuramori.organization.Held;
import io.kuramori.organization.Holder;
import io.kuramori.organization.Invalid;
import io.kuramori.organization.PersonId;
import io.kuramori.organization.Post;
import io.kuramori.organization.internal.Transfers.Handover;
import io.kuramori.organization.internal.Transfers.NextPost;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(KuramoriDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TransfersTest {

    private static final LocalDate EFFECTIVE = LocalDate.parse("2027-01-01");

    private Group group;
    private Transfers transfers;

    @BeforeAll
    void open() {
        group = new Group(KuramoriDatabase.appDataSource());
        transfers = group.the(Transfers.class);
    }

    @AfterAll
    void close() {
        group.close();
    }

    @Test
    void showWhatEveryPostOfAPersonHolds() {
        var person = group.person(group.root, "前任 一", "ぜんにん はじめ");
        var post = group.post(group.root);
        var other = group.post(group.root);
        group.appoint(person, post, Kind.PRINCIPAL, "2026-04-01", null);
        group.appoint(person, other, Kind.CONCURRENT, "2026-04-01", null);
        var body = group.committee(group.root);
        group.the(Committees.class)
                .save(
                        group.caller,
                        "選任",
                        new Member(
                                group.the(Committees.class).newId(),
                                group.root.id(),
                                0,
                                body.id(),
                                post.id(),
                                Member.Role.CHAIR,
                                LocalDate.parse("2026-04-01"),
                                null,
                                null));

        var loads = transfers.loads(group.caller, person.id(), EFFECTIVE);

        assertThat(loads).extracting(load -> load.post().id()).containsExactly(post.id(), other.id());
        assertThat(loads.getFirst().holds())
                .extracting(Held::kind)
                .containsExactlyInAnyOrder("organization.seat", "test.system");
        assertThat(loads.getLast().holds()).extracting(Held::code).containsExactly("SYS-0001");
    }

    @Test
    void passAPostOnAtItsDateAndNotBefore() {
        var before = group.person(group.root, "前任 二", "ぜんにん つぎ");
        var successor = group.person(group.root, "後任 二", "こうにん つぎ");
        var post = group.post(group.root);
        var appointment = group.appoint(before, post, Kind.PRINCIPAL, "2026-04-01", null);

        transfers.transfer(group.caller, "定期異動", EFFECTIVE, List.of(handover(appointment, 1, successor.id())), null);

        assertThat(holders(post, Group.TODAY)).containsExactly("前任 二");
        assertThat(holders(post, EFFECTIVE.minusDays(1))).containsExactly("前任 二");
        assertThat(holders(post, EFFECTIVE)).containsExactly("後任 二");
        assertThat(group.the(Appointments.class).planned(group.caller, group.root.id(), Group.TODAY))
                .filteredOn(planned -> planned.post().equals(post.id()))
                .hasSize(2);
    }

    @Test
    void letTwoPeopleChangePlaces() {
        var one = group.person(group.root, "交替 一", "こうたい はじめ");
        var two = group.person(group.root, "交替 二", "こうたい つぎ");
        var first = group.post(group.root);
        var second = group.post(group.root);
        var a = group.appoint(one, first, Kind.PRINCIPAL, "2026-04-01", null);
        var b = group.appoint(two, second, Kind.PRINCIPAL, "2026-04-01", null);

        transfers.transfer(
                group.caller, "定期異動", EFFECTIVE, List.of(handover(a, 1, two.id()), handover(b, 1, one.id())), null);

        assertThat(holders(first, EFFECTIVE)).containsExactly("交替 二");
        assertThat(holders(second, EFFECTIVE)).containsExactly("交替 一");
    }

    @Test
    void changeNothingWhenOnePartIsRefused() {
        var leaving = group.person(group.root, "前任 四", "ぜんにん よん");
        var busy = group.person(group.root, "多忙 四", "たぼう よん");
        var post = group.post(group.root);
        var appointment = group.appoint(leaving, post, Kind.PRINCIPAL, "2026-04-01", null);
        group.appoint(busy, group.post(group.root), Kind.PRINCIPAL, "2026-04-01", null);

        assertThatThrownBy(() -> transfers.transfer(
                        group.caller, "定期異動", EFFECTIVE, List.of(handover(appointment, 1, busy.id())), null))
                .isInstanceOf(Invalid.class);

        assertThat(holders(post, EFFECTIVE)).containsExactly("前任 四");
    }

    @Test
    void leaveAPostVacantAndGiveTheNextOne() {
        var person = group.person(group.root, "異動 五", "いどう ご");
        var old = group.post(group.root);
        var next = group.post(group.root);
        var appointment = group.appoint(person, old, Kind.PRINCIPAL, "2026-04-01", null);

        transfers.transfer(
                group.caller,
                "定期異動",
                EFFECTIVE,
                List.of(new Handover(appointment.id(), 1, null, Kind.PRINCIPAL, null)),
                new NextPost(person.id(), next.id(), Kind.PRINCIPAL, 2));

        assertThat(holders(old, EFFECTIVE)).isEmpty();
        assertThat(holders(next, EFFECTIVE)).containsExactly("異動 五");
    }

    @Test
    void needWhatWasLookedAtToBeTheNewest() {
        var person = group.person(group.root, "前任 六", "ぜんにん ろく");
        var successor = group.person(group.root, "後任 六", "こうにん ろく");
        var appointment = group.appoint(person, group.post(group.root), Kind.PRINCIPAL, "2026-04-01", null);
        transfers.transfer(group.caller, "定期異動", EFFECTIVE, List.of(handover(appointment, 1, successor.id())), null);

        assertThatThrownBy(() -> transfers.transfer(
                        group.caller, "定期異動", EFFECTIVE.plusMonths(1), List.of(handover(appointment, 1, null)), null))
                .isInstanceOf(StaleRecord.class);
    }

    @Test
    void refuseAnAppointmentThatHasNotBegun() {
        var person = group.person(group.root, "前任 七", "ぜんにん なな");
        var appointment = group.appoint(person, group.post(group.root), Kind.PRINCIPAL, "2027-04-01", null);

        assertThatThrownBy(() -> transfers.transfer(
                        group.caller, "定期異動", EFFECTIVE, List.of(handover(appointment, 1, null)), null))
                .isInstanceOf(Invalid.class);
    }

    private static Handover handover(Appointment appointment, int version, @Nullable PersonId successor) {
        return new Handover(appointment.id(), version, successor, Kind.PRINCIPAL, 1);
    }

    private List<String> holders(Post post, LocalDate day) {
        return group.the(Appointments.class).holders(group.caller, post.id(), day).stream()
                .map(Holder::name)
                .toList();
    }
}
