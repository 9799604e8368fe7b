package io.kuramori.shell.evidence;

import io.kuramori.evidence.EvidenceRegister;
import io.kuramori.evidence.EvidenceRegister.Line;
import io.kuramori.identity.Allows;
import io.kuramori.identity.Caller;
import io.kuramori.identity.Right;
import io.kuramori.identity.Transactions;
import io.kuramori.organization.Institution;
import io.kuramori.organization.Organization;
import io.kuramori.shell.ListChip;
import io.kuramori.shell.ListFiles;
import io.kuramori.shell.ListQuery;
import io.kuramori.shell.Page;
import io.kuramori.shell.Problem;
import io.kuramori.shell.ProblemType;
import io.kuramori.shell.SavedViews;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/// All evidence, and the same as a spreadsheet.
@Controller
@Allows(Right.READ_EVIDENCE)
class EvidenceListController {

    private final EvidenceRegister register;
    private final Organization organization;
    private final SavedViews views;
    private final ListFiles files;
    private final Transactions transactions;

    EvidenceListController(
            EvidenceRegister register,
            Organization organization,
            SavedViews views,
            ListFiles files,
            Transactions transactions) {
        this.register = register;
        this.organization = organization;
        this.views = views;
        this.files = files;
        this.transactions = transactions;
    }

    @GetMapping("/evidence")
    String list(
            Caller caller,
            @ModelAttribute(name = "page", binding = false) Page page,
            @RequestParam MultiValueMap<String, String> request,
            Model model) {
        var query = ListQuery.of(EvidenceShape.SHAPE, request);
        return transactions.read(caller, () -> {
            var institutions = organization.institutions();
            var lines = lines(caller, query, page);
            model.addAttribute("query", query);
            model.addAttribute("lines", lines.subList(0, Math.min(lines.size(), query.size())));
            model.addAttribute("more", lines.size() > query.size());
            model.addAttribute("count", register.count(EvidenceShape.filter(caller, query, page.today())));
            model.addAttribute("institutions", institutions);
            model.addAttribute("chips", chips(page, query, institutions));
            model.addAttribute("views", views.of(caller, EvidenceShape.SHAPE));
            return "shell/evidence";
        });
    }

    @Allows(Right.EXPORT)
    @GetMapping("/evidence.xlsx")
    void file(
            Caller caller,
            @ModelAttribute(name = "page", binding = false) Page page,
            @RequestParam MultiValueMap<String, String> request,
            HttpServletResponse response) {
        var query = ListQuery.of(EvidenceShape.SHAPE, request);
        transactions.read(caller, () -> {
            var filter = EvidenceShape.filter(caller, query, page.today());
            try (var lines = register.all(filter, EvidenceShape.sort(query), query.descending())) {
                var columns = query.columns();
                var rows = lines.map(line -> EvidenceShape.cells(page, line, columns));
                files.write(caller, page, query, "evidence.list.title", columns, rows, response);
            }
            return true;
        });
    }

    private List<Line> lines(Caller caller, ListQuery query, Page page) {
        try {
            return register.page(
                    EvidenceShape.filter(caller, query, page.today()),
                    EvidenceShape.sort(query),
                    query.descending(),
                    query.after(),
                    query.size() + 1);
        } catch (IllegalArgumentException _) {
            throw new Problem(ProblemType.INVALID, ProblemType.INVALID.adviceKey());
        }
    }

    private static List<ListChip> chips(Page page, ListQuery query, List<Institution> institutions) {
        var chips = new ArrayList<ListChip>();
        for (String filter : query.filters()) {
            var value = query.value(filter);
            var words = switch (filter) {
                case "view" -> page.has("evidence.view." + value) ? page.t("evidence.view." + value) : value;
                case "mine" -> page.t("evidence.mine");
                case "kind" -> page.has("evidence.kind." + value) ? page.t("evidence.kind." + value) : value;
                case "covering" -> page.t("evidence.chip.covering", value);
                case "institution" ->
                    institutions.stream()
                            .filter(each -> each.id().value().toString().equals(value))
                            .map(Institution::name)
                            .findFirst()
                            .orElse(value);
                default -> page.t("evidence.chip.words", value);
            };
            chips.add(new ListChip(words, query.without(filter)));
        }
        return chips;
    }
}
