package io.kuramori.identity;

import io.kuramori.journal.Actor;
import java.util.Set;

/// Who is calling and which institutions they may see: what every transaction is opened with.
///
/// @param actor the account and how strongly it was proved
/// @param name the name shown on screen
/// @param scope institutions whose rows are visible; empty means that no row is
public record Caller(Actor actor, String name, Set<InstitutionId> scope) {

    public Caller {
        scope = Set.copyOf(scope);
    }
}
