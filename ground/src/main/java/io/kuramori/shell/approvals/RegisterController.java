package io.kuramori.shell.approvals;

import io.kuramori.approval.Register;
import io.kuramori.approval.Register.Line;
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

/// The register of decisions, and the same as a spreadsheet.
@Controller
@Allows(Right.READ_APPROVALS)
class RegisterController {

    private final Register register;
    private final Organization organization;
    private final SavedViews views;
    private final ListFiles files;
    private final Transactions transactions;

    RegisterController(
            Register register,
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

    @GetMapping("/approvals/register")
    String list(
            Caller caller,
            @ModelAttribute(name = "page", binding = false) Page page,
            @RequestParam MultiValueMap<String, String> request,
            Model model) {
        var query = ListQuery.of(RegisterShape.SHAPE, request);
        var filter = RegisterShape.filter(query, page.today());
        return transactions.read(caller, () -> {
            var institutions = organization.institutions();
            var lines = lines(query, page);
            model.addAttribute("query", query);
            model.addAttribute("lines", lines.subList(0, Math.min(lines.size(), query.size())));
            model.addAttribute("more", lines.size() > query.size());
            model.addAttribute("count", register.count(filter));
            model.addAttribute("institutions", institutions);
            model.addAttribute("chips", chips(page, query, institutions));
            model.addAttribute("views", views.of(caller, RegisterShape.SHAPE));
            return "shell/approvals";
        });
    }

    @Allows(Right.EXPORT)
    @GetMapping("/approvals/register.xlsx")
    void file(
            Caller caller,
            @ModelAttribute(name = "page", binding = false) Page page,
            @RequestParam MultiValueMap<String, String> request,
            HttpServletResponse response) {
        var query = ListQuery.of(RegisterShape.SHAPE, request);
        transactions.read(caller, () -> {
            var filter = RegisterShape.filter(query, page.today());
            try (var lines = register.all(filter, RegisterShape.sort(query), query.descending())) {
                files.write(
                        caller,
                        page,
                        query,
                        "approval.register.title",
                        query.columns(),
                        lines.map(line -> RegisterCells.of(page, line, query.columns())),
                        response);
            }
            return true;
        });
    }

    private List<Line> lines(ListQuery query, Page page) {
        try {
            return register.page(
                    RegisterShape.filter(query, page.today()),
                    RegisterShape.sort(query),
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
                case "status" ->
                    page.has("approval.register.status." + value) ? page.t("approval.register.status." + value) : value;
                case "matter" -> RegisterCells.matter(page, value, null);
                case "institution" ->
                    institutions.stream()
                            .filter(each -> each.id().value().toString().equals(value))
                            .map(Institution::name)
                            .findFirst()
                            .orElse(value);
                default -> page.t("approval.register.chip.words", value);
            };
            chips.add(new ListChip(words, query.without(filter)));
        }
        return chips;
    }
}
