package io.kuramori.asset.systems;

import io.kuramori.identity.Allows;
import io.kuramori.identity.Caller;
import io.kuramori.identity.Right;
import io.kuramori.identity.Transactions;
import io.kuramori.shell.ListColumn;
import io.kuramori.shell.ListFiles;
import io.kuramori.shell.ListQuery;
import io.kuramori.shell.Page;
import io.kuramori.shell.SavedViews;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/// The ledger as a list, and the same list as a spreadsheet.
@Controller
class SystemListController {

    private final SystemList list;
    private final Directory directory;
    private final SavedViews views;
    private final ListFiles files;
    private final Transactions transactions;

    SystemListController(
            SystemList list, Directory directory, SavedViews views, ListFiles files, Transactions transactions) {
        this.list = list;
        this.directory = directory;
        this.views = views;
        this.files = files;
        this.transactions = transactions;
    }

    @Allows(Right.READ_LEDGERS)
    @GetMapping("/systems")
    String systems(
            Caller caller,
            @ModelAttribute(name = "page", binding = false) Page page,
            @RequestParam MultiValueMap<String, String> request,
            Model model) {
        var query = ListQuery.of(SystemsShape.SHAPE, request);
        var filter = SystemsShape.filter(query);
        return transactions.read(caller, () -> {
            var institutions = directory.institutions();
            var matches = list.matches(filter);
            model.addAttribute("query", query);
            model.addAttribute(
                    "systems", list.page(filter, matches, SystemOrder.of(query), query.after(), query.size()));
            model.addAttribute("count", list.count(filter, matches));
            model.addAttribute("institutions", institutions);
            model.addAttribute("chips", SystemWords.chips(page, query, institutions));
            model.addAttribute("columns", useful(query.columns(), institutions));
            model.addAttribute("offered", useful(query.shape().columns(), institutions));
            model.addAttribute("views", views.of(caller, SystemsShape.SHAPE));
            model.addAttribute("posts", directory.posts());
            return "asset/systems";
        });
    }

    @Allows(Right.EXPORT)
    @GetMapping("/systems.xlsx")
    void file(
            Caller caller,
            @ModelAttribute(name = "page", binding = false) Page page,
            @RequestParam MultiValueMap<String, String> request,
            HttpServletResponse response) {
        var query = ListQuery.of(SystemsShape.SHAPE, request);
        transactions.read(caller, () -> {
            var columns = useful(query.columns(), directory.institutions());
            try (var lines = list.all(SystemsShape.filter(query), SystemOrder.of(query))) {
                var rows = lines.map(line -> SystemCells.of(page, line, columns));
                files.write(caller, page, query, "asset.systems.title", columns, rows, response);
            }
            return true;
        });
    }

    /// Whose system it is says nothing where there is one institution.
    private static List<ListColumn> useful(List<ListColumn> columns, List<Directory.Institution> institutions) {
        return institutions.size() > 1
                ? columns
                : columns.stream()
                        .filter(column -> !column.key().equals("institution"))
                        .toList();
    }
}
