package io.kuramori.shell.views;

import io.kuramori.identity.Allows;
import io.kuramori.identity.Caller;
import io.kuramori.identity.Right;
import io.kuramori.shell.ListQuery;
import io.kuramori.shell.ListShape;
import io.kuramori.shell.Problem;
import io.kuramori.shell.ProblemType;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/// Saving, renaming and removing views. Only lists that a room declared are known, so a view never leads elsewhere.
@Controller
@Allows(Right.KEEP_VIEWS)
class ViewController {

    private final StoredViews views;
    private final ObjectProvider<ListShape> lists;

    ViewController(StoredViews views, ObjectProvider<ListShape> lists) {
        this.views = views;
        this.lists = lists;
    }

    @PostMapping("/views")
    RedirectView save(
            Caller caller,
            @RequestParam String list,
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String shared) {
        var view = ListQuery.parse(list(list), query);
        views.save(caller, view, name, !shared.isEmpty());
        return back(view);
    }

    @PostMapping("/views/rename")
    RedirectView rename(
            Caller caller,
            @RequestParam String list,
            @RequestParam(defaultValue = "") String query,
            @RequestParam UUID id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String name) {
        views.rename(caller, list(list), id, version, name);
        return back(ListQuery.parse(list(list), query));
    }

    @PostMapping("/views/remove")
    RedirectView remove(
            Caller caller,
            @RequestParam String list,
            @RequestParam(defaultValue = "") String query,
            @RequestParam UUID id,
            @RequestParam int version) {
        views.remove(caller, id, version);
        return back(ListQuery.parse(list(list), query));
    }

    private ListShape list(String path) {
        return lists.stream()
                .filter(list -> list.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new Problem(ProblemType.INVALID, "shell.views.gone"));
    }

    private static RedirectView back(ListQuery view) {
        var redirect = new RedirectView(view.first(), true);
        redirect.setExposeModelAttributes(false);
        // The address is already encoded; braces in it are no variables.
        redirect.setExpandUriTemplateVariables(false);
        return redirect;
    }
}
