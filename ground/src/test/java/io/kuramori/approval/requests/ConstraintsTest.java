package io.kuramori.approval.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kuramori.approval.rules.Choice;
import io.kuramori.database.KuramoriDatabase;
import io.kuramori.organization.PostId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postgresql.util.PSQLException;
import org.springframework.dao.DataIntegrityViolationException;

/// What the database itself refuses, when the code above is wrong.
@ExtendWith(KuramoriDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ConstraintsTest {

    private static final String MATTER = "vulnerability.exception";

    private Bank bank;
    private UUID asks;
    private UUID head;
    private PostId headPost;
    private PostId asksPost;

    @BeforeAll
    void open() {
        bank = new Bank(KuramoriDatabase.appDataSource());
        asks = bank.person("申請 花子");
        head = bank.person("部長 一郎");
        headPost = bank.post("部長", head);
        asksPost = bank.post("課長", asks);
        bank.authority("2026-04-01", MATTER, headPost);
    }

    @AfterAll
    void close() {
        bank.close();
    }

    @Test
    void aVoteOfTheRequesterIsRefused() {
        var request = bank.submit(asks, MATTER);
        refused("vote_own", () -> vote(request, asks, asks, asksPost));
        refused("vote_own", () -> vote(request, head, asks, asksPost));
        refused("vote_own", () -> vote(request, asks, head, headPost));
    }

    @Test
    void aVoteThatNamesAnotherRequesterIsRefused() {
        var request = bank.submit(asks, MATTER);
        refused(
                "vote_of_request",
                () -> bank.jdbc()
                        .sql("""
                        insert into approval.vote (id, institution_id, version, request_id, requested_by, entered_by, round,
                            kind, choice, post_id, voter_id, principal_id, hash, strength, at)
                        values (uuidv7(), :bank, 1, :request, :other, :other, 1, 'decision', 'approve', :post, :voter,
                            :voter, 'x', 'STEP_UP', now())""")
                        .param("bank", bank.id.value())
                        .param("request", request)
                        .param("other", UUID.randomUUID())
                        .param("post", asksPost.value())
                        .param("voter", asks)
                        .update());
    }

    @Test
    void aVoteOfWhoeverHoldsADelegationFromTheRequesterIsRefused() {
        var asker = bank.person("委任 三郎");
        var post = bank.post("室長", asker);
        var request = bank.submit(asker, MATTER);
        bank.the(Deputies.class).give(bank.caller(asker), post, head, Bank.TODAY, Bank.TODAY.plusDays(3));
        refused("vote_delegate", () -> vote(request, head, head, headPost));
        var other = bank.person("別人 四郎");
        refused("vote_delegate", () -> vote(request, other, head, headPost));
    }

    @Test
    void aDecisionOfTheRequesterIsRefused() {
        var request = bank.submit(asks, MATTER);
        refused(
                "request_own_decision",
                () -> bank.jdbc()
                        .sql("update approval.request set version = version + 1, decided_by = :asks where id = :id")
                        .param("asks", asks)
                        .param("id", request)
                        .update());
        refused(
                "request_kept",
                () -> bank.jdbc()
                        .sql("update approval.request set version = version + 1, requested_by = :other where id = :id")
                        .param("other", head)
                        .param("id", request)
                        .update());
    }

    @Test
    void anOutsideDecisionCheckedByItsWriterIsRefused() {
        var request = bank.submit(asks, MATTER);
        var paper = new OutsideDecision.Paper("稟議1", Bank.TODAY, "常務会", "第1条", "文書庫", true);
        bank.the(Outsides.class)
                .enter(bank.caller(head), request, bank.request(request).hash(), paper);
        for (UUID checker : List.of(head, asks)) {
            refused(
                    "outside_own",
                    () -> bank.jdbc()
                            .sql("""
                            update approval.outside_decision
                            set version = version + 1, checked_by = :by, checked_at = now(), agrees = true
                            where request_id = :id""")
                            .param("by", checker)
                            .param("id", request)
                            .update());
        }
    }

    @Test
    void aReviewByAnybodyButThePrincipalIsRefused() {
        var deputy = bank.person("代理 五郎");
        bank.the(Deputies.class).give(bank.caller(head), headPost, deputy, Bank.TODAY, Bank.TODAY.plusDays(3));
        var request = bank.submit(asks, MATTER);
        bank.the(Decisions.class).vote(bank.caller(deputy), request, Choice.APPROVE, bank.answer(request, null));
        refused(
                "vote_review",
                () -> bank.jdbc()
                        .sql("""
                        update approval.vote set version = version + 1, reviewed_by = :by, reviewed_at = now()
                        where request_id = :id""")
                        .param("by", deputy)
                        .param("id", request)
                        .update());
    }

    @Test
    void aConditionMetByTheRequesterIsRefused() {
        var request = bank.submit(asks, MATTER);
        var planned = List.of(new Decisions.Planned("報告する", Bank.TODAY));
        var answer = new Decisions.Answer(bank.request(request).hash(), null, planned);
        bank.the(Decisions.class).vote(bank.caller(head), request, Choice.APPROVE, answer);
        refused(
                "condition_own",
                () -> bank.jdbc()
                        .sql("""
                        update approval.condition
                        set version = version + 1, met_on = current_date, met_by = :by, evidence = '報告' where request_id = :id""")
                        .param("by", asks)
                        .param("id", request)
                        .update());
    }

    @Test
    void nobodyIsTheirOwnDeputy() {
        refused(
                "delegation_own",
                () -> bank.jdbc()
                        .sql("""
                        insert into approval.delegation
                            (id, institution_id, version, post_id, principal_id, deputy_id, valid_from, valid_until)
                        values (uuidv7(), :bank, 1, :post, :head, :head, current_date, current_date)""")
                        .param("bank", bank.id.value())
                        .param("post", headPost.value())
                        .param("head", head)
                        .update());
    }

    @Test
    void whatIsOverStaysOverAndWhatWasDecidedOnStaysAsItWas() {
        var withdrawn = bank.submit(asks, MATTER);
        bank.the(Requests.class).withdraw(bank.caller(asks), withdrawn);
        refused(
                "request_over",
                () -> bank.jdbc()
                        .sql("update approval.request set version = version + 1, status = 'waiting' where id = :id")
                        .param("id", withdrawn)
                        .update());
        var approved = bank.submit(asks, MATTER);
        bank.the(Decisions.class).vote(bank.caller(head), approved, Choice.APPROVE, bank.answer(approved, null));
        refused(
                "request_hash",
                () -> bank.jdbc()
                        .sql("update approval.request set version = version + 1, hash = repeat('0', 64) where id = :id")
                        .param("id", approved)
                        .update());
    }

    private void vote(UUID request, UUID voter, UUID principal, PostId post) {
        var asking = bank.request(request).asking();
        bank.jdbc()
                .sql("""
                        insert into approval.vote (id, institution_id, version, request_id, requested_by, entered_by, round,
                            kind, choice, post_id, voter_id, principal_id, hash, strength, at)
                        values (uuidv7(), :bank, 1, :request, :by, :entered, 1, 'decision', 'approve', :post, :voter,
                            :principal, 'x', 'STEP_UP', :now)""")
                .param("bank", bank.id.value())
                .param("request", request)
                .param("by", asking.by())
                .param("entered", asking.enteredBy())
                .param("post", post.value())
                .param("voter", voter)
                .param("principal", principal)
                .param("now", Columns.stored(bank.clock.instant()))
                .update();
    }

    private void refused(String constraint, Runnable change) {
        assertThatThrownBy(() -> bank.write("試し", change))
                .isInstanceOfSatisfying(
                        DataIntegrityViolationException.class,
                        e -> assertThat(e.getMostSpecificCause())
                                .isInstanceOfSatisfying(
                                        PSQLException.class,
                                        cause -> assertThat(Objects.requireNonNull(cause.getServerErrorMessage())
                                                        .getConstraint())
                                                .isEqualTo(constraint)));
    }
}
