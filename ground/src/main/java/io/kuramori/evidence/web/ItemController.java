package io.kuramori.evidence.web;

import io.kuramori.evidence.items.Custody;
import io.kuramori.evidence.items.Item;
import io.kuramori.evidence.items.Item.Reference;
import io.kuramori.evidence.items.Item.StoredFile;
import io.kuramori.evidence.items.Items;
import io.kuramori.evidence.items.Sheets;
import io.kuramori.identity.Allows;
import io.kuramori.identity.Caller;
import io.kuramori.identity.Right;
import io.kuramori.journal.StaleRecord;
import io.kuramori.organization.Invalid;
import io.kuramori.organization.Invalid.Complaint;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// One piece of evidence: its facts, who handled it, what it is attached to; and its file.
@Controller
@Allows(Right.CHANGE_EVIDENCE)
class ItemController {

    private final Items items;
    private final Sheets sheets;

    ItemController(Items items, Sheets sheets) {
        this.items = items;
        this.sheets = sheets;
    }

    @Allows(Right.READ_EVIDENCE)
    @GetMapping("/evidence/{id}")
    String page(Caller caller, @PathVariable UUID id, Model model) {
        var item = items.view(caller, id).orElseThrow(ItemController::gone);
        return show(caller, item, model, Map.of(), List.of());
    }

    /// Always an attachment of no type: what somebody put in is never run by a browser in our name.
    @Allows(Right.READ_EVIDENCE)
    @GetMapping("/evidence/{id}/file")
    void file(Caller caller, @PathVariable UUID id, HttpServletResponse response) throws IOException {
        var item = stored(caller, id);
        if (!(item.content() instanceof StoredFile file)) {
            throw gone();
        }
        try (var bytes = items.download(caller, item, file).orElseThrow(ItemController::gone)) {
            response.setContentType("application/octet-stream");
            response.setContentLengthLong(file.size());
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("Cache-Control", "no-store");
            response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
            response.setHeader(
                    "Content-Disposition",
                    ContentDisposition.attachment()
                            .filename(file.name(), StandardCharsets.UTF_8)
                            .build()
                            .toString());
            bytes.transferTo(response.getOutputStream());
        }
    }

    @PostMapping("/evidence/{id}")
    String change(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam Map<String, String> fields,
            Model model) {
        var item = stored(caller, id);
        var typed = new Typed(fields);
        var facts = typed.facts();
        var place = item.content() instanceof Reference ? typed.text("place", Typed.REASON, true) : null;
        var reason = reason(fields, "evidence.act.change", typed);
        return attempt(
                caller, item, fields, typed, model, () -> items.change(caller, id, version, facts, place, reason));
    }

    @PostMapping("/evidence/{id}/retire")
    String retire(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam boolean retired,
            @RequestParam Map<String, String> fields,
            Model model) {
        var item = stored(caller, id);
        var typed = new Typed(fields);
        var reason = typed.text("reason", Typed.LINE, true);
        return attempt(caller, item, fields, typed, model, () -> items.retire(caller, id, version, retired, reason));
    }

    @PostMapping("/evidence/{id}/custody")
    String handle(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam Custody.Act act,
            @RequestParam Map<String, String> fields,
            Model model) {
        var item = stored(caller, id);
        var typed = new Typed(fields);
        var day = typed.day("day");
        var why = typed.text("why", Typed.REASON, true);
        var place = typed.optional("where", Typed.REASON);
        if (act != Custody.Act.COPIED && act != Custody.Act.MOVED && act != Custody.Act.VIEWED) {
            typed.complaints().add(new Complaint("act", "evidence.error.required", List.of()));
        }
        return attempt(caller, item, fields, typed, model, () -> items.handle(caller, id, act, day, why, place));
    }

    /// @param readers accounts; the caller is always among them
    @PostMapping("/evidence/{id}/readers")
    String readers(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") List<UUID> readers,
            @RequestParam(defaultValue = "false") boolean open,
            @RequestParam Map<String, String> fields,
            Model model) {
        var item = stored(caller, id);
        var typed = new Typed(fields);
        var reason = typed.text("reason", Typed.LINE, true);
        return attempt(caller, item, fields, typed, model, () -> {
            if (open) {
                items.open(caller, id, reason);
            } else {
                items.restrict(caller, id, new HashSet<>(readers), reason);
            }
        });
    }

    private String attempt(
            Caller caller, Item item, Map<String, String> fields, Typed typed, Model model, Runnable act) {
        var complaints = typed.complaints();
        if (typed.fine()) {
            try {
                act.run();
                return "redirect:/evidence/" + item.id();
            } catch (Invalid refused) {
                complaints.addAll(refused.complaints());
            } catch (StaleRecord _) {
                complaints.add(new Complaint("", "evidence.error.changed", List.of()));
            }
        }
        return show(caller, item, model, fields, complaints);
    }

    private String show(Caller caller, Item item, Model model, Map<String, String> typed, List<Complaint> complaints) {
        model.addAttribute("sheet", sheets.of(caller, item));
        model.addAttribute("typed", Map.copyOf(typed));
        model.addAttribute("complaints", List.copyOf(complaints));
        return "evidence/item";
    }

    private static String reason(Map<String, String> fields, String otherwise, Typed typed) {
        return fields.getOrDefault("reason", "").isBlank() ? otherwise : typed.text("reason", Typed.LINE, true);
    }

    private Item stored(Caller caller, UUID id) {
        return items.find(caller, id).orElseThrow(ItemController::gone);
    }

    private static ResponseStatusException gone() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
