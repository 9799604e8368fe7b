package io.kuramori.identity.rights;

import io.kuramori.identity.Caller;
import io.kuramori.identity.OpenEmergencies;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class ShownEmergencies implements OpenEmergencies {

    private final Emergencies emergencies;
    private final Clock clock;

    ShownEmergencies(Emergencies emergencies, Clock clock) {
        this.emergencies = emergencies;
        this.clock = clock;
    }

    @Override
    public List<Emergency> concerning(Caller caller) {
        var now = clock.instant();
        return emergencies.seenBy(caller).stream()
                .filter(one -> one.open(now))
                .map(one -> new Emergency(one.accountName(), one.reason(), one.until()))
                .toList();
    }
}
