package io.kuramori.asset.releases;

import io.kuramori.asset.BulkPick;
import io.kuramori.identity.Allows;
import io.kuramori.identity.Caller;
import io.kuramori.identity.Right;
import io.kuramori.identity.Transactions;
import io.kuramori.shell.Page;
import io.kuramori.shell.Problem;
import io.kuramori.shell.ProblemType;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Releases that wait for an owner, and those that were turned away.
@Controller
class UnassignedController {

    private static final int SHOWN = 200;
    private static final int LONGEST_REASON = 500;

    private final UnassignedRepository unassigned;
    private final Giving giving;
    private final Transactions transactions;

    UnassignedController(UnassignedRepository unassigned, Giving giving, Transactions transactions) {
        this.unassigned = unassigned;
        this.giving = giving;
        this.transactions = transactions;
    }

    @Allows(Right.READ_LEDGERS)
    @GetMapping("/releases/unassigned")
    String list(
            Caller caller,
            @RequestParam(defaultValue = "false") boolean rejected,
            @RequestParam(required = false) @Nullable UUID after,
            Model model) {
        return show(caller, rejected, after, null, "", model);
    }

    /// @param row `id:version` of each picked row
    @Allows(Right.CHANGE_LEDGERS)
    @PostMapping("/releases/unassigned")
    String give(
            Caller caller,
            @ModelAttribute(name = "page", binding = false) Page page,
            @RequestParam(defaultValue = "") List<String> row,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") String post,
            @RequestParam(defaultValue = "") String system,
            @RequestParam(defaultValue = "") String why,
            Model model) {
        boolean rejected = act.equals("restore");
        if (row.isEmpty()) {
            return show(caller, rejected, null, null, "asset.bulk.error.none", model);
        }
        if (act.equals("reject") && (why.isBlank() || why.length() > LONGEST_REASON)) {
            return show(caller, rejected, null, null, "asset.unassigned.error.why", model);
        }
        if ((act.equals("post") && post.isEmpty()) || (act.equals("system") && system.isEmpty())) {
            return show(caller, rejected, null, null, "asset.unassigned.error.whom", model);
        }
        var wanted = switch (act) {
            case "post" -> new Giving.Act.ToPost(id(post));
            case "system" -> new Giving.Act.ToSystem(id(system));
            case "reject" -> new Giving.Act.Reject(why.strip());
            case "restore" -> new Giving.Act.Restore();
            default -> throw new Problem(ProblemType.INVALID, "asset.bulk.error.act");
        };
        String reason = act.equals("reject") ? why.strip() : page.t("asset.unassigned.reason." + act);
        return show(caller, rejected, null, giving.run(caller, wanted, BulkPick.read(row), reason), "", model);
    }

    private String show(
            Caller caller,
            boolean rejected,
            @Nullable UUID after,
            Giving.@Nullable Result result,
            String error,
            Model model) {
        return transactions.read(caller, () -> {
            var lines = unassigned.page(rejected, after, SHOWN + 1);
            boolean more = lines.size() > SHOWN;
            model.addAttribute("lines", more ? lines.subList(0, SHOWN) : lines);
            model.addAttribute("next", more ? lines.get(SHOWN - 1).id() : null);
            model.addAttribute("rejected", rejected);
            model.addAttribute("result", result);
            model.addAttribute("error", error);
            model.addAttribute("posts", unassigned.posts());
            model.addAttribute("systems", unassigned.systems());
            return "asset/unassigned";
        });
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new Problem(ProblemType.INVALID, "asset.unassigned.error.whom");
        }
    }
}
