package io.kuramori.identity.rights;

import io.kuramori.identity.Caller;
import io.kuramori.identity.OwnRecords;
import io.kuramori.identity.Right;
import org.springframework.stereotype.Component;

@Component
class CheckedOwnRecords implements OwnRecords {

    private final Gate gate;

    CheckedOwnRecords(Gate gate) {
        this.gate = gate;
    }

    @Override
    public Coverage of(Caller caller, Right right) {
        return gate.coverage(caller, right);
    }
}
