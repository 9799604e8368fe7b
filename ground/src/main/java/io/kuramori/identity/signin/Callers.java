package io.kuramori.identity.signin;

import io.kuramori.identity.Caller;
import io.kuramori.identity.rights.RightsNow;
import io.kuramori.journal.Actor;
import io.kuramori.journal.Actor.Kind;
import io.kuramori.journal.Actor.Strength;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Who an account is to the rest of the house, with what it may do at this moment.
@Component
class Callers {

    private final RightsNow rights;

    Callers(RightsNow rights) {
        this.rights = rights;
    }

    Caller of(Account account, Strength strength) {
        var now = rights.of(account.id());
        var scope = now.reaches().values().stream()
                .flatMap(reach -> reach.institutions().stream())
                .collect(Collectors.toSet());
        return new Caller(new Actor(account.id(), Kind.PERSON, strength), account.name(), scope, now);
    }
}
