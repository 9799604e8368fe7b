package io.kuramori.approval.requests;

import io.kuramori.approval.Proof;
import io.kuramori.approval.requests.Request.Decided;
import io.kuramori.approval.requests.Request.Emergency;
import io.kuramori.approval.requests.Request.Force;
import io.kuramori.approval.requests.Request.Standing;
import io.kuramori.approval.requests.Vote.Kind;
import io.kuramori.approval.requests.Vote.Said;
import io.kuramori.approval.rules.Act;
import io.kuramori.approval.rules.Choice;
import io.kuramori.approval.rules.Machine;
import io.kuramori.approval.rules.Offices;
import io.kuramori.approval.rules.Power;
import io.kuramori.approval.rules.Situation;
import io.kuramori.approval.rules.State;
import io.kuramori.approval.rules.Verdict;
import io.kuramori.approval.rules.Verdict.Reason;
import io.kuramori.identity.Caller;
import io.kuramori.journal.StaleRecord;
import io.kuramori.organization.Invalid;
import io.kuramori.organization.Organization;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// What whoever may decide does, with a fresh proof of who he is. The rules say whether; this carries it out in one
/// transaction: the vote, what becomes of the request, what the room is told.
@Service
public class Decisions {

    private final RequestRepository requests;
    private final VoteRepository votes;
    private final ConditionRepository conditions;
    private final Situations situations;
    private final Organization organization;
    private final Limits limits;
    private final Rooms rooms;
    private final Telling telling;
    private final Changes changes;
    private final Clock clock;

    Decisions(
            RequestRepository requests,
            VoteRepository votes,
            ConditionRepository conditions,
            Situations situations,
            Organization organization,
            Limits limits,
            Rooms rooms,
            Telling telling,
            Changes changes,
            Clock clock) {
        this.requests = requests;
        this.votes = votes;
        this.conditions = conditions;
        this.situations = situations;
        this.organization = organization;
        this.limits = limits;
        this.rooms = rooms;
        this.telling = telling;
        this.changes = changes;
        this.clock = clock;
    }

    /// What the decider says beside yes or no.
    ///
    /// @param hash of what the decider saw; another than the request's now is answered with [StaleRecord]
    public record Answer(String hash, @Nullable String comment, List<Planned> conditions) {

        public Answer {
            conditions = List.copyOf(conditions);
        }

        public static Answer plain(String hash, @Nullable String comment) {
            return new Answer(hash, comment, List.of());
        }
    }

    /// A condition that the approval is to have.
    public record Planned(String words, LocalDate due) {}

    public void vote(Caller caller, UUID id, Choice choice, Answer answer) {
        changes.decide(caller, "approval.act.vote", () -> {
            var request = seen(id, answer);
            var kind = request.standing().state() instanceof State.Provisional ? Kind.CONFIRMATION : Kind.DECISION;
            carryOut(caller, request, power -> new Act.Vote(power, choice), kind, Said.valueOf(choice.name()), answer);
        });
    }

    /// 差戻し.
    public void sendBack(Caller caller, UUID id, Answer answer) {
        requireComment(answer);
        changes.decide(
                caller,
                "approval.act.return",
                () -> carryOut(caller, seen(id, answer), Act.SendBack::new, Kind.DECISION, Said.RETURN, answer));
    }

    public void takeBack(Caller caller, UUID id, Answer answer) {
        requireComment(answer);
        changes.decide(
                caller,
                "approval.act.revoke",
                () -> carryOut(caller, seen(id, answer), Act.TakeBack::new, Kind.DECISION, Said.REVOKE, answer));
    }

    /// Ends the vote of an assembly, by its chair.
    public void close(Caller caller, UUID id, Answer answer) {
        changes.decide(caller, "approval.act.close", () -> {
            var request = seen(id, answer);
            var kind = request.standing().state() instanceof State.Provisional ? Kind.CONFIRMATION : Kind.DECISION;
            carryOut(caller, request, Act.Close::new, kind, Said.CLOSE, answer);
        });
    }

    /// Decides at once; whoever decides ordinarily confirms within the institution's limit.
    public void decideInEmergency(Caller caller, UUID id, Answer answer) {
        requireComment(answer);
        changes.decide(caller, "approval.act.emergency", () -> {
            var request = seen(id, answer);
            var today = situations.today(request.institution());
            int within = limits.confirmWithin(request.institution(), today);
            var confirmBy = organization.calendar(request.institution()).plusBusinessDays(today, within);
            carryOut(
                    caller,
                    request,
                    power -> new Act.DecideInEmergency(power, confirmBy),
                    Kind.EMERGENCY,
                    Said.APPROVE,
                    answer);
        });
    }

    /// 後閲: the principal looks at what his deputy decided; an objection takes an approval back.
    ///
    /// @param objection null to agree
    public void review(Caller caller, UUID voteId, @Nullable String objection) {
        changes.decide(caller, "approval.act.review", () -> {
            var vote = votes.find(voteId).orElseThrow();
            var request = requests.hold(vote.request()).orElseThrow();
            var act = new Act.Review(caller.actor().id(), vote.power(), objection == null);
            var verdict = Machine.of(situations.of(request), act);
            var to = state(request, verdict);
            telling.reviewed(caller, request, vote.id());
            votes.review(vote, caller.actor().id(), clock.instant(), objection);
            if (verdict instanceof Verdict.Moves) {
                move(caller, request, to, null, objection);
            }
        });
    }

    /// The request, held, if it still asks what the decider saw.
    private Request seen(UUID id, Answer answer) {
        var request = requests.hold(id).orElseThrow();
        if (!request.hash().equals(answer.hash())) {
            throw new StaleRecord("approval.request", id);
        }
        return request;
    }

    private void carryOut(
            Caller caller, Request request, Function<Power, Act> act, Kind kind, Said said, Answer answer) {
        var situation = situations.of(request);
        var power = power(situation, caller.actor().id(), act);
        var verdict = Machine.of(situation, act.apply(power));
        var to = state(request, verdict);
        var vote = changes.newId();
        votes.insert(
                new Vote(
                        vote,
                        request.institution(),
                        0,
                        request.id(),
                        request.asking().round(),
                        kind,
                        said,
                        power,
                        request.hash(),
                        answer.comment(),
                        caller.actor().strength().name(),
                        clock.instant(),
                        null),
                request);
        for (Planned planned : answer.conditions()) {
            conditions.insert(
                    new Condition(
                            changes.newId(),
                            request.institution(),
                            0,
                            request.id(),
                            planned.words(),
                            planned.due(),
                            caller.actor().id(),
                            null),
                    request);
        }
        if (verdict instanceof Verdict.Moves) {
            move(caller, request, to, power, answer.comment());
        } else {
            telling.voted(caller, request);
        }
        if (power.byDeputy()) {
            telling.toReview(caller, request, vote, power.principal());
        }
    }

    /// The first of the caller's powers with which the act is allowed; else one with which it is denied, for its
    /// reason.
    static Power power(Situation situation, UUID account, Function<Power, Act> act) {
        var denied = new ArrayList<Reason>();
        for (Power power : powers(situation, account)) {
            switch (Machine.of(situation, act.apply(power))) {
                case Verdict.Moves _, Verdict.Stays _ -> {
                    return power;
                }
                case Verdict.Denied(var reason) -> denied.add(reason);
            }
        }
        var told = denied.stream()
                .filter(reason -> reason != Reason.NOT_NAMED)
                .findFirst()
                .orElse(Reason.NOT_NAMED);
        throw new Invalid("", "approval.denied." + told);
    }

    /// Every power that the account has over the request today.
    static List<Power> powers(Situation situation, UUID account) {
        Offices offices = situation.offices();
        return offices.held().values().stream()
                .flatMap(Set::stream)
                .distinct()
                .flatMap(post -> offices.powers(account, post).stream())
                .toList();
    }

    private void move(Caller caller, Request request, State to, @Nullable Power power, @Nullable String comment) {
        var moved = request.with(standing(request, to, power, comment));
        requests.update(moved);
        rooms.tell(moved);
        telling.moved(caller, moved);
    }

    private Standing standing(Request request, State to, @Nullable Power power, @Nullable String comment) {
        var before = request.standing();
        return switch (to) {
            case State.Approved _ ->
                new Standing(to, before.emergency(), null, decided(request, power), force(request));
            case State.Provisional _ ->
                new Standing(
                        to,
                        power == null ? null : new Emergency(power.actor(), power.principal()),
                        null,
                        decided(request, power),
                        force(request));
            case State.Refused _ -> new Standing(to, before.emergency(), comment, decided(request, power), null);
            case State.Returned _, State.Revoked _, State.Waiting _, State.Withdrawn _, State.Voided _ ->
                new Standing(to, before.emergency(), comment, before.decided(), before.force());
        };
    }

    private Decided decided(Request request, @Nullable Power power) {
        var rule = situations.rule(request.institution(), request.content(), situations.today(request.institution()));
        return new Decided(
                power == null ? null : power.actor(),
                clock.instant(),
                rule.map(each -> each.article()).orElse(null),
                rule.map(each -> each.table().value()).orElse(null));
    }

    /// From today, or from when the emergency decision was made; a renewal keeps the day of the first approval.
    private Force force(Request request) {
        var held = request.standing().force();
        return held != null ? held : force(request, Proof.HERE);
    }

    Force force(Request request, Proof proof) {
        var today = situations.today(request.institution());
        var renews = request.asking().renews();
        var original = renews == null
                ? today
                : requests.find(renews)
                        .map(each -> each.standing().force())
                        .map(Force::original)
                        .orElse(today);
        return new Force(proof, today, original);
    }

    private static State state(Request request, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Moves(var to) -> to;
            case Verdict.Stays() -> request.standing().state();
            case Verdict.Denied(var reason) -> throw new Invalid("", "approval.denied." + reason);
        };
    }

    private static void requireComment(Answer answer) {
        if (answer.comment() == null) {
            throw new Invalid("comment", "approval.error.comment");
        }
    }
}
