package io.kuramori.approval.rules;

import io.kuramori.approval.Proof;
import io.kuramori.approval.rules.Act.CheckOutside;
import io.kuramori.approval.rules.Act.Close;
import io.kuramori.approval.rules.Act.DecideInEmergency;
import io.kuramori.approval.rules.Act.Resubmit;
import io.kuramori.approval.rules.Act.Review;
import io.kuramori.approval.rules.Act.SendBack;
import io.kuramori.approval.rules.Act.SubjectChanged;
import io.kuramori.approval.rules.Act.TakeBack;
import io.kuramori.approval.rules.Act.Vote;
import io.kuramori.approval.rules.Act.Withdraw;
import io.kuramori.approval.rules.State.Approved;
import io.kuramori.approval.rules.State.Provisional;
import io.kuramori.approval.rules.State.Refused;
import io.kuramori.approval.rules.State.Returned;
import io.kuramori.approval.rules.State.Revoked;
import io.kuramori.approval.rules.State.Voided;
import io.kuramori.approval.rules.State.Waiting;
import io.kuramori.approval.rules.State.Withdrawn;
import io.kuramori.approval.rules.Verdict.Denied;
import io.kuramori.approval.rules.Verdict.Moves;
import io.kuramori.approval.rules.Verdict.Reason;
import io.kuramori.approval.rules.Verdict.Stays;
import java.util.Optional;
import java.util.UUID;

/// The life of a request. Pure: the same act in the same situation always comes to the same.
public final class Machine {

    private Machine() {}

    public static Verdict of(Situation now, Act act) {
        return switch (act) {
            case Vote vote -> vote(now, vote);
            case SendBack(var power) -> led(now, power, now.state() instanceof Waiting, new Returned());
            case TakeBack(var power) -> led(now, power, now.state().inForce(), new Revoked());
            case Close(var power) -> close(now, power);
            case DecideInEmergency decision -> emergency(now, decision);
            case Review review -> review(now, review);
            case CheckOutside check -> outside(now, check);
            case Resubmit(var by) -> own(now, by, now.state() instanceof Returned, new Waiting());
            case Withdraw(var by) ->
                own(now, by, now.state() instanceof Waiting || now.state() instanceof Returned, new Withdrawn());
            case SubjectChanged() -> live(now.state()) ? new Moves(new Voided()) : denied(Reason.NOT_NOW);
        };
    }

    private static Verdict vote(Situation now, Vote vote) {
        var denied = decider(now, vote.power());
        if (denied.isPresent()) {
            return denied.get();
        }

        return switch (now.body()) {
            case null -> denied(Reason.NOT_NAMED);
            case Body.Alone _ ->
                switch (vote.choice()) {
                    case APPROVE -> new Moves(carried());
                    case REFUSE -> new Moves(lost(now.state()));
                    case ABSTAIN -> denied(Reason.CANNOT_ABSTAIN);
                };
            case Body.Assembly assembly -> {
                if (!now.ballot().allows(vote.power())) {
                    yield denied(Reason.VOTED);
                }
                yield settled(now.state(), Tally.soFar(assembly, now.ballot().with(vote.power(), vote.choice())));
            }
        };
    }

    private static Verdict close(Situation now, Power power) {
        var denied = decider(now, power);
        if (denied.isPresent()) {
            return denied.get();
        }
        return now.body() instanceof Body.Assembly assembly && assembly.ledBy(power.post())
                ? settled(now.state(), Tally.closed(assembly, now.ballot()))
                : denied(Reason.NOT_NAMED);
    }

    private static Verdict settled(State state, Tally tally) {
        return switch (tally) {
            case OPEN -> new Stays();
            case CARRIED -> new Moves(carried());
            case LOST -> new Moves(lost(state));
            case NO_QUORUM -> denied(Reason.NO_QUORUM);
        };
    }

    private static Verdict emergency(Situation now, DecideInEmergency decision) {
        if (!(now.state() instanceof Waiting)) {
            return denied(Reason.NOT_NOW);
        }
        if (!now.emergency().contains(decision.power().post()) || !now.offices().grants(decision.power())) {
            return denied(Reason.NOT_NAMED);
        }
        return barred(now, decision.power()).orElseGet(() -> new Moves(new Provisional(decision.confirmBy())));
    }

    private static Verdict review(Situation now, Review review) {
        if (!review.decision().byDeputy()
                || !review.by().equals(review.decision().principal())) {
            return denied(Reason.NOT_NAMED);
        }
        if (now.parties().accounts().contains(review.by())) {
            return denied(Reason.OWN_REQUEST);
        }
        return !review.agrees() && now.state().inForce() ? new Moves(new Revoked()) : new Stays();
    }

    private static Verdict outside(Situation now, CheckOutside check) {
        if (!(now.state() instanceof Waiting)) {
            return denied(Reason.NOT_NOW);
        }
        if (check.enteredBy().equals(check.checkedBy())) {
            return denied(Reason.CHECKS_OWN);
        }
        return SeparationOfDuties.bar(check.checkedBy(), now.parties(), now.offices())
                .<Verdict>map(bar -> denied(reason(bar)))
                .orElseGet(() -> new Moves(check.approved() ? new Approved(Proof.OUTSIDE) : new Refused()));
    }

    /// An act of whoever speaks for the body.
    private static Verdict led(Situation now, Power power, boolean allowed, State to) {
        if (!allowed) {
            return denied(Reason.NOT_NOW);
        }
        var body = now.body();
        if (body == null || !body.ledBy(power.post()) || !now.offices().grants(power)) {
            return denied(Reason.NOT_NAMED);
        }
        return barred(now, power).orElseGet(() -> new Moves(to));
    }

    private static Verdict own(Situation now, UUID by, boolean allowed, State to) {
        if (!allowed) {
            return denied(Reason.NOT_NOW);
        }
        return now.parties().accounts().contains(by) ? new Moves(to) : denied(Reason.NOT_REQUESTER);
    }

    /// What keeps the power from deciding now.
    private static Optional<Verdict> decider(Situation now, Power power) {
        if (!now.state().open()) {
            return Optional.of(denied(Reason.NOT_NOW));
        }
        var body = now.body();
        if (body == null || !body.has(power.post()) || !now.offices().grants(power)) {
            return Optional.of(denied(Reason.NOT_NAMED));
        }
        if (now.state() instanceof Provisional
                && (now.emergencyBy().contains(power.actor())
                        || now.emergencyBy().contains(power.principal()))) {
            return Optional.of(denied(Reason.CONFIRMS_OWN));
        }
        return barred(now, power);
    }

    private static Optional<Verdict> barred(Situation now, Power power) {
        return SeparationOfDuties.bar(power, now.parties(), now.offices()).map(bar -> denied(reason(bar)));
    }

    private static State carried() {
        return new Approved(Proof.HERE);
    }

    private static State lost(State state) {
        return state instanceof Provisional ? new Revoked() : new Refused();
    }

    private static boolean live(State state) {
        return state.open() || state.inForce() || state instanceof Returned;
    }

    private static Denied denied(Reason reason) {
        return new Denied(reason);
    }

    private static Reason reason(SeparationOfDuties.Bar bar) {
        return switch (bar) {
            case OWN_REQUEST -> Reason.OWN_REQUEST;
            case DELEGATE_OF_REQUESTER -> Reason.DELEGATE_OF_REQUESTER;
            case PRINCIPAL_BARRED -> Reason.PRINCIPAL_BARRED;
        };
    }
}
