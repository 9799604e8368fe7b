package io.kuramori.shell;

import io.kuramori.identity.Caller;
import java.util.List;

/// Where `/search` looks. A bean of the room; finds only what the caller may see.
public interface SearchSource {

    /// Message key of the group's heading.
    String titleKey();

    /// The best hits, at most `limit`.
    ///
    /// @param query as typed
    List<Hit> find(Caller caller, String query, int limit);

    /// A record that was found.
    record Hit(String code, String title, String detail, String path) {}
}
