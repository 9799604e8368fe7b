package io.kuramori.approval.requests;

import io.kuramori.approval.Proof;
import io.kuramori.approval.requests.OutsideDecision.Check;
import io.kuramori.approval.requests.OutsideDecision.Paper;
import io.kuramori.approval.requests.Request.Decided;
import io.kuramori.approval.requests.Request.Standing;
import io.kuramori.approval.rules.Act;
import io.kuramori.approval.rules.Machine;
import io.kuramori.approval.rules.State;
import io.kuramori.approval.rules.Verdict;
import io.kuramori.identity.Caller;
import io.kuramori.journal.StaleRecord;
import io.kuramori.organization.Invalid;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// 外部決裁: entered by one, compared with the paper by another. Only then does it count, and as the weaker proof.
@Service
public class Outsides {

    private final RequestRepository requests;
    private final OutsideRepository outsides;
    private final Situations situations;
    private final Decisions decisions;
    private final Rooms rooms;
    private final Telling telling;
    private final Changes changes;
    private final Clock clock;

    Outsides(
            RequestRepository requests,
            OutsideRepository outsides,
            Situations situations,
            Decisions decisions,
            Rooms rooms,
            Telling telling,
            Changes changes,
            Clock clock) {
        this.requests = requests;
        this.outsides = outsides;
        this.situations = situations;
        this.decisions = decisions;
        this.rooms = rooms;
        this.telling = telling;
        this.changes = changes;
        this.clock = clock;
    }

    public void enter(Caller caller, UUID id, String hash, Paper paper) {
        changes.write(caller, "approval.act.outside", () -> {
            var request = requests.hold(id).orElseThrow();
            if (!request.hash().equals(hash)) {
                throw new StaleRecord("approval.request", id);
            }
            if (!(request.standing().state() instanceof State.Waiting)) {
                throw new Invalid("", "approval.denied.NOT_NOW");
            }
            if (paper.decidedOn().isAfter(situations.today(request.institution()))) {
                throw new Invalid("decidedOn", "approval.error.decided-future");
            }
            outsides.insert(
                    new OutsideDecision(
                            changes.newId(),
                            request.institution(),
                            0,
                            id,
                            request.asking().round(),
                            paper,
                            hash,
                            caller.actor().id(),
                            clock.instant(),
                            null),
                    request);
        });
    }

    /// @param agrees whether the paper says what was entered; if not, the entry counts for nothing
    public void check(Caller caller, UUID outsideId, boolean agrees, @Nullable String comment) {
        if (!agrees && comment == null) {
            throw new Invalid("comment", "approval.error.comment");
        }
        changes.decide(caller, "approval.act.check", () -> {
            var outside = outsides.find(outsideId).orElseThrow();
            var request = requests.hold(outside.request()).orElseThrow();
            // What was revised since is not what the paper decided.
            if (agrees && !outside.hash().equals(request.hash())) {
                throw new Invalid("", "approval.error.outside-revised");
            }
            var by = caller.actor().id();
            var act = new Act.CheckOutside(outside.by(), by, outside.paper().approved());
            var to = allowed(Machine.of(situations.of(request), act));
            outsides.check(outside, new Check(by, clock.instant(), agrees, comment));
            if (agrees) {
                move(caller, request, to, outside.paper());
            }
        });
    }

    private void move(Caller caller, Request request, State to, Paper paper) {
        var decided = new Decided(null, clock.instant(), paper.article(), null);
        var force = to.inForce() ? decisions.force(request, Proof.OUTSIDE) : null;
        var moved = request.with(new Standing(to, null, null, decided, force));
        requests.update(moved);
        rooms.tell(moved);
        telling.moved(caller, moved);
    }

    private static State allowed(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Moves(var to) -> to;
            case Verdict.Stays() -> throw new IllegalStateException("an outside decision decides");
            case Verdict.Denied(var reason) -> throw new Invalid("", "approval.denied." + reason);
        };
    }
}
