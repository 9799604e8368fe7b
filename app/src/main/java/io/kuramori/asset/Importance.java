package io.kuramori.asset;

import java.util.EnumSet;
import java.util.Set;

/// How important a system is, 1 (low) to 3 (high), and what makes it so. Not set by hand: it follows from the ratings,
/// so two systems with the same ratings never differ. A system that a critical operation (重要業務) needs is always 3.
///
/// @param level 1 to 3
/// @param deciding the ratings that reach the level; empty when the critical operation alone decides
/// @param criticalOperation whether a critical operation needs the system
public record Importance(int level, Set<Aspect> deciding, boolean criticalOperation) {

    /// What is rated.
    public enum Aspect {
        CONFIDENTIALITY,
        INTEGRITY,
        AVAILABILITY
    }

    public Importance {
        deciding = Set.copyOf(deciding);
    }

    /// @param confidentiality 1 to 3, as the others
    public static Importance of(int confidentiality, int integrity, int availability, boolean criticalOperation) {
        int highest = Math.max(confidentiality, Math.max(integrity, availability));
        int level = criticalOperation ? 3 : highest;

        var deciding = EnumSet.noneOf(Aspect.class);
        if (confidentiality == level) {
            deciding.add(Aspect.CONFIDENTIALITY);
        }
        if (integrity == level) {
            deciding.add(Aspect.INTEGRITY);
        }
        if (availability == level) {
            deciding.add(Aspect.AVAILABILITY);
        }
        return new Importance(level, deciding, criticalOperation);
    }
}
