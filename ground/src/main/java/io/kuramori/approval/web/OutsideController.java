package io.kuramori.approval.web;

import io.kuramori.approval.requests.OutsideDecision.Paper;
import io.kuramori.approval.requests.Outsides;
import io.kuramori.approval.requests.Sheets;
import io.kuramori.approval.rules.State;
import io.kuramori.identity.Allows;
import io.kuramori.identity.Caller;
import io.kuramori.identity.Right;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// 外部決裁: entered by one, checked by another.
@Controller
@Allows(Right.TAKE_PART)
class OutsideController {

    private final Outsides outsides;
    private final Sheets sheets;

    OutsideController(Outsides outsides, Sheets sheets) {
        this.outsides = outsides;
        this.sheets = sheets;
    }

    @GetMapping("/approvals/{id}/outside")
    String form(Caller caller, @PathVariable UUID id, Model model) {
        return show(caller, id, model, Filled.EMPTY);
    }

    @PostMapping("/approvals/{id}/outside")
    String enter(Caller caller, @PathVariable UUID id, @RequestParam Map<String, String> typed, Model model) {
        Places.require(sheets.find(caller, id).isPresent());
        return Filled.attempt(typed, () -> {
                    var input = new Typed(typed);
                    var paper = new Paper(
                            input.requiredLine("number"),
                            input.day("decidedOn"),
                            input.requiredLine("body"),
                            input.requiredLine("article"),
                            input.requiredLine("copy"),
                            input.is("approved", "true"));
                    var hash = input.line("hash");
                    input.raise();
                    outsides.enter(caller, id, hash, paper);
                })
                .map(filled -> show(caller, id, model, filled))
                .orElse("redirect:/approvals/" + id);
    }

    @PostMapping("/approvals/{id}/outside/{outside}/check")
    String check(
            Caller caller,
            @PathVariable UUID id,
            @PathVariable UUID outside,
            @RequestParam boolean agrees,
            @RequestParam Map<String, String> typed,
            Model model) {
        Places.require(sheets.find(caller, id).stream()
                .flatMap(sheet -> sheet.outsides().stream())
                .anyMatch(each -> each.id().equals(outside)));
        return Filled.attempt(typed, () -> {
                    var input = new Typed(typed);
                    var comment = input.textOrNull("comment");
                    input.raise();
                    outsides.check(caller, outside, agrees, comment);
                })
                .map(filled -> RequestController.show(sheets, caller, id, model, filled))
                .orElse("redirect:/approvals/" + id);
    }

    private String show(Caller caller, UUID id, Model model, Filled filled) {
        var sheet = sheets.find(caller, id).orElseThrow(Places::notFound);
        if (!(sheet.request().standing().state() instanceof State.Waiting)) {
            return "redirect:/approvals/" + id;
        }
        model.addAttribute("sheet", sheet);
        model.addAttribute("filled", filled);
        return "approval/outside";
    }
}
