package io.kuramori.evidence.web;

import io.kuramori.evidence.EvidenceTarget;
import io.kuramori.evidence.items.StoredLinks;
import io.kuramori.identity.Allows;
import io.kuramori.identity.Caller;
import io.kuramori.identity.Right;
import io.kuramori.organization.Invalid;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// Evidence that is here already is attached to a record, and taken off again.
@Controller
@Allows(Right.CHANGE_EVIDENCE)
class LinkController {

    private final StoredLinks links;

    LinkController(StoredLinks links) {
        this.links = links;
    }

    @GetMapping("/evidence/attach")
    String blank(Caller caller, @RequestParam("record-kind") String kind, @RequestParam UUID record, Model model) {
        return form(caller, kind, record, "", "", model);
    }

    @PostMapping("/evidence/attach")
    String attach(
            Caller caller,
            @RequestParam("record-kind") String kind,
            @RequestParam UUID record,
            @RequestParam String code,
            Model model) {
        var target = seen(caller, kind, record);
        try {
            links.attach(caller, code.strip().toUpperCase(Locale.ROOT), kind, record);
            return "redirect:" + target.href();
        } catch (Invalid refused) {
            return form(
                    caller, kind, record, code, refused.complaints().getFirst().key(), model);
        }
    }

    @PostMapping("/evidence/links/{link}/remove")
    String remove(Caller caller, @PathVariable UUID link) {
        var item = links.itemOf(caller, link).orElseThrow(LinkController::gone);
        links.detach(caller, link);
        return "redirect:/evidence/" + item;
    }

    private String form(Caller caller, String kind, UUID record, String code, String error, Model model) {
        model.addAttribute("kind", kind);
        model.addAttribute("id", record);
        model.addAttribute("target", seen(caller, kind, record));
        model.addAttribute("code", code);
        model.addAttribute("error", error);
        return "evidence/attach";
    }

    private EvidenceTarget.Named seen(Caller caller, String kind, UUID record) {
        return links.seen(caller, kind, record).orElseThrow(LinkController::gone);
    }

    private static ResponseStatusException gone() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
