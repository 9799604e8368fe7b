package io.kuramori.approval.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kuramori.approval.Approvable;
import io.kuramori.approval.ApprovalId;
import io.kuramori.approval.Approvals;
import io.kuramori.approval.Outcome;
import io.kuramori.approval.Proof;
import io.kuramori.approval.Register;
import io.kuramori.approval.requests.Decisions.Answer;
import io.kuramori.approval.requests.Decisions.Planned;
import io.kuramori.approval.requests.OutsideDecision.Paper;
import io.kuramori.approval.rules.Choice;
import io.kuramori.approval.rules.State;
import io.kuramori.database.KuramoriDatabase;
import io.kuramori.identity.Caller;
import io.kuramori.identity.InstitutionId;
import io.kuramori.identity.StepUpRequired;
import io.kuramori.identity.Transactions;
import io.kuramori.journal.Actor;
import io.kuramori.journal.History;
import io.kuramori.journal.StaleRecord;
import io.kuramori.organization.CommitteeId;
import io.kuramori.organization.Invalid;
import io.kuramori.organization.PostId;
import io.kuramori.organization.internal.Setting;
import io.kuramori.organization.internal.Settings;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/// Decisions over the database, each rule a nested class. Long because all stand on one group of institutions, posts
/// and
/// people that takes seconds to make.
@ExtendWith(KuramoriDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DecisionsTest {

    private static final String EXCEPTION = "vulnerability.exception";
    private static final String ACCEPTANCE = "risk.acceptance";
    private static final String PLAN = "exercise.plan";

    private final Room room = new Room();
    private Bank bank;
    private UUID asks;
    private UUID head;
    private UUID second;
    private UUID third;
    private UUID officer;
    private PostId headPost;
    private PostId asksPost;
    private UUID committee;

    @BeforeAll
    void open() {
        bank = new Bank(KuramoriDatabase.appDataSource(), room);
        asks = bank.person("申請 花子");
        head = bank.person("部長 一郎");
        second = bank.person("委員 二郎");
        third = bank.person("委員 三郎");
        officer = bank.person("緊急 四郎");
        headPost = bank.post("システム統括部長", head);
        asksPost = bank.post("担当課長", asks);
        var secondPost = bank.post("リスク統括部長", second);
        var thirdPost = bank.post("総務部長", third);
        var officerPost = bank.post("当直責任者", officer);
        committee = bank.committee(2, headPost, secondPost, thirdPost);
        bank.authority(
                "2026-04-01",
                EXCEPTION,
                headPost,
                ACCEPTANCE,
                committee,
                PLAN,
                asksPost,
                "approval.emergency",
                officerPost);
    }

    @BeforeEach
    void proved() {
        bank.fresh = true;
        bank.clock.to(Instant.parse("2026-11-25T03:00:00Z"));
    }

    @AfterAll
    void close() {
        bank.close();
    }

    @Nested
    class ARequest {

        @Test
        void isDecidedByThePostThatTheTableNames() {
            var id = bank.submit(asks, EXCEPTION);
            decisions().vote(bank.caller(head), id, Choice.APPROVE, bank.answer(id, "妥当"));

            var decided = bank.request(id).standing().decided();
            assertThat(bank.status(id)).isEqualTo("approved");
            assertThat(decided).isNotNull().satisfies(each -> {
                assertThat(each.by()).isEqualTo(head);
                assertThat(each.article()).isEqualTo("第1条");
            });
        }

        @Test
        void isNeverDecidedByItsRequester() {
            var id = bank.submit(asks, PLAN);
            denied(() -> decisions().vote(bank.caller(asks), id, Choice.APPROVE, bank.answer(id, null)), "OWN_REQUEST");
            assertThat(bank.status(id)).isEqualTo("waiting");
        }

        @Test
        void isNotDecidedWithoutAFreshProof() {
            var id = bank.submit(asks, EXCEPTION);
            bank.fresh = false;
            assertThatThrownBy(() -> decisions().vote(bank.caller(head), id, Choice.APPROVE, bank.answer(id, null)))
                    .isInstanceOf(StepUpRequired.class);
            assertThat(bank.status(id)).isEqualTo("waiting");
        }

        @Test
        void goesBackAndComesAgainByTheOriginalClock() {
            var id = bank.submit(asks, EXCEPTION);
            var first = bank.request(id);
            refused(() -> decisions().sendBack(bank.caller(head), id, bank.answer(id, null)), "approval.error.comment");
            decisions().sendBack(bank.caller(head), id, bank.answer(id, "代替策を具体的に"));
            assertThat(bank.status(id)).isEqualTo("returned");
            denied(() -> decisions().vote(bank.caller(head), id, Choice.APPROVE, bank.answer(id, null)), "NOT_NOW");

            bank.clock.pass(Duration.ofDays(2));
            denied(
                    () -> requests()
                            .resubmit(bank.caller(head), id, bank.request(id).version(), Bank.content(EXCEPTION)),
                    "NOT_REQUESTER");
            requests()
                    .resubmit(
                            bank.caller(asks),
                            id,
                            bank.request(id).version(),
                            Bank.content(EXCEPTION, Bank.TODAY.plusDays(30)));
            var again = bank.request(id);
            assertThat(again.asking().first()).isEqualTo(first.asking().first());
            assertThat(again.asking().submitted()).isEqualTo(bank.clock.instant());
            assertThat(again.asking().round()).isEqualTo(2);
            assertThat(again.hash()).isNotEqualTo(first.hash());
            assertThatThrownBy(() ->
                            decisions().vote(bank.caller(head), id, Choice.APPROVE, Answer.plain(first.hash(), null)))
                    .as("what was decided on is not what was seen")
                    .isInstanceOf(StaleRecord.class);
            decisions().vote(bank.caller(head), id, Choice.APPROVE, bank.answer(id, null));
            assertThat(bank.status(id)).isEqualTo("approved");
        }

        @Test
        void lapsesByItselfOnTheDayAfterItsEnd() {
            var id = requests()
                    .submit(bank.caller(asks), bank.id, Bank.content(EXCEPTION, Bank.TODAY.plusDays(3)), null, null);
            decisions().vote(bank.caller(head), id, Choice.APPROVE, bank.answer(id, null));
            bank.clock.pass(Duration.ofDays(3));
            assertThat(bank.status(id)).isEqualTo("approved");
            bank.clock.pass(Duration.ofDays(1));
            assertThat(bank.status(id)).isEqualTo("lapsed");
        }

        @Test
        void isRenewedWithItsOriginalDayKept() {
            var id = bank.submit(asks, EXCEPTION);
            decisions().vote(bank.caller(head), id, Choice.APPROVE, bank.answer(id, null));
            bank.clock.pass(Duration.ofDays(20));
            var renewal = requests()
                    .submit(bank.caller(asks), bank.id, Bank.content(EXCEPTION, Bank.TODAY.plusDays(200)), null, id);
            decisions().vote(bank.caller(head), renewal, Choice.APPROVE, bank.answer(renewal, null));
            var second = requests()
                    .submit(
                            bank.caller(asks),
                            bank.id,
                            Bank.content(EXCEPTION, Bank.TODAY.plusDays(300)),
                            null,
                            renewal);
            decisions().vote(bank.caller(head), second, Choice.APPROVE, bank.answer(second, null));

            var twice = bank.request(second);
            assertThat(twice.asking().renewals()).isEqualTo(2);
            assertThat(twice.standing().force()).isNotNull().satisfies(force -> {
                assertThat(force.from()).isEqualTo(Bank.TODAY.plusDays(20));
                assertThat(force.original()).isEqualTo(Bank.TODAY);
            });
        }

        @Test
        void leavesAnEntryForEveryStep() {
            var id = bank.submit(asks, EXCEPTION);
            decisions().sendBack(bank.caller(head), id, bank.answer(id, "代替策を"));
            requests().resubmit(bank.caller(asks), id, bank.request(id).version(), Bank.content(EXCEPTION));
            decisions().vote(bank.caller(head), id, Choice.APPROVE, bank.answer(id, null));

            assertThat(bank.read(() -> bank.the(History.class).of("approval.request", id)))
                    .extracting(change -> change.reason())
                    .containsExactly(
                            "approval.act.vote", "approval.act.resubmit", "approval.act.return", "approval.act.submit");
        }

        @Test
        void isSeenInItsInstitutionOnly() {
            var id = bank.submit(asks, EXCEPTION);
            var elsewhere = new Caller(
                    new Actor(asks, Actor.Kind.PERSON, Actor.Strength.STEP_UP),
                    "人",
                    Set.of(new InstitutionId(UUID.randomUUID())));
            assertThat(requests().find(elsewhere, id)).isEmpty();
        }

        @Test
        void needsSomebodyWhomTheTableNames() {
            refused(() -> bank.submit(asks, "incident.report"), "approval.error.nobody");
        }
    }

    @Nested
    class Deputising {

        @Test
        void isReviewedByThePrincipalAndListedUntilThen() {
            var deputy = bank.person("代理 五郎");
            deputies().give(bank.caller(head), headPost, deputy, Bank.TODAY, Bank.TODAY.plusDays(5));
            var id = bank.submit(second, EXCEPTION);
            decisions().vote(bank.caller(deputy), id, Choice.APPROVE, bank.answer(id, null));

            var waiting = inbox().of(bank.caller(head)).toReview();
            assertThat(waiting)
                    .hasSize(1)
                    .allSatisfy(each -> assertThat(each.request().id()).isEqualTo(id));
            denied(
                    () -> decisions()
                            .review(
                                    bank.caller(deputy),
                                    waiting.getFirst().vote().id(),
                                    null),
                    "NOT_NAMED");
            decisions().review(bank.caller(head), waiting.getFirst().vote().id(), null);
            assertThat(inbox().of(bank.caller(head)).toReview()).isEmpty();
            assertThat(bank.status(id)).isEqualTo("approved");
        }

        @Test
        void endsAnApprovalWhenThePrincipalObjects() {
            var deputy = bank.person("代理 六郎");
            deputies().give(bank.caller(head), headPost, deputy, Bank.TODAY, Bank.TODAY.plusDays(5));
            var id = bank.submit(second, EXCEPTION);
            decisions().vote(bank.caller(deputy), id, Choice.APPROVE, bank.answer(id, null));
            var vote = inbox().of(bank.caller(head)).toReview().getFirst().vote();
            decisions().review(bank.caller(head), vote.id(), "前提が違う");
            assertThat(bank.status(id)).isEqualTo("revoked");
        }

        @Test
        void isOpenToHoldersOfThePostAlone() {
            refused(
                    () -> deputies().give(bank.caller(asks), headPost, second, Bank.TODAY, Bank.TODAY),
                    "approval.error.not-holder");
            refused(
                    () -> deputies().give(bank.caller(head), headPost, head, Bank.TODAY, Bank.TODAY),
                    "approval.error.own-deputy");
        }

        @Test
        void barsWhoeverHoldsADelegationFromTheRequester() {
            var asker = bank.person("委任 七郎");
            var post = bank.post("企画課長", asker);
            var id = bank.submit(asker, EXCEPTION);
            deputies().give(bank.caller(asker), post, head, Bank.TODAY, Bank.TODAY.plusDays(5));
            denied(
                    () -> decisions().vote(bank.caller(head), id, Choice.APPROVE, bank.answer(id, null)),
                    "DELEGATE_OF_REQUESTER");
            assertThat(inbox().of(bank.caller(head)).toDecide())
                    .noneMatch(line -> line.request().id().equals(id));
        }

        @Test
        void letsADeputyAskForHisPrincipalAndBarsBoth() {
            var principal = bank.person("本人 八郎");
            var post = bank.post("審査課長", principal);
            deputies().give(bank.caller(principal), post, second, Bank.TODAY, Bank.TODAY.plusDays(5));
            var id = requests().submit(bank.caller(second), bank.id, Bank.content(ACCEPTANCE), principal, null);
            denied(
                    () -> decisions().vote(bank.caller(second), id, Choice.APPROVE, bank.answer(id, null)),
                    "OWN_REQUEST");
            refused(
                    () -> requests().submit(bank.caller(third), bank.id, Bank.content(ACCEPTANCE), principal, null),
                    "approval.error.no-delegation");
        }
    }

    @Nested
    class ACommittee {

        @Test
        void decidesBySeatsAndQuorum() {
            var id = bank.submit(asks, ACCEPTANCE);
            decisions().vote(bank.caller(second), id, Choice.APPROVE, bank.answer(id, null));
            assertThat(bank.status(id)).isEqualTo("waiting");
            denied(() -> decisions().vote(bank.caller(second), id, Choice.APPROVE, bank.answer(id, null)), "VOTED");
            decisions().vote(bank.caller(third), id, Choice.APPROVE, bank.answer(id, null));
            assertThat(bank.status(id)).isEqualTo("approved");
        }

        @Test
        void decidesSeveralRequestsAsOneItemAndLeavesThoseOnWhichAMemberIsBarred() {
            var one = bank.submit(asks, ACCEPTANCE);
            var own = bank.submit(second, ACCEPTANCE);
            var item = agenda().create(
                            bank.caller(officer),
                            bank.id,
                            new CommitteeId(committee),
                            Bank.TODAY.plusDays(7),
                            "例外2件",
                            List.of(one, own));
            var hashes =
                    Map.of(one, bank.request(one).hash(), own, bank.request(own).hash());

            var left = agenda().vote(bank.caller(second), item, Choice.APPROVE, hashes, Answer.plain("", null));
            assertThat(left)
                    .extracting(each -> each.field())
                    .containsExactly(bank.request(own).code());
            agenda().vote(bank.caller(third), item, Choice.APPROVE, hashes, Answer.plain("", null));
            agenda().close(bank.caller(head), item, hashes, Answer.plain("", null));

            assertThat(bank.status(one)).isEqualTo("approved");
            assertThat(bank.status(own)).as("one vote is no quorum").isEqualTo("waiting");
            agenda().vote(bank.caller(head), item, Choice.APPROVE, hashes, Answer.plain("", null));
            assertThat(bank.status(own)).isEqualTo("approved");
        }
    }

    @Nested
    class AnEmergency {

        @Test
        void isConfirmedBySomebodyElseOrFlagged() {
            var id = bank.submit(asks, EXCEPTION);
            denied(() -> decisions().decideInEmergency(bank.caller(head), id, bank.answer(id, "夜間")), "NOT_NAMED");
            decisions().decideInEmergency(bank.caller(officer), id, bank.answer(id, "夜間のため"));
            assertThat(bank.status(id)).isEqualTo("provisional");
            // Wednesday; the third business day after it is Monday.
            assertThat(bank.request(id).unconfirmed(LocalDate.parse("2026-11-30")))
                    .isFalse();
            assertThat(bank.request(id).unconfirmed(LocalDate.parse("2026-12-01")))
                    .isTrue();
            denied(
                    () -> decisions().vote(bank.caller(officer), id, Choice.APPROVE, bank.answer(id, null)),
                    "NOT_NAMED");
            decisions().vote(bank.caller(head), id, Choice.APPROVE, bank.answer(id, "追認"));
            assertThat(bank.status(id)).isEqualTo("approved");
            assertThat(bank.request(id).unconfirmed(LocalDate.parse("2026-12-01")))
                    .isFalse();
        }

        @Test
        void isConfirmedWithinWhatTheInstitutionSet() {
            var settings = bank.the(Settings.class);
            var from = LocalDate.parse("2026-12-14");
            settings.set(bank.caller(head), "規程改定", limit(from, 5));
            assertThatThrownBy(() -> settings.set(bank.caller(head), "規程改定", limit(from.plusDays(1), 21)))
                    .isInstanceOf(Invalid.class);
            assertThatThrownBy(() -> settings.set(bank.caller(head), "規程改定", limit(from, 4)))
                    .as("another from the same day")
                    .isInstanceOf(Invalid.class);

            bank.clock.to(Instant.parse("2026-12-13T14:59:00Z"));
            assertThat(confirmBy()).as("the evening before, a Sunday").isEqualTo("2026-12-16");
            // Monday; the fifth business day after it is the next Monday.
            bank.clock.to(Instant.parse("2026-12-14T00:00:00Z"));
            assertThat(confirmBy()).isEqualTo("2026-12-21");
        }

        private LocalDate confirmBy() {
            var id = bank.submit(asks, EXCEPTION);
            decisions().decideInEmergency(bank.caller(officer), id, bank.answer(id, "夜間のため"));
            return ((State.Provisional) bank.request(id).standing().state()).confirmBy();
        }

        private Setting limit(LocalDate from, int days) {
            return new Setting(
                    UUID.randomUUID(),
                    bank.id,
                    0,
                    "approval.emergency.confirm-within",
                    days,
                    from,
                    "職務権限規程 第30条",
                    "経営会議 議事録 第3号",
                    null);
        }

        @Test
        void isRevokedWhenNotConfirmed() {
            var id = bank.submit(asks, EXCEPTION);
            decisions().decideInEmergency(bank.caller(officer), id, bank.answer(id, "夜間のため"));
            decisions().vote(bank.caller(head), id, Choice.REFUSE, bank.answer(id, "認めない"));
            assertThat(bank.status(id)).isEqualTo("revoked");
        }
    }

    @Nested
    class OutsideDecisions {

        private final Paper paper = new Paper("稟議2026-114", Bank.TODAY, "常務会", "第3条", "総務部 文書庫 A-12", true);

        @Test
        void countWhenSomebodyElseHasComparedThemWithThePaper() {
            var id = bank.submit(asks, EXCEPTION);
            outsides().enter(bank.caller(asks), id, bank.request(id).hash(), paper);
            var entered =
                    bank.read(() -> bank.the(OutsideRepository.class).of(id)).getFirst();
            denied(() -> outsides().check(bank.caller(asks), entered.id(), true, null), "CHECKS_OWN");
            assertThat(bank.status(id)).isEqualTo("waiting");

            outsides().check(bank.caller(third), entered.id(), true, null);
            assertThat(bank.status(id)).isEqualTo("approved");
            assertThat(bank.request(id).standing().force())
                    .isNotNull()
                    .satisfies(force -> assertThat(force.proof()).isEqualTo(Proof.OUTSIDE));
        }

        @Test
        void countForNothingWhenThePaperSaysSomethingElse() {
            var id = bank.submit(asks, EXCEPTION);
            outsides().enter(bank.caller(asks), id, bank.request(id).hash(), paper);
            refused(
                    () -> outsides()
                            .enter(bank.caller(asks), id, bank.request(id).hash(), paper),
                    "approval.error.outside-open");
            var entered =
                    bank.read(() -> bank.the(OutsideRepository.class).of(id)).getFirst();
            outsides().check(bank.caller(third), entered.id(), false, "番号が違う");
            assertThat(bank.status(id)).isEqualTo("waiting");
            outsides().enter(bank.caller(asks), id, bank.request(id).hash(), paper);
        }
    }

    @Nested
    class Telling {

        @Test
        void reachesWhomItConcernsAndNobodyElse() {
            var deputy = bank.person("代理 九郎");
            deputies().give(bank.caller(head), headPost, deputy, Bank.TODAY, Bank.TODAY.plusDays(1));
            var id = bank.submit(asks, EXCEPTION);
            assertThat(bank.told.of(head, id)).containsExactly("approval.notice.waiting");
            assertThat(bank.told.of(deputy, id)).containsExactly("approval.notice.waiting");
            assertThat(bank.told.of(asks, id)).isEmpty();

            decisions().sendBack(bank.caller(head), id, bank.answer(id, "再考"));
            assertThat(bank.told.of(head, id)).isEmpty();
            assertThat(bank.told.of(asks, id)).containsExactly("approval.notice.returned");
            requests().resubmit(bank.caller(asks), id, bank.request(id).version(), Bank.content(EXCEPTION));
            assertThat(bank.told.of(asks, id)).isEmpty();
            assertThat(bank.told.of(head, id)).containsExactly("approval.notice.waiting");

            decisions().vote(bank.caller(deputy), id, Choice.APPROVE, bank.answer(id, null));
            assertThat(bank.told.of(asks, id)).containsExactly("approval.notice.approved");
            assertThat(bank.told.of(head, id)).containsExactly("approval.notice.review");
            decisions()
                    .review(
                            bank.caller(head),
                            inbox().of(bank.caller(head))
                                    .toReview()
                                    .getFirst()
                                    .vote()
                                    .id(),
                            null);
            assertThat(bank.told.of(head, id)).isEmpty();
        }

        @Test
        void asksEachMemberUntilHeHasVoted() {
            var id = bank.submit(second, ACCEPTANCE);
            assertThat(bank.told.of(second, id)).as("barred").isEmpty();
            decisions().vote(bank.caller(third), id, Choice.APPROVE, bank.answer(id, null));
            assertThat(bank.told.of(third, id)).isEmpty();
            assertThat(bank.told.of(head, id)).containsExactly("approval.notice.waiting");
        }

        @Test
        void warnsBeforeAnApprovalEnds() {
            var id = requests()
                    .submit(bank.caller(asks), bank.id, Bank.content(EXCEPTION, Bank.TODAY.plusDays(20)), null, null);
            decisions().vote(bank.caller(head), id, Choice.APPROVE, bank.answer(id, null));
            bank.the(EndingApprovals.class).run();
            assertThat(bank.told.of(asks, id)).contains("approval.notice.lapses");
        }
    }

    @Nested
    class Conditions {

        @Test
        void areTrackedUntilSomebodyElseSaysTheyAreMet() {
            var id = bank.submit(asks, EXCEPTION);
            var planned = List.of(new Planned("月次で監視結果を報告する", Bank.TODAY.plusDays(10)));
            decisions()
                    .vote(
                            bank.caller(head),
                            id,
                            Choice.APPROVE,
                            new Answer(bank.request(id).hash(), null, planned));
            var condition =
                    bank.read(() -> bank.the(ConditionRepository.class).of(id)).getFirst();
            assertThat(count(Register.Status.UNMET)).isPositive();
            var conditions = bank.the(io.kuramori.approval.requests.Conditions.class);
            denied(() -> conditions.meet(bank.caller(asks), condition.id(), "報告した"), "OWN_REQUEST");
            long before = count(Register.Status.UNMET);
            conditions.meet(bank.caller(head), condition.id(), "報告書 R-12");
            assertThat(count(Register.Status.UNMET)).isEqualTo(before - 1);
        }
    }

    @Nested
    class ARecordOfARoom {

        @Test
        void isToldTheOutcomeInTheSameTransaction() {
            var record = room.add(bank.id, "openssl 3.0.14");
            var id = ask(record);
            decisions().vote(bank.caller(head), id, Choice.APPROVE, bank.answer(id, null));
            assertThat(room.told).last().isEqualTo(new Outcome.Granted(Bank.TODAY.plusDays(60), Proof.HERE, false));
            assertThat(bank.read(() -> bank.the(Approvals.class).inForce("test.finding", record, Bank.TODAY)))
                    .isPresent();
            assertThat(bank.read(
                            () -> bank.the(Approvals.class).inForce("test.finding", record, Bank.TODAY.plusDays(61))))
                    .isEmpty();

            room.refuses = true;
            var other = ask(record);
            assertThatThrownBy(
                            () -> decisions().vote(bank.caller(head), other, Choice.APPROVE, bank.answer(other, null)))
                    .hasMessage("the room refuses");
            room.refuses = false;
            assertThat(bank.status(other)).as("nothing of the decision stays").isEqualTo("waiting");
        }

        @Test
        void makesItsApprovalVoidWhenItChangesMaterially() {
            var record = room.add(bank.id, "log4j 2.17.0");
            var id = ask(record);
            decisions().vote(bank.caller(head), id, Choice.APPROVE, bank.answer(id, null));
            changed(record);
            assertThat(bank.status(id)).as("nothing material changed").isEqualTo("approved");

            room.facts.put(record, "log4j 2.25.0");
            changed(record);
            assertThat(bank.status(id)).isEqualTo("voided");
            assertThat(room.told).last().isEqualTo(new Outcome.Ended());
        }

        private UUID ask(UUID record) {
            var caller = bank.caller(asks);
            return bank.the(Transactions.class)
                    .write(
                            caller,
                            "申請",
                            () -> bank.the(Approvals.class)
                                    .ask(caller, "test.finding", record, Bank.content(EXCEPTION)))
                    .value();
        }

        private void changed(UUID record) {
            var caller = bank.caller(asks);
            bank.the(Transactions.class).write(caller, "変更", () -> {
                bank.the(Approvals.class).changed(caller, "test.finding", record);
                return true;
            });
        }
    }

    @Nested
    class TheRegister {

        @Test
        void goesOnPageByPageInEveryOrder() {
            for (int i = 0; i < 7; i++) {
                bank.submit(asks, EXCEPTION);
                bank.clock.pass(Duration.ofMinutes(1));
            }
            var register = bank.the(Register.class);
            var filter = new Register.Filter("", bank.id, null, null, Bank.TODAY);
            for (var sort : Register.Sort.values()) {
                for (boolean descending : List.of(true, false)) {
                    var whole = bank.read(() -> {
                        try (var lines = register.all(filter, sort, descending)) {
                            return lines.map(Register.Line::id).toList();
                        }
                    });
                    var paged = new ArrayList<UUID>();
                    String after = null;
                    while (true) {
                        var from = after;
                        var page = bank.read(() -> register.page(filter, sort, descending, from, 3));
                        if (page.isEmpty()) {
                            break;
                        }
                        page.forEach(line -> paged.add(line.id()));
                        after = page.getLast().token();
                    }
                    assertThat(paged)
                            .as("%s %s", sort, descending)
                            .isEqualTo(whole)
                            .doesNotHaveDuplicates();
                }
            }
        }
    }

    private long count(Register.Status status) {
        var filter = new Register.Filter("", bank.id, status, null, Bank.TODAY);
        return bank.read(() -> bank.the(Register.class).count(filter));
    }

    private static void denied(ThrowingCallable act, String reason) {
        refused(act, "approval.denied." + reason);
    }

    private static void refused(ThrowingCallable act, String key) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Invalid.class,
                        refused -> assertThat(refused.complaints())
                                .extracting(each -> each.key())
                                .containsExactly(key));
    }

    private Decisions decisions() {
        return bank.the(Decisions.class);
    }

    private Requests requests() {
        return bank.the(Requests.class);
    }

    private Deputies deputies() {
        return bank.the(Deputies.class);
    }

    private Inbox inbox() {
        return bank.the(Inbox.class);
    }

    private Outsides outsides() {
        return bank.the(Outsides.class);
    }

    private Agenda agenda() {
        return bank.the(Agenda.class);
    }

    /// A room with records of one kind, in memory.
    private static final class Room implements Approvable {

        final Map<UUID, String> facts = new HashMap<>();
        final Map<UUID, InstitutionId> homes = new HashMap<>();
        final List<Outcome> told = new ArrayList<>();
        boolean refuses;

        UUID add(InstitutionId home, String component) {
            var id = UUID.randomUUID();
            facts.put(id, component);
            homes.put(id, home);
            return id;
        }

        @Override
        public String kind() {
            return "test.finding";
        }

        @Override
        public Optional<Asked> asked(UUID id) {
            return Optional.ofNullable(facts.get(id))
                    .map(component -> new Asked(
                            Objects.requireNonNull(homes.get(id)), 1, "/findings/1", Map.of("component", component)));
        }

        @Override
        public void told(UUID id, ApprovalId approval, Outcome outcome) {
            if (refuses) {
                throw new IllegalStateException("the room refuses");
            }
            told.add(outcome);
        }
    }
}
