package io.kuramori.identity;

import io.kuramori.journal.Actor;
import java.util.Set;

/// Who is calling and which institutions they may see: what every transaction is opened with.
///
/// @param actor the account and how strongly it was proved
/// @param name the name shown on screen
/// @param scope institutions whose rows are visible; empty means that no row is. In a controller: those where the right
///     that the endpoint asks for is held
/// @param rights what may be done where; none for work in the background, which was allowed when it was started
public record Caller(Actor actor, String name, Set<InstitutionId> scope, Rights rights) {

    public Caller {
        scope = Set.copyOf(scope);
    }

    /// Without rights of its own: sees the scope, and passes no check that asks for one.
    public Caller(Actor actor, String name, Set<InstitutionId> scope) {
        this(actor, name, scope, Rights.NONE);
    }

    /// Whether the right may be used anywhere.
    public boolean may(Right right) {
        return switch (right) {
            case ENTER, BE_SIGNED_IN -> true;
            default -> rights.reach(right).anywhere();
        };
    }

    /// The same caller, who sees the institutions where he has the right.
    public Caller within(Right right) {
        return switch (right) {
            case ENTER, BE_SIGNED_IN -> this;
            default -> new Caller(actor, name, rights.reach(right).institutions(), rights);
        };
    }
}
