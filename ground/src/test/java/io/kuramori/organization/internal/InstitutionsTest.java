package io.kuramori.organization.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kuramori.database.KuramoriDatabase;
import io.kuramori.identity.InstitutionId;
import io.kuramori.identity.InstitutionTree;
import io.kuramori.identity.Transactions;
import io.kuramori.journal.StaleRecord;
import io.kuramori.organization.Department;
import io.kuramori.organization.Institution;
import io.kuramori.organization.Invalid;
import io.kuramori.organization.Organization;
import io.kuramori.organization.SpecialDay;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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
final class InstitutionsTest {

    private Group group;
    private Institutions institutions;

    @BeforeAll
    void open() {
        group = new Group(KuramoriDatabase.appDataSource());
        institutions = group.the(Institutions.class);
    }

    @AfterAll
    void close() {
        group.close();
    }

    @Nested
    class Tree {

        @Test
        void hasOneRoot() {
            assertInvalid(
                    "parent",
                    () -> institutions.save(Group.callerOf(Set.of()), "設立", group.institution("SECOND", null)));
        }

        @Test
        void takesNoChildWhereTheCallerSeesNoParent() {
            var sibling = group.child(group.root);

            assertInvalid(
                    "parent",
                    () -> institutions.save(
                            Group.caller(sibling.id()), "設立", group.institution("ELSEWHERE", group.root.id())));
        }

        @Test
        void refusesACycleOfInstitutions() {
            var child = group.child(group.root);
            var grandchild = group.child(child);

            assertInvalid(
                    "parent",
                    () -> institutions.save(
                            Group.caller(child.id(), grandchild.id()), "移動", moved(child, grandchild.id())));
        }

        @Test
        void refusesACycleAlsoWhereTheWriterSeesOnlyAPartOfIt() {
            var top = group.child(group.root);
            var hidden = group.child(top);
            var bottom = group.child(hidden);

            assertInvalid(
                    "parent",
                    () -> institutions.save(Group.caller(top.id(), bottom.id()), "移動", moved(top, bottom.id())));
        }

        @Test
        void refusesACycleOfDepartments() {
            var upper = group.department(group.root, null);
            var lower = group.department(group.root, upper.id());
            var turned = new Department(
                    upper.id(), upper.institution(), 1, upper.code(), lower.id(), upper.name(), null, null, null);

            assertInvalid("parent", () -> group.the(Structure.class).save(group.caller, "移動", turned));
        }

        @Test
        void refusesADepartmentUnderAnotherInstitutions() {
            var child = group.child(group.root);
            var above = group.department(group.root, null);

            assertInvalid("parent", () -> group.department(child, above.id()));
        }

        @Test
        void isWhatRightsAreGivenOn() {
            var child = group.child(group.root);
            var grandchild = group.child(child);
            var tree = group.the(InstitutionTree.class);

            assertThat(tree.subtree(child.id())).containsExactlyInAnyOrder(child.id(), grandchild.id());
            assertThat(tree.subtree(group.root.id())).contains(group.root.id(), child.id(), grandchild.id());
            assertThat(tree.subtree(new InstitutionId(UUID.randomUUID()))).isEmpty();
            assertThat(tree.all()).contains(group.root.id(), grandchild.id());
        }

        @Test
        void namesWhatIsAboveWithoutShowingIt() {
            var child = group.child(group.root);

            assertThat(institutions.path(Group.caller(child.id()), child.id())).containsExactly("みやこMIYAKO");
            assertThat(institutions.find(Group.caller(child.id()), group.root.id()))
                    .isEmpty();
        }
    }

    @Nested
    class Boundary {

        @Test
        void hidesSiblings() {
            var one = group.child(group.root);
            var other = group.child(group.root);
            var post = group.post(other);

            assertThat(institutions.all(Group.caller(one.id())))
                    .extracting(Institution::id)
                    .containsExactly(one.id());
            assertThat(group.the(Structure.class).allPosts(Group.caller(one.id())))
                    .isEmpty();
            assertThat(group.the(Structure.class).post(Group.caller(one.id()), post.id()))
                    .isEmpty();
        }

        @Test
        void hidesEverythingFromNobody() {
            assertThat(institutions.all(Group.callerOf(Set.of()))).isEmpty();
        }

        @Test
        void refusesChangesOfASibling() {
            var one = group.child(group.root);
            var other = group.child(group.root);

            assertThatThrownBy(() -> institutions.save(Group.caller(one.id()), "改称", moved(other, group.root.id())))
                    .isInstanceOf(StaleRecord.class);
        }
    }

    @Nested
    class Changes {

        @Test
        void needTheNewestVersion() {
            var child = group.child(group.root);
            institutions.save(Group.caller(child.id()), "改定", moved(child, group.root.id()));

            assertThatThrownBy(() -> institutions.save(Group.caller(child.id()), "改定", moved(child, group.root.id())))
                    .isInstanceOfSatisfying(
                            StaleRecord.class, stale -> assertThat(stale.kind()).isEqualTo("institution"));
        }

        @Test
        void areJournalledWithTheirReason() {
            var child = group.child(group.root);
            var reasons = group.the(Transactions.class)
                    .read(
                            Group.caller(child.id()),
                            () -> group.jdbc()
                                    .sql("select reason from journal.entry where record_id = :id")
                                    .param("id", child.id().value())
                                    .query(String.class)
                                    .list());

            assertThat(reasons).containsExactly("設立");
        }

        @Test
        void sayEverythingThatIsWrongAtOnce() {
            var wrong = new Institution(
                    institutions.newId(),
                    0,
                    "小文字 code",
                    null,
                    Institution.Kind.BRANCH,
                    " ",
                    null,
                    null,
                    List.of("bakery"),
                    group.root.zone(),
                    "QQ",
                    "fr",
                    group.root.businessYearStart(),
                    null,
                    null);

            assertThatThrownBy(() -> institutions.save(group.caller, "設立", wrong))
                    .isInstanceOfSatisfying(
                            Invalid.class,
                            invalid -> assertThat(invalid.complaints())
                                    .extracting(Invalid.Complaint::field)
                                    .containsExactly("code", "name", "parent", "licences", "calendar", "language"));
        }

        @Test
        void refuseACodeTwice() {
            assertInvalid(
                    "code", () -> institutions.save(group.caller, "設立", group.institution("MIYAKO", group.root.id())));
        }
    }

    @Test
    void theCalendarFollowsTheInstitutionsOwnDays() {
        var child = group.child(group.root);
        var caller = Group.caller(child.id());
        institutions.save(
                caller,
                "創立記念日",
                new SpecialDay(
                        institutions.newDayId(), child.id(), 0, LocalDate.parse("2026-11-24"), false, "創立記念日", null));

        var next = group.the(Transactions.class)
                .read(
                        caller,
                        () -> group.the(Organization.class)
                                .calendar(child.id())
                                .plusBusinessDays(LocalDate.parse("2026-11-20"), 1));

        assertThat(next).isEqualTo("2026-11-25");
    }

    private static void assertInvalid(String field, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.complaints())
                                .extracting(Invalid.Complaint::field)
                                .containsExactly(field));
    }

    private static Institution moved(Institution before, @Nullable InstitutionId parent) {
        return new Institution(
                before.id(),
                1,
                before.code(),
                parent,
                before.kind(),
                before.name(),
                before.nameEn(),
                before.reading(),
                before.licences(),
                before.zone(),
                before.calendar(),
                before.language(),
                before.businessYearStart(),
                before.confirmedOn(),
                before.retiredOn());
    }
}
