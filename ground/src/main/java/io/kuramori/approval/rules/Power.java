package io.kuramori.approval.rules;

import io.kuramori.organization.PostId;
import java.util.UUID;

/// The power of a post, as somebody uses it.
///
/// @param actor the account that acts
/// @param principal the account that holds the post; another than the actor when a deputy acts (代決)
public record Power(UUID actor, UUID principal, PostId post) {

    public boolean byDeputy() {
        return !actor.equals(principal);
    }
}
