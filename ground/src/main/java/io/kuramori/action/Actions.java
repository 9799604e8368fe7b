package io.kuramori.action;

import io.kuramori.identity.Caller;

/// The one tracker. Rooms open actions here; people carry them on.
public interface Actions {

    /// Inside the caller's write transaction.
    ///
    /// @throws io.kuramori.organization.Invalid when something is missing
    ActionId open(Caller caller, Plan plan);
}
