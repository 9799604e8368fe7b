package io.kuramori.identity.rights;

import io.kuramori.identity.Caller;
import io.kuramori.identity.InstitutionId;
import io.kuramori.identity.InstitutionNames;
import io.kuramori.identity.InstitutionNames.Named;
import io.kuramori.identity.Right;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Gathers what the pages about roles show.
@Component
class GrantViews {

    private final Grants grants;
    private final ObjectProvider<InstitutionNames> names;
    private final Clock clock;

    GrantViews(Grants grants, ObjectProvider<InstitutionNames> names, Clock clock) {
        this.grants = grants;
        this.names = names;
        this.clock = clock;
    }

    List<GrantView> all(Caller caller) {
        var places = places(caller);
        return grants.visible(caller).stream()
                .map(grant -> view(caller, grant, places))
                .toList();
    }

    Optional<GrantView> one(Caller caller, UUID id) {
        return grants.find(caller, id).map(grant -> view(caller, grant, places(caller)));
    }

    /// Institutions where the caller has the right, to choose from.
    List<Named> choices(Caller caller, Right right) {
        var known = names.getIfAvailable();
        return known == null ? List.of() : known.inScope(caller.within(right));
    }

    String place(Caller caller, @Nullable InstitutionId root) {
        return root == null
                ? ""
                : places(caller).getOrDefault(root, root.value().toString());
    }

    private GrantView view(Caller caller, Grant grant, Map<InstitutionId, String> places) {
        var who = caller.actor().id();
        var standing = grant.standing(clock.instant());
        boolean asked = who.equals(grant.requestedBy());
        boolean about = who.equals(grant.account());
        boolean waiting = standing == Grant.Standing.WAITING;
        boolean live = standing == Grant.Standing.HELD || standing == Grant.Standing.PLANNED;
        return new GrantView(
                grant,
                standing,
                grant.root() == null
                        ? ""
                        : places.getOrDefault(grant.root(), grant.root().value().toString()),
                waiting && !asked && !about && Grants.covers(caller, Right.CONFIRM_ROLES, grant.root()),
                waiting && asked,
                live && (about || Grants.covers(caller, Right.GRANT_ROLES, grant.root())));
    }

    private Map<InstitutionId, String> places(Caller caller) {
        return choices(caller, Right.READ_RIGHTS).stream()
                .collect(Collectors.toMap(Named::id, one -> one.code() + " " + one.name()));
    }
}
