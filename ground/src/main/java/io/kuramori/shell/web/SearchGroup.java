package io.kuramori.shell.web;

import io.kuramori.shell.SearchSource;
import java.util.List;

/// Hits of one room.
public record SearchGroup(String titleKey, List<SearchSource.Hit> hits) {

    public SearchGroup {
        hits = List.copyOf(hits);
    }
}
