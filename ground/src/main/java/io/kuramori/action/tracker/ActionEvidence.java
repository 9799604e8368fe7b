package io.kuramori.action.tracker;

import io.kuramori.evidence.EvidenceTarget;
import io.kuramori.identity.Caller;
import io.kuramori.identity.Right;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// What shows that an action is done may be attached to it.
@Component
class ActionEvidence implements EvidenceTarget {

    private final ActionRepository actions;

    ActionEvidence(ActionRepository actions) {
        this.actions = actions;
    }

    @Override
    public String kind() {
        return "action.action";
    }

    @Override
    public Right needs() {
        return Right.READ_ACTIONS;
    }

    @Override
    public Optional<Named> find(Caller caller, UUID id) {
        return actions.find(id)
                .map(action -> new Named(action.code(), action.plan().title(), "/actions/" + id));
    }
}
