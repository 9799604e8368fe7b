package io.kuramori.approval.requests;

import io.kuramori.approval.requests.Condition.Met;
import io.kuramori.identity.Caller;
import io.kuramori.organization.Accounts;
import io.kuramori.organization.Invalid;
import java.util.UUID;
import org.springframework.stereotype.Service;

/// Conditions of approvals, until somebody else than the requester says that they are met.
@Service
public class Conditions {

    private final RequestRepository requests;
    private final ConditionRepository conditions;
    private final Accounts accounts;
    private final Situations situations;
    private final Changes changes;

    Conditions(
            RequestRepository requests,
            ConditionRepository conditions,
            Accounts accounts,
            Situations situations,
            Changes changes) {
        this.requests = requests;
        this.conditions = conditions;
        this.accounts = accounts;
        this.situations = situations;
        this.changes = changes;
    }

    public void meet(Caller caller, UUID id, String evidence) {
        changes.write(caller, "approval.act.condition", () -> {
            var condition = conditions.find(id).orElseThrow();
            var request = requests.find(condition.request()).orElseThrow();
            var by = caller.actor().id();
            var mine = accounts.ofSamePerson(by);
            if (mine.contains(request.asking().by())
                    || mine.contains(request.asking().enteredBy())) {
                throw new Invalid("", "approval.denied.OWN_REQUEST");
            }
            conditions.meet(condition, new Met(situations.today(condition.institution()), by, evidence));
        });
    }
}
