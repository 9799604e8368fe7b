package io.kuramori.approval.requests;

import io.kuramori.approval.ApprovalId;
import io.kuramori.approval.Approvals;
import io.kuramori.approval.Content;
import io.kuramori.approval.rules.State;
import io.kuramori.identity.Caller;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// What the rooms use.
@Component
class StoredApprovals implements Approvals {

    private final Requests requests;
    private final RequestRepository stored;

    StoredApprovals(Requests requests, RequestRepository stored) {
        this.requests = requests;
        this.stored = stored;
    }

    @Override
    public ApprovalId ask(Caller caller, String kind, UUID record, Content content) {
        return new ApprovalId(requests.submit(caller, kind, record, content));
    }

    @Override
    public Optional<InForce> inForce(String kind, UUID record, LocalDate day) {
        return stored.inForce(kind, record, day).stream().findFirst().map(StoredApprovals::inForce);
    }

    @Override
    public void changed(Caller caller, String kind, UUID record) {
        requests.changed(caller, kind, record);
    }

    private static InForce inForce(Request request) {
        var force = Objects.requireNonNull(request.standing().force());
        return new InForce(
                new ApprovalId(request.id()),
                request.code(),
                force.from(),
                request.content().until(),
                force.proof(),
                request.standing().state() instanceof State.Provisional);
    }
}
