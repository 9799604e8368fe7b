package io.kuramori.approval.web;

import io.kuramori.approval.requests.Conditions;
import io.kuramori.approval.requests.Decisions;
import io.kuramori.approval.requests.Sheets;
import io.kuramori.identity.Allows;
import io.kuramori.identity.Caller;
import io.kuramori.identity.Right;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What follows a decision: 後閲 of what a deputy decided, and conditions that are met.
@Controller
@Allows(Right.TAKE_PART)
class ReviewController {

    private final Decisions decisions;
    private final Conditions conditions;
    private final Sheets sheets;

    ReviewController(Decisions decisions, Conditions conditions, Sheets sheets) {
        this.decisions = decisions;
        this.conditions = conditions;
        this.sheets = sheets;
    }

    @PostMapping("/approvals/{id}/votes/{vote}/review")
    String review(
            Caller caller,
            @PathVariable UUID id,
            @PathVariable UUID vote,
            @RequestParam boolean agrees,
            @RequestParam Map<String, String> typed,
            Model model) {
        Places.require(sheets.find(caller, id).stream()
                .flatMap(sheet -> sheet.votes().stream())
                .anyMatch(each -> each.id().equals(vote)));
        return Filled.attempt(typed, () -> {
                    var input = new Typed(typed);
                    var objection = agrees ? null : input.requiredText("objection");
                    input.raise();
                    decisions.review(caller, vote, objection);
                })
                .map(filled -> RequestController.show(sheets, caller, id, model, filled))
                .orElse("redirect:/approvals/" + id);
    }

    @PostMapping("/approvals/{id}/conditions/{condition}/meet")
    String meet(
            Caller caller,
            @PathVariable UUID id,
            @PathVariable UUID condition,
            @RequestParam Map<String, String> typed,
            Model model) {
        Places.require(sheets.find(caller, id).stream()
                .flatMap(sheet -> sheet.conditions().stream())
                .anyMatch(each -> each.id().equals(condition)));
        return Filled.attempt(typed, () -> {
                    var input = new Typed(typed);
                    var evidence = input.requiredLine("evidence");
                    input.raise();
                    conditions.meet(caller, condition, evidence);
                })
                .map(filled -> RequestController.show(sheets, caller, id, model, filled))
                .orElse("redirect:/approvals/" + id);
    }
}
