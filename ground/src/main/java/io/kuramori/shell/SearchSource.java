package io.kuramori.shell;

import io.kuramori.identity.Caller;
import io.kuramori.identity.Right;
import java.util.List;

/// Where `/search` looks. A bean of the room; finds only what the caller may see.
public interface SearchSource {

    /// The right that its records ask for: who has it nowhere finds nothing, and it looks in the institutions where he
    /// has it.
    Right needs();

    /// Message key of the group's heading.
    String titleKey();

    /// The best hits, at most `limit`.
    ///
    /// @param query as typed
    List<Hit> find(Caller caller, String query, int limit);

    /// A record that was found.
    record Hit(String code, String title, String detail, String path) {}
}
