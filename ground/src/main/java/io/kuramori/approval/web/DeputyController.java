package io.kuramori.approval.web;

import io.kuramori.approval.requests.Deputies;
import io.kuramori.identity.Allows;
import io.kuramori.identity.Caller;
import io.kuramori.identity.Right;
import io.kuramori.organization.Accounts;
import io.kuramori.organization.PostId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Who decides in whose place, from when through when.
@Controller
@Allows(Right.TAKE_PART)
class DeputyController {

    private final Deputies deputies;
    private final Accounts accounts;
    private final Places places;

    DeputyController(Deputies deputies, Accounts accounts, Places places) {
        this.deputies = deputies;
        this.accounts = accounts;
        this.places = places;
    }

    @GetMapping("/approvals/deputies")
    String page(Caller caller, Model model) {
        return show(caller, model, Filled.EMPTY);
    }

    @PostMapping("/approvals/deputies")
    String give(Caller caller, @RequestParam Map<String, String> typed, Model model) {
        return Filled.attempt(typed, () -> {
                    var input = new Typed(typed);
                    var post = new PostId(input.id("post"));
                    var deputy = input.id("deputy");
                    var from = input.day("from");
                    var until = input.day("until");
                    input.raise();
                    deputies.give(caller, post, deputy, from, until);
                })
                .map(filled -> show(caller, model, filled))
                .orElse("redirect:/approvals/deputies");
    }

    @PostMapping("/approvals/deputies/{id}/end")
    String end(Caller caller, @PathVariable UUID id, Model model) {
        Places.require(deputies.find(caller, id).isPresent());
        return Filled.attempt(Map.of(), () -> deputies.end(caller, id))
                .map(filled -> show(caller, model, filled))
                .orElse("redirect:/approvals/deputies");
    }

    private String show(Caller caller, Model model, Filled filled) {
        var place = places.find(caller, "");
        if (place.isEmpty()) {
            return "approval/nothing";
        }
        var today = place.get().today();
        var known = places.read(caller, accounts::inScope);
        var people = new HashMap<UUID, String>();
        known.forEach(each -> people.put(each.account(), each.name()));
        var me = caller.actor().id();
        people.put(me, caller.name());
        model.addAttribute(
                "view",
                new DeputyPage(
                        deputies.of(caller),
                        deputies.posts(caller, today),
                        known.stream()
                                .filter(each -> !each.account().equals(me))
                                .toList(),
                        place.get().bodies(),
                        people,
                        me,
                        today,
                        filled));
        return "approval/deputies";
    }
}
