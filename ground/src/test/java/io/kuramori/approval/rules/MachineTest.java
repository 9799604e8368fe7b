package io.kuramori.approval.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuramori.approval.Proof;
import io.kuramori.approval.rules.Verdict.Denied;
import io.kuramori.approval.rules.Verdict.Moves;
import io.kuramori.approval.rules.Verdict.Reason;
import io.kuramori.approval.rules.Verdict.Stays;
import io.kuramori.organization.PostId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class MachineTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-25");
    private static final UUID ASKS = new UUID(0, 1);
    private static final UUID HEAD = new UUID(0, 2);
    private static final UUID DEPUTY = new UUID(0, 3);
    private static final UUID SECOND = new UUID(0, 4);
    private static final UUID THIRD = new UUID(0, 5);
    private static final PostId CHAIR_POST = new PostId(new UUID(1, 1));
    private static final PostId SECOND_POST = new PostId(new UUID(1, 2));
    private static final PostId THIRD_POST = new PostId(new UUID(1, 3));
    private static final PostId ASKS_POST = new PostId(new UUID(1, 4));
    private static final Body ALONE = new Body.Alone(CHAIR_POST);
    private static final Body BOARD = new Body.Assembly(2, Set.of(CHAIR_POST, SECOND_POST, THIRD_POST), CHAIR_POST);
    private static final Map<UUID, Set<PostId>> HELD = Map.of(
            HEAD, Set.of(CHAIR_POST),
            SECOND, Set.of(SECOND_POST),
            THIRD, Set.of(THIRD_POST),
            ASKS, Set.of(ASKS_POST));

    @Nested
    class APostAlone {

        @Test
        void decidesByItsHolderOfTheDay() {
            assertThat(vote(waiting(ALONE), own(HEAD, CHAIR_POST), Choice.APPROVE))
                    .isEqualTo(new Moves(new State.Approved(Proof.HERE)));
            assertThat(vote(waiting(ALONE), own(HEAD, CHAIR_POST), Choice.REFUSE))
                    .isEqualTo(new Moves(new State.Refused()));
        }

        @Test
        void doesNotAbstain() {
            assertThat(vote(waiting(ALONE), own(HEAD, CHAIR_POST), Choice.ABSTAIN))
                    .isEqualTo(new Denied(Reason.CANNOT_ABSTAIN));
        }

        @Test
        void isNotDecidedForByAnotherPostOrByWhoDoesNotHoldIt() {
            assertThat(vote(waiting(ALONE), own(SECOND, SECOND_POST), Choice.APPROVE))
                    .isEqualTo(new Denied(Reason.NOT_NAMED));
            assertThat(vote(waiting(ALONE), own(SECOND, CHAIR_POST), Choice.APPROVE))
                    .isEqualTo(new Denied(Reason.NOT_NAMED));
        }

        @Test
        void isNotDecidedForWhenTheTableNamesNobody() {
            assertThat(vote(waiting(null), own(HEAD, CHAIR_POST), Choice.APPROVE))
                    .isEqualTo(new Denied(Reason.NOT_NAMED));
        }
    }

    @Nested
    class Separation {

        @Test
        void nobodyDecidesHisOwnRequest() {
            var situation = situation(new State.Waiting(), new Body.Alone(ASKS_POST), Ballot.EMPTY, List.of());
            assertThat(vote(situation, own(ASKS, ASKS_POST), Choice.APPROVE)).isEqualTo(new Denied(Reason.OWN_REQUEST));
        }

        @Test
        void aDeputyDecidesInThePlaceOfTheHolder() {
            var situation =
                    situation(new State.Waiting(), ALONE, Ballot.EMPTY, List.of(lent(HEAD, DEPUTY, CHAIR_POST)));
            assertThat(vote(situation, new Power(DEPUTY, HEAD, CHAIR_POST), Choice.APPROVE))
                    .isEqualTo(new Moves(new State.Approved(Proof.HERE)));
        }

        @Test
        void aDeputyDoesNotDecideOutsideItsDays() {
            var past = new Delegation(HEAD, DEPUTY, CHAIR_POST, TODAY.minusDays(9), TODAY.minusDays(1));
            assertThat(vote(
                            situation(new State.Waiting(), ALONE, Ballot.EMPTY, List.of(past)),
                            new Power(DEPUTY, HEAD, CHAIR_POST),
                            Choice.APPROVE))
                    .isEqualTo(new Denied(Reason.NOT_NAMED));
        }

        @Test
        void theRequesterDoesNotDecideAsADeputy() {
            var situation = situation(new State.Waiting(), ALONE, Ballot.EMPTY, List.of(lent(HEAD, ASKS, CHAIR_POST)));
            assertThat(vote(situation, new Power(ASKS, HEAD, CHAIR_POST), Choice.APPROVE))
                    .isEqualTo(new Denied(Reason.OWN_REQUEST));
        }

        @Test
        void whoeverHoldsADelegationFromTheRequesterDoesNotDecide() {
            var situation = situation(new State.Waiting(), ALONE, Ballot.EMPTY, List.of(lent(ASKS, HEAD, ASKS_POST)));
            assertThat(vote(situation, own(HEAD, CHAIR_POST), Choice.APPROVE))
                    .isEqualTo(new Denied(Reason.DELEGATE_OF_REQUESTER));
        }

        @Test
        void takingTheDelegationBackWhileTheRequestRunsDoesNotFreeAnybody() {
            var ended = new Delegation(ASKS, HEAD, ASKS_POST, TODAY.minusDays(30), TODAY.minusDays(2));
            var before = new Delegation(ASKS, HEAD, ASKS_POST, TODAY.minusDays(30), TODAY.minusDays(20));
            assertThat(vote(
                            situation(new State.Waiting(), ALONE, Ballot.EMPTY, List.of(ended)),
                            own(HEAD, CHAIR_POST),
                            Choice.APPROVE))
                    .isEqualTo(new Denied(Reason.DELEGATE_OF_REQUESTER));
            assertThat(vote(
                            situation(new State.Waiting(), ALONE, Ballot.EMPTY, List.of(before)),
                            own(HEAD, CHAIR_POST),
                            Choice.APPROVE))
                    .isInstanceOf(Moves.class);
        }

        @Test
        void nobodyDecidesInThePlaceOfWhoIsBarred() {
            var situation = situation(
                    new State.Waiting(),
                    ALONE,
                    Ballot.EMPTY,
                    List.of(lent(ASKS, HEAD, ASKS_POST), lent(HEAD, DEPUTY, CHAIR_POST)));
            assertThat(vote(situation, new Power(DEPUTY, HEAD, CHAIR_POST), Choice.APPROVE))
                    .isEqualTo(new Denied(Reason.PRINCIPAL_BARRED));
        }

        @Test
        void anotherAccountOfTheRequesterIsTheRequester() {
            var parties = new Parties(Set.of(ASKS, HEAD), TODAY.minusDays(10));
            var situation = new Situation(
                    new State.Waiting(),
                    parties,
                    new Offices(TODAY, HELD, List.of()),
                    ALONE,
                    Ballot.EMPTY,
                    Set.of(),
                    Set.of());
            assertThat(vote(situation, own(HEAD, CHAIR_POST), Choice.APPROVE))
                    .isEqualTo(new Denied(Reason.OWN_REQUEST));
        }
    }

    @Nested
    class AnAssembly {

        @Test
        void carriesWithMoreThanHalfOfItsSeats() {
            var first = Ballot.EMPTY.with(own(SECOND, SECOND_POST), Choice.APPROVE);
            assertThat(vote(waiting(BOARD), own(SECOND, SECOND_POST), Choice.APPROVE))
                    .isEqualTo(new Stays());
            assertThat(vote(withVotes(first), own(THIRD, THIRD_POST), Choice.APPROVE))
                    .isEqualTo(new Moves(new State.Approved(Proof.HERE)));
        }

        @Test
        void isLostOnceItCannotCarry() {
            var first = Ballot.EMPTY.with(own(SECOND, SECOND_POST), Choice.REFUSE);
            assertThat(vote(withVotes(first), own(THIRD, THIRD_POST), Choice.REFUSE))
                    .isEqualTo(new Moves(new State.Refused()));
        }

        @Test
        void countsEachSeatAndEachPersonOnce() {
            var first = Ballot.EMPTY.with(own(SECOND, SECOND_POST), Choice.APPROVE);
            assertThat(vote(withVotes(first), own(SECOND, SECOND_POST), Choice.APPROVE))
                    .isEqualTo(new Denied(Reason.VOTED));
            var lent = situation(new State.Waiting(), BOARD, first, List.of(lent(THIRD, SECOND, THIRD_POST)));
            assertThat(vote(lent, new Power(SECOND, THIRD, THIRD_POST), Choice.APPROVE))
                    .isEqualTo(new Denied(Reason.VOTED));
        }

        @Test
        void isClosedByItsChairWithAQuorumOnly() {
            var one = Ballot.EMPTY.with(own(HEAD, CHAIR_POST), Choice.APPROVE);
            var tie = one.with(own(SECOND, SECOND_POST), Choice.ABSTAIN);
            assertThat(close(withVotes(one), own(HEAD, CHAIR_POST))).isEqualTo(new Denied(Reason.NO_QUORUM));
            assertThat(close(withVotes(tie), own(SECOND, SECOND_POST))).isEqualTo(new Denied(Reason.NOT_NAMED));
            assertThat(close(withVotes(tie), own(HEAD, CHAIR_POST)))
                    .as("of a tie, what the chair said")
                    .isEqualTo(new Moves(new State.Approved(Proof.HERE)));
        }

        @Test
        void ofOneDoesNotDecideTheRequestOfItsMember() {
            var one = new Body.Assembly(1, Set.of(ASKS_POST), ASKS_POST);
            var situation = situation(new State.Waiting(), one, Ballot.EMPTY, List.of());
            assertThat(vote(situation, own(ASKS, ASKS_POST), Choice.APPROVE)).isEqualTo(new Denied(Reason.OWN_REQUEST));
            assertThat(close(situation, own(ASKS, ASKS_POST))).isEqualTo(new Denied(Reason.OWN_REQUEST));
        }
    }

    @Nested
    class AnEmergency {

        @Test
        void isDecidedByWhomTheTableNamesForItAndConfirmedBySomebodyElse() {
            var act = new Act.DecideInEmergency(own(SECOND, SECOND_POST), TODAY.plusDays(3));
            var situation = emergency(new State.Waiting(), Set.of(SECOND_POST), Set.of());
            var taken = new State.Provisional(TODAY.plusDays(3));
            assertThat(Machine.of(situation, act)).isEqualTo(new Moves(taken));

            var own = emergency(taken, Set.of(CHAIR_POST), Set.of(HEAD));
            assertThat(vote(own, own(HEAD, CHAIR_POST), Choice.APPROVE)).isEqualTo(new Denied(Reason.CONFIRMS_OWN));
            var others = emergency(taken, Set.of(SECOND_POST), Set.of(SECOND));
            assertThat(vote(others, own(HEAD, CHAIR_POST), Choice.APPROVE))
                    .isEqualTo(new Moves(new State.Approved(Proof.HERE)));
            assertThat(vote(others, own(HEAD, CHAIR_POST), Choice.REFUSE)).isEqualTo(new Moves(new State.Revoked()));
        }

        @Test
        void isNotDecidedByAPostThatTheTableDoesNotName() {
            var act = new Act.DecideInEmergency(own(HEAD, CHAIR_POST), TODAY.plusDays(3));
            assertThat(Machine.of(emergency(new State.Waiting(), Set.of(SECOND_POST), Set.of()), act))
                    .isEqualTo(new Denied(Reason.NOT_NAMED));
        }

        private Situation emergency(State state, Set<PostId> posts, Set<UUID> by) {
            return new Situation(
                    state,
                    new Parties(Set.of(ASKS), TODAY.minusDays(10)),
                    new Offices(TODAY, HELD, List.of()),
                    ALONE,
                    Ballot.EMPTY,
                    posts,
                    by);
        }
    }

    @Nested
    class OutsideDecisions {

        @Test
        void countOnceSomebodyElseHasCheckedThem() {
            assertThat(Machine.of(waiting(ALONE), new Act.CheckOutside(ASKS, SECOND, true)))
                    .isEqualTo(new Moves(new State.Approved(Proof.OUTSIDE)));
            assertThat(Machine.of(waiting(ALONE), new Act.CheckOutside(SECOND, SECOND, true)))
                    .isEqualTo(new Denied(Reason.CHECKS_OWN));
            assertThat(Machine.of(waiting(ALONE), new Act.CheckOutside(SECOND, ASKS, true)))
                    .isEqualTo(new Denied(Reason.OWN_REQUEST));
        }
    }

    @Nested
    class Reviews {

        @Test
        void areThePrincipalsAlone() {
            var byDeputy = new Power(DEPUTY, HEAD, CHAIR_POST);
            var approved = situation(new State.Approved(Proof.HERE), ALONE, Ballot.EMPTY, List.of());
            assertThat(Machine.of(approved, new Act.Review(HEAD, byDeputy, true)))
                    .isEqualTo(new Stays());
            assertThat(Machine.of(approved, new Act.Review(HEAD, byDeputy, false)))
                    .isEqualTo(new Moves(new State.Revoked()));
            assertThat(Machine.of(approved, new Act.Review(DEPUTY, byDeputy, true)))
                    .isEqualTo(new Denied(Reason.NOT_NAMED));
        }
    }

    /// What each state allows: the acts of somebody who may do everything but what the state forbids.
    @ParameterizedTest(name = "{0} allows {1}")
    @MethodSource("allowed")
    void everyStateAllowsTheseActsAndNoOthers(State state, List<String> allowed) {
        var situation = new Situation(
                state,
                new Parties(Set.of(ASKS), TODAY.minusDays(10)),
                new Offices(TODAY, HELD, List.of()),
                ALONE,
                Ballot.EMPTY,
                Set.of(SECOND_POST),
                Set.of());
        var acts = Map.of(
                "vote", new Act.Vote(own(HEAD, CHAIR_POST), Choice.APPROVE),
                "send back", new Act.SendBack(own(HEAD, CHAIR_POST)),
                "take back", new Act.TakeBack(own(HEAD, CHAIR_POST)),
                "emergency", new Act.DecideInEmergency(own(SECOND, SECOND_POST), TODAY),
                "outside", new Act.CheckOutside(HEAD, SECOND, true),
                "resubmit", new Act.Resubmit(ASKS),
                "withdraw", new Act.Withdraw(ASKS),
                "change", new Act.SubjectChanged());
        assertThat(acts.entrySet().stream()
                        .filter(act -> !(Machine.of(situation, act.getValue()) instanceof Denied))
                        .map(Map.Entry::getKey))
                .containsExactlyInAnyOrderElementsOf(allowed);
    }

    static Stream<Arguments> allowed() {
        return Stream.of(
                row(new State.Waiting(), "vote", "send back", "emergency", "outside", "withdraw", "change"),
                row(new State.Returned(), "resubmit", "withdraw", "change"),
                row(new State.Provisional(TODAY), "vote", "take back", "change"),
                row(new State.Approved(Proof.HERE), "take back", "change"),
                row(new State.Refused()),
                row(new State.Withdrawn()),
                row(new State.Voided()),
                row(new State.Revoked()));
    }

    private static Arguments row(State state, String... acts) {
        return Arguments.of(state, List.of(acts));
    }

    private static Verdict vote(Situation situation, Power power, Choice choice) {
        return Machine.of(situation, new Act.Vote(power, choice));
    }

    private static Verdict close(Situation situation, Power power) {
        return Machine.of(situation, new Act.Close(power));
    }

    private static Power own(UUID account, PostId post) {
        return new Power(account, account, post);
    }

    private static Delegation lent(UUID from, UUID to, PostId post) {
        return new Delegation(from, to, post, TODAY.minusDays(5), TODAY.plusDays(5));
    }

    private static Situation waiting(@Nullable Body body) {
        return situation(new State.Waiting(), body, Ballot.EMPTY, List.of());
    }

    private static Situation withVotes(Ballot ballot) {
        return situation(new State.Waiting(), BOARD, ballot, List.of());
    }

    private static Situation situation(State state, @Nullable Body body, Ballot ballot, List<Delegation> delegations) {
        return new Situation(
                state,
                new Parties(Set.of(ASKS), TODAY.minusDays(10)),
                new Offices(TODAY, HELD, delegations),
                body,
                ballot,
                Set.of(),
                Set.of());
    }
}
