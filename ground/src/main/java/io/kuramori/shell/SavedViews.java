package io.kuramori.shell;

import io.kuramori.identity.Caller;
import java.util.List;

/// Saved views of every list.
public interface SavedViews {

    /// The caller's own views of a list and those shared with the institutions in scope, by name. Inside a transaction
    /// of the caller.
    List<SavedView> of(Caller caller, ListShape list);
}
