package io.kuramori.identity.signin;

import io.kuramori.identity.Caller;
import io.kuramori.identity.StepUp;
import io.kuramori.journal.Actor.Kind;
import io.kuramori.journal.Actor.Strength;
import org.springframework.stereotype.Component;

/// A caller is worked out anew for each request and says itself whether its session's proof is fresh.
@Component
final class FreshProof implements StepUp {

    @Override
    public boolean fresh(Caller caller) {
        return caller.actor().kind() == Kind.PERSON && caller.actor().strength() == Strength.STEP_UP;
    }
}
