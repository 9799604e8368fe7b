package io.kuramori.identity.rights;

import io.kuramori.identity.Caller;
import io.kuramori.identity.OwnRecords.Coverage;
import io.kuramori.identity.PostHolders;
import io.kuramori.identity.Right;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

@Component
final class RightsGate implements Gate {

    private final ObjectProvider<PostHolders> holders;
    private final Clock clock;

    RightsGate(ObjectProvider<PostHolders> holders, Clock clock) {
        this.holders = holders;
        this.clock = clock;
    }

    @Override
    public Optional<Caller> admit(Caller caller, Right right) {
        return caller.may(right) ? Optional.of(caller.within(right)) : Optional.empty();
    }

    @Override
    public Coverage coverage(Caller caller, Right right) {
        return switch (caller.actor().kind()) {
            case SYSTEM -> (institution, post) -> true;
            case PERSON, SERVICE -> {
                var reach = caller.rights().reach(right);
                var posts = reach.own().isEmpty() ? Set.of() : held(caller);
                yield (institution, post) -> institution == null
                        ? reach.group()
                        : reach.every().contains(institution)
                                || (post != null && reach.own().contains(institution) && posts.contains(post));
            }
        };
    }

    private Set<UUID> held(Caller caller) {
        var known = holders.getIfAvailable();
        return known == null ? Set.of() : known.heldBy(caller.actor().id(), clock.instant());
    }
}
