package io.kuramori.identity.rights;

import io.kuramori.identity.InstitutionId;
import io.kuramori.identity.InstitutionTree;
import io.kuramori.identity.Reach;
import io.kuramori.identity.Right;
import io.kuramori.identity.Rights;
import io.kuramori.identity.Role;
import java.time.Clock;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Works out what an account may do at this moment, from the roles and emergencies in force. Nothing is kept from one
/// request to the next, so what is taken away, or runs out, is gone at once.
@Component
public class RightsNow {

    private final RoleRepository roles;
    private final BreakGlassRepository emergencies;
    private final ObjectProvider<InstitutionTree> tree;
    private final Clock clock;

    RightsNow(
            RoleRepository roles, BreakGlassRepository emergencies, ObjectProvider<InstitutionTree> tree, Clock clock) {
        this.roles = roles;
        this.emergencies = emergencies;
        this.tree = tree;
        this.clock = clock;
    }

    public Rights of(UUID account) {
        var now = clock.instant();
        var held = EnumSet.noneOf(Role.class);
        var reaches = new EnumMap<Right, Reach>(Right.class);
        var opened = new HashSet<InstitutionId>();
        for (var role : roles.inForce(account, now)) {
            held.add(role.role());
            add(reaches, role.role(), place(role.root()));
        }
        var standing = reaches.getOrDefault(Right.BREAK_GLASS, Reach.NOWHERE);
        for (var emergency : emergencies.inForce(account, now)) {
            var place = place(emergency.root());
            var role = emergency.role();
            if (role == null) {
                opened.addAll(place.institutions());
            } else {
                held.add(role);
                add(reaches, role, place);
                // An emergency does not beget the next one.
                reaches.computeIfPresent(Right.BREAK_GLASS, (right, reach) -> standing);
            }
        }
        return new Rights(held, reaches, opened);
    }

    /// A root with everything below it; null for the whole group. A root that covers every institution is the group.
    Place place(@Nullable InstitutionId root) {
        var institutions = tree.getIfAvailable();
        if (institutions == null) {
            return new Place(root == null, Set.of());
        }

        var all = institutions.all();
        if (root == null) {
            return new Place(true, all);
        }
        var below = institutions.subtree(root);
        return new Place(below.containsAll(all), below);
    }

    private static void add(Map<Right, Reach> reaches, Role role, Place place) {
        for (Right right : place.group() ? RoleRights.every(role) : RoleRights.everyInPart(role)) {
            reaches.merge(right, new Reach(place.group(), place.institutions(), Set.of()), Reach::and);
        }
        for (Right right : RoleRights.own(role)) {
            reaches.merge(right, new Reach(false, Set.of(), place.institutions()), Reach::and);
        }
    }

    record Place(boolean group, Set<InstitutionId> institutions) {}
}
