package io.kuramori.identity;

import java.util.HashSet;
import java.util.Set;

/// Where somebody has a right.
///
/// @param group whether it covers what belongs to the whole group
/// @param every institutions where it covers every record
/// @param own institutions where it covers the records of posts he holds that day
public record Reach(boolean group, Set<InstitutionId> every, Set<InstitutionId> own) {

    public static final Reach NOWHERE = new Reach(false, Set.of(), Set.of());

    public Reach {
        every = Set.copyOf(every);
        own = Set.copyOf(own);
    }

    /// Whether there is any place where the right may be used. In a new installation the whole group is still empty.
    public boolean anywhere() {
        return group || !every.isEmpty() || !own.isEmpty();
    }

    public Set<InstitutionId> institutions() {
        var institutions = new HashSet<>(every);
        institutions.addAll(own);
        return institutions;
    }

    public Reach and(Reach other) {
        var all = new HashSet<>(every);
        all.addAll(other.every);
        var mine = new HashSet<>(own);
        mine.addAll(other.own);
        return new Reach(group || other.group, all, mine);
    }
}
