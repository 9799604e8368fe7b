package io.kuramori.organization;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How a committee sits on a day.
///
/// @param seats posts with a vote, the chair's among them
/// @param chair null while there is none
public record Seating(
        int quorum, Set<PostId> seats, @Nullable PostId chair) {

    public Seating {
        seats = Set.copyOf(seats);
    }
}
