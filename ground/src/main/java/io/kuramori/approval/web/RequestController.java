package io.kuramori.approval.web;

import io.kuramori.approval.requests.Requests;
import io.kuramori.approval.requests.Sheets;
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

/// One request: what is asked, who may decide by which article, what was said, what became of it.
@Controller
@Allows(Right.READ_APPROVALS)
class RequestController {

    static final String TEMPLATE = "approval/request";

    private final Requests requests;
    private final Sheets sheets;

    RequestController(Requests requests, Sheets sheets) {
        this.requests = requests;
        this.sheets = sheets;
    }

    @GetMapping("/approvals/{id}")
    String page(Caller caller, @PathVariable UUID id, Model model) {
        return show(caller, id, model, Filled.EMPTY);
    }

    @Allows(Right.ASK_APPROVAL)
    @PostMapping("/approvals/{id}/withdraw")
    String withdraw(Caller caller, @PathVariable UUID id, Model model) {
        Places.require(requests.find(caller, id).isPresent());
        return Filled.attempt(Map.of(), () -> requests.withdraw(caller, id))
                .map(filled -> show(caller, id, model, filled))
                .orElse("redirect:/approvals/" + id);
    }

    private String show(Caller caller, UUID id, Model model, Filled filled) {
        return show(sheets, caller, id, model, filled);
    }

    static String show(Sheets sheets, Caller caller, UUID id, Model model, Filled filled) {
        model.addAttribute("sheet", sheets.find(caller, id).orElseThrow(Places::notFound));
        model.addAttribute("filled", filled);
        return TEMPLATE;
    }
}
