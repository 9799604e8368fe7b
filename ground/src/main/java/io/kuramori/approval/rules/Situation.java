package io.kuramori.approval.rules;

import io.kuramori.organization.PostId;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A request as it stands when somebody acts.
///
/// @param body null while the authority table in force names nobody for it
/// @param emergency posts that the authority table names for emergencies
/// @param emergencyBy who decided in an emergency, and for whom; somebody else confirms
public record Situation(
        State state,
        Parties parties,
        Offices offices,
        @Nullable Body body,
        Ballot ballot,
        Set<PostId> emergency,
        Set<UUID> emergencyBy) {

    public Situation {
        emergency = Set.copyOf(emergency);
        emergencyBy = Set.copyOf(emergencyBy);
    }
}
