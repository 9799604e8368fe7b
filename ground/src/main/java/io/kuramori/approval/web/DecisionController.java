package io.kuramori.approval.web;

import io.kuramori.approval.requests.Decisions;
import io.kuramori.approval.requests.Decisions.Answer;
import io.kuramori.approval.requests.Decisions.Planned;
import io.kuramori.approval.requests.Requests;
import io.kuramori.approval.requests.Sheets;
import io.kuramori.approval.rules.Choice;
import io.kuramori.identity.Allows;
import io.kuramori.identity.Caller;
import io.kuramori.identity.Right;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The moment of decision.
@Controller
@Allows(Right.TAKE_PART)
class DecisionController {

    /// More conditions than this are not an approval.
    private static final int MOST_CONDITIONS = 20;

    private final Requests requests;
    private final Decisions decisions;
    private final Sheets sheets;

    DecisionController(Requests requests, Decisions decisions, Sheets sheets) {
        this.requests = requests;
        this.decisions = decisions;
        this.sheets = sheets;
    }

    /// What may be said to a request; the button's value.
    enum Act {
        APPROVE,
        REFUSE,
        ABSTAIN,
        RETURN,
        CLOSE,
        EMERGENCY,
        REVOKE
    }

    @PostMapping("/approvals/{id}/decide")
    String decide(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam Act act,
            @RequestParam Map<String, String> typed,
            Model model) {
        Places.require(requests.find(caller, id).isPresent());
        return Filled.attempt(typed, () -> carryOut(caller, id, act, new Typed(typed)))
                .map(filled -> RequestController.show(sheets, caller, id, model, filled))
                .orElse("redirect:/approvals/" + id);
    }

    private void carryOut(Caller caller, UUID id, Act act, Typed input) {
        var answer = answer(act, input);
        switch (act) {
            case APPROVE -> decisions.vote(caller, id, Choice.APPROVE, answer);
            case REFUSE -> decisions.vote(caller, id, Choice.REFUSE, answer);
            case ABSTAIN -> decisions.vote(caller, id, Choice.ABSTAIN, answer);
            case RETURN -> decisions.sendBack(caller, id, answer);
            case CLOSE -> decisions.close(caller, id, answer);
            case EMERGENCY -> decisions.decideInEmergency(caller, id, answer);
            case REVOKE -> decisions.takeBack(caller, id, answer);
        }
    }

    /// Conditions go with a yes: one on each line, due on the same day.
    private static Answer answer(Act act, Typed input) {
        var comment = input.textOrNull("comment");
        var hash = input.line("hash");
        boolean yes = act == Act.APPROVE || act == Act.EMERGENCY;
        var words = yes
                ? input.text("conditions")
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList()
                : List.<String>of();
        if (words.size() > MOST_CONDITIONS) {
            input.complain("conditions", "approval.error.conditions", MOST_CONDITIONS);
        }
        if (words.stream().anyMatch(line -> line.length() > 1_000)) {
            input.complain("conditions", "approval.error.too-long", 1_000);
        }
        var due = words.isEmpty() ? null : input.day("due");
        input.raise();
        return new Answer(
                hash,
                comment,
                due == null
                        ? List.of()
                        : words.stream().map(line -> new Planned(line, due)).toList());
    }
}
