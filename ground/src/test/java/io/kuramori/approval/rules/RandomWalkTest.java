package io.kuramori.approval.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuramori.organization.PostId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/// A house of six people over years: posts change hands, deputies come and go, requests are made, sent back, voted,
/// decided in emergencies, by deputies, outside. Whatever happens, nobody has a part in the decision on a request
/// behind
/// which he stands. What is checked after every decision is worked out from the bare facts of who did what when, by
/// nothing that the rules use.
final class RandomWalkTest {

    private static final int PEOPLE = 6;
    private static final int POSTS = 5;
    private static final int OPEN_REQUESTS = 12;

    @Test
    void nobodyDecidesHisOwnRequestInTwentyThousandSteps(TestReporter reporter) {
        walk(20_000, reporter);
    }

    @Test
    @Tag("full")
    void nobodyDecidesHisOwnRequestInAMillionSteps(TestReporter reporter) {
        walk(1_000_000, reporter);
    }

    private static void walk(int steps, TestReporter reporter) {
        long seed = Long.getLong("kuramori.seed", System.nanoTime());
        reporter.publishEntry("kuramori.seed", Long.toString(seed));
        var house = new House(new Random(seed), "-Dkuramori.seed=" + seed);
        for (int step = 0; step < steps; step++) {
            house.step();
        }
        reporter.publishEntry(
                "decisions",
                house.decided + " decided, " + house.denied + " acts denied, of which " + house.barred
                        + " by separation of duties");
        // A walk that decides nothing, or in which nobody ever tries what is forbidden, shows nothing.
        assertThat(house.decided).as("decisions").isGreaterThan(steps / 100);
        assertThat(house.byDeputy).as("decisions with a deputy's part").isGreaterThan(steps / 2_000);
        assertThat(house.barred)
                .as("tries that the separation of duties stopped")
                .isGreaterThan(steps / 100);
        assertThat(house.lone)
                .as("committees of one that their requester asked to decide")
                .isPositive();
    }

    /// A request, with the bare facts beside what the rules need.
    private static final class Asked {

        final UUID requester;
        final UUID enteredBy;
        final LocalDate since;
        final Body body;
        final Set<PostId> emergency;
        final List<Power> hands = new ArrayList<>();
        State state = new State.Waiting();
        Ballot ballot = Ballot.EMPTY;
        Set<UUID> emergencyBy = Set.of();

        @Nullable
        UUID outsideBy;

        Asked(UUID requester, UUID enteredBy, LocalDate since, Body body, Set<PostId> emergency) {
            this.requester = requester;
            this.enteredBy = enteredBy;
            this.since = since;
            this.body = body;
            this.emergency = emergency;
        }
    }

    private static final class House {

        private final Random random;
        private final String seed;
        private final List<UUID> people = new ArrayList<>();
        private final List<PostId> posts = new ArrayList<>();
        private final Map<UUID, Set<PostId>> held = new HashMap<>();
        private final List<Delegation> delegations = new ArrayList<>();
        private final List<Asked> requests = new ArrayList<>();
        private LocalDate today = LocalDate.parse("2026-04-01");
        int decided;
        int denied;
        int barred;
        int byDeputy;
        int lone;

        House(Random random, String seed) {
            this.random = random;
            this.seed = seed;
            for (int i = 1; i <= PEOPLE; i++) {
                people.add(new UUID(0, i));
                held.put(new UUID(0, i), new HashSet<>());
            }
            for (int i = 1; i <= POSTS; i++) {
                posts.add(new PostId(new UUID(1, i)));
                posts(any(people)).add(new PostId(new UUID(1, i)));
            }
        }

        void step() {
            switch (random.nextInt(16)) {
                case 0 -> today = today.plusDays(random.nextInt(3));
                case 1 -> appoint();
                case 2 -> delegate();
                case 3 -> endDelegation();
                case 4, 5 -> ask();
                default -> act();
            }
        }

        private void appoint() {
            var post = any(posts);
            held.values().forEach(each -> each.remove(post));
            posts(any(people)).add(post);
        }

        private Set<PostId> posts(UUID person) {
            return held.computeIfAbsent(person, _ -> new HashSet<>());
        }

        private void delegate() {
            var principal = any(people);
            var deputy = any(people);
            if (!principal.equals(deputy) && delegations.size() < 60) {
                var until = today.plusDays(random.nextInt(10));
                delegations.add(new Delegation(principal, deputy, any(posts), today, until));
            }
        }

        /// Ends one today, or forgets one that ended before every open request began.
        private void endDelegation() {
            if (delegations.isEmpty()) {
                return;
            }
            int at = random.nextInt(delegations.size());
            var one = delegations.get(at);
            if (one.until().isAfter(today)) {
                delegations.set(at, new Delegation(one.principal(), one.deputy(), one.post(), one.from(), today));
            } else if (requests.stream().allMatch(asked -> one.until().isBefore(asked.since))) {
                delegations.remove(at);
            }
        }

        private void ask() {
            if (requests.size() >= OPEN_REQUESTS) {
                requests.remove(0);
            }
            var requester = any(people);
            var enteredBy = random.nextInt(5) == 0 ? any(people) : requester;
            requests.add(new Asked(requester, enteredBy, today, body(), Set.of(any(posts))));
        }

        private Body body() {
            if (random.nextBoolean()) {
                return new Body.Alone(any(posts));
            }
            var seats = new HashSet<PostId>();
            int size = 1 + random.nextInt(4);
            for (int i = 0; i < size; i++) {
                seats.add(any(posts));
            }
            return new Body.Assembly(
                    1 + random.nextInt(seats.size()), seats, seats.iterator().next());
        }

        private void act() {
            if (requests.isEmpty()) {
                return;
            }
            var asked = any(requests);
            var act = act(asked);
            switch (Machine.of(situation(asked), act)) {
                case Verdict.Denied(var reason) -> denied(asked, act, reason);
                case Verdict.Stays() -> note(asked, act);
                case Verdict.Moves(var to) -> {
                    note(asked, act);
                    move(asked, act, to);
                }
            }
        }

        private Act act(Asked asked) {
            var actor = any(people);
            return switch (random.nextInt(12)) {
                case 0 -> new Act.SendBack(power(actor, asked));
                case 1 -> new Act.Close(power(actor, asked));
                case 2 -> new Act.DecideInEmergency(power(actor, asked), today.plusDays(3));
                case 3 -> new Act.TakeBack(power(actor, asked));
                case 4 -> new Act.Resubmit(actor);
                case 5 -> outside(asked, actor);
                case 6 ->
                    asked.hands.isEmpty()
                            ? new Act.Withdraw(actor)
                            : new Act.Review(actor, any(asked.hands), random.nextInt(4) > 0);
                default -> new Act.Vote(power(actor, asked), any(List.of(Choice.values())));
            };
        }

        private Act outside(Asked asked, UUID actor) {
            var entered = asked.outsideBy;
            if (entered == null) {
                entered = any(people);
                asked.outsideBy = entered;
            }
            return new Act.CheckOutside(entered, actor, random.nextBoolean());
        }

        /// A power that the actor has, or, now and then, one that he only claims.
        private Power power(UUID actor, Asked asked) {
            var wanted = new ArrayList<PostId>(asked.emergency);
            switch (asked.body) {
                case Body.Alone(var post) -> wanted.add(post);
                case Body.Assembly assembly -> wanted.addAll(assembly.seats());
            }
            var offices = new Offices(today, held, delegations);
            var real = wanted.stream()
                    .flatMap(post -> offices.powers(actor, post).stream())
                    .toList();
            return real.isEmpty() || random.nextInt(10) == 0 ? new Power(actor, any(people), any(wanted)) : any(real);
        }

        private Situation situation(Asked asked) {
            return new Situation(
                    asked.state,
                    new Parties(new HashSet<>(List.of(asked.requester, asked.enteredBy)), asked.since),
                    new Offices(today, held, delegations),
                    asked.body,
                    asked.ballot,
                    asked.emergency,
                    asked.emergencyBy);
        }

        private void denied(Asked asked, Act act, Verdict.Reason reason) {
            denied++;
            switch (reason) {
                case OWN_REQUEST -> {
                    barred++;
                    boolean alone = asked.body instanceof Body.Assembly assembly
                            && assembly.seats().size() == 1;
                    if (alone && act instanceof Act.Vote) {
                        lone++;
                    }
                }
                case DELEGATE_OF_REQUESTER, PRINCIPAL_BARRED, CONFIRMS_OWN, CHECKS_OWN -> barred++;
                case NOT_NOW, NOT_NAMED, VOTED, CANNOT_ABSTAIN, NO_QUORUM, NOT_REQUESTER -> {}
            }
        }

        /// The bare fact: whose hand, in whose name.
        private static void note(Asked asked, Act act) {
            switch (act) {
                case Act.Vote(var power, var choice) -> {
                    asked.hands.add(power);
                    asked.ballot = asked.ballot.with(power, choice);
                }
                case Act.SendBack(var power) -> asked.hands.add(power);
                case Act.Close(var power) -> asked.hands.add(power);
                case Act.TakeBack(var power) -> asked.hands.add(power);
                case Act.DecideInEmergency taken -> asked.hands.add(taken.power());
                case Act.CheckOutside check ->
                    asked.hands.add(new Power(check.checkedBy(), check.checkedBy(), new PostId(new UUID(9, 9))));
                case Act.Review _, Act.Resubmit _, Act.Withdraw _, Act.SubjectChanged _ -> {}
            }
        }

        private void move(Asked asked, Act act, State to) {
            asked.state = to;
            switch (to) {
                case State.Provisional _ -> {
                    asked.ballot = Ballot.EMPTY;
                    if (act instanceof Act.DecideInEmergency taken) {
                        asked.emergencyBy = new HashSet<>(
                                List.of(taken.power().actor(), taken.power().principal()));
                    }
                    check(asked, act);
                }
                case State.Approved _, State.Refused _, State.Revoked _ -> check(asked, act);
                case State.Waiting _ -> {
                    asked.ballot = Ballot.EMPTY;
                    asked.outsideBy = null;
                    asked.hands.clear();
                }
                case State.Returned _, State.Withdrawn _, State.Voided _ -> {}
            }
        }

        /// Every hand that touched the decision, and every name in which it did, against the bare facts.
        private void check(Asked asked, Act act) {
            decided++;
            for (Power hand : asked.hands) {
                for (UUID who : List.of(hand.actor(), hand.principal())) {
                    assertThat(who).as("%s on %s (%s)", act, asked.state, seed).isNotEqualTo(asked.requester);
                    assertThat(who).as("%s on %s (%s)", act, asked.state, seed).isNotEqualTo(asked.enteredBy);
                }
                if (!hand.actor().equals(hand.principal())) {
                    byDeputy++;
                }
            }
            if (act instanceof Act.Vote || act instanceof Act.DecideInEmergency || act instanceof Act.CheckOutside) {
                var last = asked.hands.getLast();
                for (Delegation one : delegations) {
                    boolean ofRequester = one.principal().equals(asked.requester)
                            || one.principal().equals(asked.enteredBy);
                    boolean hand =
                            one.deputy().equals(last.actor()) || one.deputy().equals(last.principal());
                    boolean meanwhile =
                            !one.until().isBefore(asked.since) && !one.from().isAfter(today);
                    assertThat(ofRequester && hand && meanwhile)
                            .as("%s by a delegate of the requester (%s)", act, seed)
                            .isFalse();
                }
            }
        }

        private <T> T any(List<T> of) {
            return of.get(random.nextInt(of.size()));
        }
    }
}
