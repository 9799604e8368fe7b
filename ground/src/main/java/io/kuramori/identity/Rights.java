package io.kuramori.identity;

import java.util.Map;
import java.util.Set;

/// What somebody may do where, at the moment of one request.
///
/// @param roles those in force
/// @param reaches by right; absent is nowhere
/// @param opened institutions whose restricted records an emergency has opened
public record Rights(Set<Role> roles, Map<Right, Reach> reaches, Set<InstitutionId> opened) {

    public static final Rights NONE = new Rights(Set.of(), Map.of(), Set.of());

    public Rights {
        roles = Set.copyOf(roles);
        reaches = Map.copyOf(reaches);
        opened = Set.copyOf(opened);
    }

    public Reach reach(Right right) {
        return reaches.getOrDefault(right, Reach.NOWHERE);
    }
}
