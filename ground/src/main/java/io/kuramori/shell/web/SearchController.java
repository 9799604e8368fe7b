package io.kuramori.shell.web;

import io.kuramori.identity.Allows;
import io.kuramori.identity.Caller;
import io.kuramori.identity.Right;
import io.kuramori.shell.SearchSource;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// One search over every room.
@Controller
@Allows(Right.BE_SIGNED_IN)
class SearchController {

    private static final int PER_GROUP = 20;
    private static final int MAX_QUERY = 200;

    private final ObjectProvider<SearchSource> sources;

    SearchController(ObjectProvider<SearchSource> sources) {
        this.sources = sources;
    }

    @GetMapping("/search")
    String search(Caller caller, @RequestParam(defaultValue = "") String q, Model model) {
        String query = q.strip().substring(0, Math.min(MAX_QUERY, q.strip().length()));
        List<SearchGroup> groups = query.isEmpty()
                ? List.of()
                : sources.orderedStream()
                        .filter(source -> caller.may(source.needs()))
                        .map(source -> new SearchGroup(
                                source.titleKey(), source.find(caller.within(source.needs()), query, PER_GROUP)))
                        .filter(group -> !group.hits().isEmpty())
                        .toList();
        model.addAttribute("query", query);
        model.addAttribute("groups", groups);
        return "shell/search";
    }
}
