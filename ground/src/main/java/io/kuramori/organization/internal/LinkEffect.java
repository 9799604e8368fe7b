package io.kuramori.organization.internal;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an account may do in the name of a person, and could not without: comes with the link, goes with its end.
public record LinkEffect(List<Office> posts, List<Seat> seats, List<Power> powers) {

    public LinkEffect {
        posts = List.copyOf(posts);
        seats = List.copyOf(seats);
        powers = List.copyOf(powers);
    }

    public boolean nothing() {
        return posts.isEmpty() && seats.isEmpty() && powers.isEmpty();
    }

    /// @param to first day without it, when that is known
    public record Office(
            String institution,
            String name,
            LocalDate from,
            @Nullable LocalDate to) {}

    public record Seat(String institution, String committee, String post) {}

    /// A row of an authority table in force.
    ///
    /// @param matter what is decided: the name under `organization.decision.`
    /// @param body the post or committee that decides
    /// @param alone whether the post alone decides; otherwise it is one vote of a committee
    public record Power(
            String institution,
            String matter,
            @Nullable String condition,
            @Nullable String article,
            String body,
            boolean alone) {}
}
