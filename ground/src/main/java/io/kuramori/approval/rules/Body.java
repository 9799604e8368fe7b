package io.kuramori.approval.rules;

import io.kuramori.organization.PostId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Whoever the authority table in force names, as it stands today.
public sealed interface Body {

    /// The post decides alone.
    record Alone(PostId post) implements Body {}

    /// Members vote.
    ///
    /// @param quorum how many must take part (定足数)
    /// @param seats posts with a vote; secretaries have none
    /// @param chair one of the seats; null while there is none
    record Assembly(int quorum, Set<PostId> seats, @Nullable PostId chair) implements Body {

        public Assembly {
            seats = Set.copyOf(seats);
            if (quorum < 1) {
                throw new IllegalArgumentException("quorum " + quorum);
            }
        }
    }

    /// Whether the post has a say.
    default boolean has(PostId post) {
        return switch (this) {
            case Alone(var alone) -> alone.equals(post);
            case Assembly assembly -> assembly.seats().contains(post);
        };
    }

    /// Whether the post speaks for the whole: sends back, closes, takes back.
    default boolean ledBy(PostId post) {
        return switch (this) {
            case Alone(var alone) -> alone.equals(post);
            case Assembly assembly -> post.equals(assembly.chair());
        };
    }
}
