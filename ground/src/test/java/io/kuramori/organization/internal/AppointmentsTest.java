package io.kuramori.organization.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kuramori.database.KuramoriDatabase;
import io.kuramori.identity.Transactions;
import io.kuramori.organization.Appointment;
import io.kuramori.organization.Appointment.Kind;
import io.kuramori.organization.Holder;
import io.kuramori.organization.Invalid;
import io.kuramori.organization.Organization;
import io.kuramori.organization.Post;
import io.kuramori.organization.PostId;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(KuramoriDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AppointmentsTest {

    private Group group;
    private Appointments appointments;

    @BeforeAll
    void open() {
        group = new Group(KuramoriDatabase.appDataSource());
        appointments = group.the(Appointments.class);
    }

    @AfterAll
    void close() {
        group.close();
    }

    @Nested
    class Principal {

        @Test
        void isOneADay() {
            var person = group.person(group.root, "佐藤 一郎", "さとう いちろう");
            group.appoint(person, group.post(group.root), Kind.PRINCIPAL, "2026-04-01", null);

            assertThatThrownBy(() -> group.appoint(person, group.post(group.root), Kind.PRINCIPAL, "2026-10-01", null))
                    .isInstanceOfSatisfying(
                            Invalid.class,
                            invalid -> assertThat(invalid.complaints())
                                    .singleElement()
                                    .satisfies(complaint -> {
                                        assertThat(complaint.field()).isEqualTo("from");
                                        assertThat(complaint.key())
                                                .isEqualTo("organization.error.appointment_principal");
                                    }));
        }

        @Test
        void mayFollowOnTheDayTheOtherEnds() {
            var person = group.person(group.root, "佐藤 二郎", "さとう じろう");
            group.appoint(person, group.post(group.root), Kind.PRINCIPAL, "2026-04-01", "2026-10-01");
            var next = group.post(group.root);
            group.appoint(person, next, Kind.PRINCIPAL, "2026-10-01", null);

            assertThat(holder(next, "2026-09-30")).isEmpty();
            assertThat(holder(next, "2026-10-01"))
                    .get()
                    .extracting(Holder::name)
                    .isEqualTo("佐藤 二郎");
        }

        @Test
        void countsNotWhenCalledOff() {
            var person = group.person(group.root, "佐藤 三郎", "さとう さぶろう");
            var calledOff = group.appoint(person, group.post(group.root), Kind.PRINCIPAL, "2027-04-01", null);
            appointments.save(group.caller, "発令取消", retired(calledOff));

            group.appoint(person, group.post(group.root), Kind.PRINCIPAL, "2027-04-01", null);
        }

        @Test
        void goesBesideConcurrentOnes() {
            var person = group.person(group.root, "鈴木 花", "すずき はな");
            var first = group.post(group.root);
            var second = group.post(group.root);
            group.appoint(person, second, Kind.CONCURRENT, "2026-04-01", null);
            group.appoint(person, first, Kind.PRINCIPAL, "2026-04-01", null);

            var held = group.the(Transactions.class)
                    .read(group.caller, () -> group.the(Organization.class).postsHeldBy(person.id(), Group.TODAY));

            assertThat(held).extracting(Holder::post).containsExactly(first.id(), second.id());
            assertThat(held).extracting(Holder::kind).containsExactly(Kind.PRINCIPAL, Kind.CONCURRENT);
        }
    }

    @Test
    void oneHoldsTheSamePostOnceOnly() {
        var person = group.person(group.root, "高橋 光", "たかはし ひかる");
        var post = group.post(group.root);
        group.appoint(person, post, Kind.CONCURRENT, "2026-04-01", null);

        assertThatThrownBy(() -> group.appoint(person, post, Kind.PRINCIPAL, "2026-05-01", null))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void aFutureAppointmentIsPlannedButNotInForce() {
        var person = group.person(group.root, "田中 葵", "たなか あおい");
        var post = group.post(group.root);
        var planned = group.appoint(person, post, Kind.PRINCIPAL, "2026-12-01", null);

        assertThat(holder(post, "2026-11-23")).isEmpty();
        assertThat(holder(post, "2026-12-01")).isPresent();
        assertThat(appointments.planned(group.caller, group.root.id(), Group.TODAY))
                .extracting(Appointment::id)
                .contains(planned.id());
    }

    @Test
    void anEndBeforeTheStartIsRefused() {
        var person = group.person(group.root, "伊藤 健", "いとう けん");
        var post = group.post(group.root);

        assertThatThrownBy(() -> group.appoint(person, post, Kind.PRINCIPAL, "2026-12-01", "2026-12-01"))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void aSecondedPersonIsKnownByNameWhereThePostIs() {
        var home = group.child(group.root);
        var host = group.child(group.root);
        var person = group.person(home, "出向 太郎", "しゅっこう たろう");
        var post = group.post(host);
        appointments.save(
                Group.caller(home.id(), host.id()),
                "出向",
                new Appointment(
                        appointments.newId(),
                        host.id(),
                        0,
                        person.id(),
                        post.id(),
                        Kind.SECONDED,
                        1,
                        LocalDate.parse("2026-04-01"),
                        null,
                        null,
                        null));

        assertThat(appointments.holders(Group.caller(host.id()), post.id(), Group.TODAY))
                .extracting(Holder::name)
                .containsExactly("出向 太郎");
        assertThat(group.the(People.class).find(Group.caller(host.id()), person.id()))
                .isEmpty();
    }

    @Test
    void appointmentsOfASiblingAreNotSeen() {
        var one = group.child(group.root);
        var other = group.child(group.root);
        var post = group.post(one);
        group.appoint(group.person(one, "内部 花子", "ないぶ はなこ"), post, Kind.PRINCIPAL, "2026-04-01", null);

        assertThat(appointments.holders(Group.caller(other.id()), post.id(), Group.TODAY))
                .isEmpty();
        assertThat(appointments.all(Group.caller(other.id()))).isEmpty();
    }

    @Test
    void aPostThatIsHeldIsNotRetired() {
        var post = group.post(group.root);
        group.appoint(group.person(group.root, "保持 者", "ほじ しゃ"), post, Kind.CONCURRENT, "2026-04-01", null);
        var retired = new Post(
                post.id(),
                post.institution(),
                1,
                post.code(),
                null,
                post.name(),
                null,
                post.level(),
                null,
                Group.TODAY);

        assertThatThrownBy(() -> group.the(Structure.class).save(group.caller, "廃止", retired))
                .isInstanceOf(Invalid.class);
    }

    private Optional<Holder> holder(Post post, String day) {
        return holder(post.id(), LocalDate.parse(day));
    }

    private Optional<Holder> holder(PostId post, LocalDate day) {
        return group.the(Transactions.class)
                .read(group.caller, () -> group.the(Organization.class).personHolding(post, day));
    }

    private static Appointment retired(Appointment before) {
        return new Appointment(
                before.id(),
                before.institution(),
                1,
                before.person(),
                before.post(),
                before.kind(),
                before.line(),
                before.from(),
                before.to(),
                before.note(),
                Group.TODAY);
    }
}
