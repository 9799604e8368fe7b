package io.kuramori.asset.systems;

import io.kuramori.asset.BulkPick;
import io.kuramori.identity.Allows;
import io.kuramori.identity.Caller;
import io.kuramori.identity.Right;
import io.kuramori.shell.ListQuery;
import io.kuramori.shell.Page;
import io.kuramori.shell.Problem;
import io.kuramori.shell.ProblemType;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Acts on the rows that were selected in the list. Answers with what was done and what was not; doing it again by
/// reloading changes nothing, since the versions have moved on.
@Controller
@Allows(Right.CHANGE_LEDGERS)
class SystemBulkController {

    private final SystemBulk bulk;

    SystemBulkController(SystemBulk bulk) {
        this.bulk = bulk;
    }

    /// @param row `id:version` of each selected row
    /// @param whole the box in the head: every row of the page
    /// @param listed `id:version` of every row of the page, joined by commas
    @PostMapping("/systems/bulk")
    String run(
            Caller caller,
            @ModelAttribute(name = "page", binding = false) Page page,
            @RequestParam(defaultValue = "") List<String> row,
            @RequestParam(defaultValue = "") String whole,
            @RequestParam(defaultValue = "") String listed,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") String owner,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String back,
            Model model) {
        var rows = whole.isEmpty() || listed.isEmpty() ? row : Arrays.asList(listed.split(",", BulkPick.MOST + 2));
        var wanted = act(act, owner);
        String why = reason.isBlank() ? page.t("asset.bulk.reason." + act) : reason.strip();
        var result = bulk.run(caller, wanted, BulkPick.read(rows), why);
        model.addAttribute("result", result);
        model.addAttribute("act", act);
        model.addAttribute("back", ListQuery.parse(SystemsShape.SHAPE, back).first());
        return "asset/systems-bulk";
    }

    private static BulkAct act(String act, String owner) {
        return switch (act) {
            case "confirm" -> new BulkAct.Confirm();
            case "retire" -> new BulkAct.Retire();
            case "owner" -> new BulkAct.Own(post(owner));
            default -> throw new Problem(ProblemType.INVALID, "asset.bulk.error.act");
        };
    }

    private static UUID post(String owner) {
        try {
            return UUID.fromString(owner);
        } catch (IllegalArgumentException e) {
            throw new Problem(ProblemType.INVALID, "asset.bulk.error.owner");
        }
    }
}
