package io.kuramori.organization.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kuramori.database.KuramoriDatabase;
import io.kuramori.identity.Caller;
import io.kuramori.identity.InstitutionTree;
import io.kuramori.identity.Transactions;
import io.kuramori.organization.AuthorityTable;
import io.kuramori.organization.AuthorityTable.Adoption;
import io.kuramori.organization.AuthorityTable.Rule;
import io.kuramori.organization.AuthorityTableId;
import io.kuramori.organization.Committee;
import io.kuramori.organization.Committee.Meeting;
import io.kuramori.organization.Committee.Member;
import io.kuramori.organization.Decider;
import io.kuramori.organization.Institution;
import io.kuramori.organization.Invalid;
import io.kuramori.organization.Organization;
import io.kuramori.organization.Post;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(KuramoriDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AuthorityTest {

    private static final String EXCEPTION = "vulnerability.exception";

    private Group group;
    private Authority authority;

    @BeforeAll
    void open() {
        group = new Group(KuramoriDatabase.appDataSource());
        authority = group.the(Authority.class);
    }

    @AfterAll
    void close() {
        group.close();
    }

    @Nested
    class Editions {

        @Test
        void supersedeEachOtherFromTheirDate() {
            var bank = group.child(group.root);
            var head = group.post(bank);
            var officer = group.post(bank);
            adopted(bank, "2026-04-01", new Decider.ByPost(head.id()));
            var second = draft(bank, "2026-12-01");
            authority.save(Group.caller(bank.id()), "改定", changed(second, new Decider.ByPost(officer.id())));
            adopt(bank, second);

            assertThat(deciders(bank, "2026-03-31")).isEmpty();
            assertThat(deciders(bank, "2026-11-30")).containsExactly(new Decider.ByPost(head.id()));
            assertThat(deciders(bank, "2026-12-01")).containsExactly(new Decider.ByPost(officer.id()));
        }

        @Test
        void doNotCountWhileDrafts() {
            var bank = group.child(group.root);
            var table = draft(bank, "2026-04-01");
            rule(bank, table, new Decider.ByPost(group.post(bank).id()));

            assertThat(deciders(bank, "2026-11-23")).isEmpty();
        }

        @Test
        void areNeverChangedOnceAdopted() {
            var bank = group.child(group.root);
            var table = adopted(
                    bank, "2026-04-01", new Decider.ByPost(group.post(bank).id()));
            var other = group.post(bank);

            assertInvalid("authority_rule_adopted", () -> rule(bank, table, new Decider.ByPost(other.id())));
            assertInvalid(
                    "authority_rule_adopted",
                    () -> authority.save(
                            Group.caller(bank.id()), "改定", changed(table, new Decider.ByPost(other.id()))));
            assertInvalid(
                    "authority_table_adopted",
                    () -> authority.adopt(
                            Group.caller(bank.id()),
                            "改定",
                            table,
                            2,
                            new Adoption(LocalDate.parse("2026-05-01"), "取締役会", null)));
        }

        @Test
        void takeOverTheRulesOfTheNewest() {
            var bank = group.child(group.root);
            var post = group.post(bank);
            adopted(bank, "2026-04-01", new Decider.ByPost(post.id()));

            var second = draft(bank, "2027-04-01");

            assertThat(authority.editions(Group.caller(bank.id()), bank.id()))
                    .extracting(AuthorityTable::edition)
                    .containsExactly(2, 1);
            assertThat(authority.rules(Group.caller(bank.id()), second))
                    .extracting(Rule::decider)
                    .containsExactly(new Decider.ByPost(post.id()));
        }
    }

    @Test
    void withoutAnOwnTableTheOneAboveAnswers() {
        var bank = group.child(group.root);
        var branch = group.child(bank);
        var body = group.committee(bank);
        adopted(bank, "2026-04-01", new Decider.ByCommittee(body.id()));

        var found = group.the(Transactions.class)
                .read(
                        Group.caller(bank.id(), branch.id()),
                        () -> group.the(Organization.class).deciders(branch.id(), EXCEPTION, Group.TODAY));

        assertThat(found).extracting(Rule::decider).containsExactly(new Decider.ByCommittee(body.id()));
    }

    @Test
    void aParentsBodyIsKnownByName() {
        var bank = group.child(group.root);
        var body = group.committee(group.root);
        adopted(bank, "2026-04-01", new Decider.ByCommittee(body.id()));

        assertThat(authority.bodies(Group.caller(bank.id())))
                .extracting(Body::id)
                .contains(body.id().value());
        assertThat(group.the(Committees.class).find(Group.caller(bank.id()), body.id()))
                .isEmpty();
    }

    @Nested
    class Bodies {

        @Test
        void meetByTheirCalendar() {
            var bank = group.child(group.root);
            var body = group.committee(bank);
            meeting(body, "2026-10-20");
            meeting(body, "2026-12-15");

            var next = group.the(Transactions.class)
                    .read(
                            Group.caller(bank.id()),
                            () -> group.the(Organization.class).nextMeeting(body.id(), Group.TODAY));

            assertThat(next).contains(LocalDate.parse("2026-12-15"));
            assertInvalid("committee_meeting_once", () -> meeting(body, "2026-12-15"));
        }

        @Test
        void haveTheMembersOfTheDay() {
            var bank = group.child(group.root);
            var body = group.committee(bank);
            var chair = group.post(bank);
            var successor = group.post(bank);
            seat(body, chair, Member.Role.CHAIR, "2026-04-01", "2026-10-01");
            seat(body, successor, Member.Role.CHAIR, "2026-10-01", null);

            assertThat(group.the(Committees.class).members(Group.caller(bank.id()), body.id(), Group.TODAY))
                    .extracting(Member::post)
                    .containsExactly(successor.id());
            assertInvalid(
                    "committee_member_twice", () -> seat(body, successor, Member.Role.MEMBER, "2026-11-01", null));
        }

        private void meeting(Committee body, String day) {
            group.the(Committees.class)
                    .save(
                            Group.caller(body.institution()),
                            "開催予定",
                            new Meeting(
                                    group.the(Committees.class).newId(),
                                    body.institution(),
                                    0,
                                    body.id(),
                                    LocalDate.parse(day),
                                    null,
                                    null));
        }

        private void seat(Committee body, Post post, Member.Role role, String from, @Nullable String to) {
            group.the(Committees.class)
                    .save(
                            Group.caller(body.institution()),
                            "委員の選任",
                            new Member(
                                    group.the(Committees.class).newId(),
                                    body.institution(),
                                    0,
                                    body.id(),
                                    post.id(),
                                    role,
                                    LocalDate.parse(from),
                                    to == null ? null : LocalDate.parse(to),
                                    null));
        }
    }

    private AuthorityTableId adopted(Institution institution, String from, Decider decider) {
        var table = draft(institution, from);
        rule(institution, table, decider);
        adopt(institution, table);
        return table;
    }

    private AuthorityTableId draft(Institution institution, String from) {
        return authority.draft(
                Group.caller(institution.id()), "起案", institution.id(), "職務権限規程 別表", LocalDate.parse(from));
    }

    private void adopt(Institution institution, AuthorityTableId table) {
        authority.adopt(
                Group.caller(institution.id()),
                "決裁",
                table,
                1,
                new Adoption(LocalDate.parse("2026-03-20"), "取締役会", "取締役会議事録 2026-12"));
    }

    private void rule(Institution institution, AuthorityTableId table, Decider decider) {
        authority.save(
                Group.caller(institution.id()),
                "起案",
                new Rule(authority.newId(), institution.id(), 0, table, EXCEPTION, "第12条", null, decider, null));
    }

    /// The first rule of the table with another decider.
    private Rule changed(AuthorityTableId table, Decider decider) {
        var before = authority.rules(everything(), table).getFirst();
        return new Rule(
                before.id(),
                before.institution(),
                before.version(),
                table,
                before.decision(),
                before.article(),
                before.condition(),
                decider,
                null);
    }

    private Caller everything() {
        return Group.callerOf(group.the(InstitutionTree.class).all());
    }

    private List<Decider> deciders(Institution institution, String day) {
        return group
                .the(Transactions.class)
                .read(
                        Group.caller(institution.id()),
                        () -> group.the(Organization.class).deciders(institution.id(), EXCEPTION, LocalDate.parse(day)))
                .stream()
                .map(Rule::decider)
                .toList();
    }

    private static void assertInvalid(String constraint, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.complaints())
                                .extracting(Invalid.Complaint::key)
                                .containsExactly("organization.error." + constraint));
    }
}
