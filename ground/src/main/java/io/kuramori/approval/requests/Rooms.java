package io.kuramori.approval.requests;

import io.kuramori.approval.Approvable;
import io.kuramori.approval.ApprovalId;
import io.kuramori.approval.Outcome;
import io.kuramori.approval.Proof;
import io.kuramori.approval.rules.State;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// The rooms whose records are decided about.
@Component
class Rooms {

    private final ObjectProvider<Approvable> rooms;

    Rooms(ObjectProvider<Approvable> rooms) {
        this.rooms = rooms;
    }

    Approvable of(String kind) {
        return rooms.stream()
                .filter(room -> room.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nobody asks for decisions about " + kind));
    }

    Optional<Approvable.Asked> asked(String kind, UUID id) {
        return of(kind).asked(id);
    }

    /// Tells the room what became of a request, in the transaction that is open.
    void tell(Request request) {
        var subject = request.subject();
        if (subject != null) {
            outcome(request)
                    .ifPresent(outcome -> of(subject.kind()).told(subject.id(), new ApprovalId(request.id()), outcome));
        }
    }

    private static Optional<Outcome> outcome(Request request) {
        var until = request.content().until();
        return switch (request.standing().state()) {
            case State.Waiting _ -> Optional.empty();
            case State.Returned _ -> Optional.of(new Outcome.Returned());
            case State.Provisional _ -> Optional.of(new Outcome.Granted(until, Proof.HERE, true));
            case State.Approved(var proof) -> Optional.of(new Outcome.Granted(until, proof, false));
            case State.Refused _, State.Withdrawn _ -> Optional.of(new Outcome.Denied());
            case State.Voided _, State.Revoked _ -> Optional.of(new Outcome.Ended());
        };
    }
}
