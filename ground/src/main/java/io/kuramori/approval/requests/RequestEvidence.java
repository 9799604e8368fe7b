package io.kuramori.approval.requests;

import io.kuramori.evidence.EvidenceTarget;
import io.kuramori.identity.Caller;
import io.kuramori.identity.Right;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The copy of a decision made elsewhere, or a reference to it, may be attached to the request.
@Component
class RequestEvidence implements EvidenceTarget {

    private final RequestRepository requests;

    RequestEvidence(RequestRepository requests) {
        this.requests = requests;
    }

    @Override
    public String kind() {
        return "approval.request";
    }

    @Override
    public Right needs() {
        return Right.READ_APPROVALS;
    }

    @Override
    public Optional<Named> find(Caller caller, UUID id) {
        return requests.find(id)
                .map(request -> new Named(request.code(), request.content().title(), "/approvals/" + id));
    }
}
