package io.kuramori.exchange.web;

import io.kuramori.exchange.Sheet;
import io.kuramori.exchange.Sheets;
import io.kuramori.exchange.grid.Unreadable;
import io.kuramori.exchange.imports.Applied;
import io.kuramori.exchange.imports.Imports;
import io.kuramori.exchange.imports.Undo;
import io.kuramori.exchange.reading.Layout;
import io.kuramori.exchange.reading.Mapping;
import io.kuramori.identity.Allows;
import io.kuramori.identity.Caller;
import io.kuramori.identity.Right;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/// Upload → columns and preview → import → result, with its undoing.
@Controller
@Allows(Right.IMPORT)
final class ImportController {

    private final Sheets sheets;
    private final Imports imports;

    ImportController(Sheets sheets, Imports imports) {
        this.sheets = sheets;
        this.imports = imports;
    }

    @GetMapping("/import/{kind}")
    String start(Caller caller, @PathVariable String kind, Model model) {
        return start(caller, sheet(kind), List.of(), model);
    }

    @PostMapping("/import/{kind}")
    String upload(Caller caller, @PathVariable String kind, @RequestParam MultipartFile file, Model model)
            throws IOException {
        var sheet = sheet(kind);
        var name = file.getOriginalFilename();
        try {
            var id = imports.upload(caller, sheet, name == null ? "" : name, file.getBytes());
            return "redirect:/import/" + kind + "/" + id;
        } catch (Unreadable e) {
            return start(caller, sheet, List.of(e.problem()), model);
        }
    }

    private String start(Caller caller, Sheet<?> sheet, List<?> problems, Model model) {
        model.addAttribute("sheet", sheet);
        model.addAttribute("problems", problems);
        model.addAttribute("recent", imports.recent(caller, sheet));
        return "exchange/start";
    }

    @GetMapping("/import/{kind}/{id}")
    String preview(Caller caller, @PathVariable String kind, @PathVariable UUID id, Locale locale, Model model) {
        return preview(caller, sheet(kind), id, false, locale, model);
    }

    private <R> String preview(Caller caller, Sheet<R> sheet, UUID id, boolean lookAgain, Locale locale, Model model) {
        var draft = imports.draft(caller, sheet, id, locale).orElseThrow(ImportController::missing);
        model.addAttribute("sheet", sheet);
        model.addAttribute("draft", draft);
        model.addAttribute("lookAgain", lookAgain);
        return "exchange/preview";
    }

    @PostMapping("/import/{kind}/{id}/mapping")
    String map(
            Caller caller, @PathVariable String kind, @PathVariable UUID id, @RequestParam Map<String, String> form) {
        var columns = new HashMap<String, Integer>();
        for (var column : sheet(kind).columns()) {
            int place = number(form, "m." + column.key(), -1);
            if (place >= 0) {
                columns.put(column.key(), place);
            }
        }
        try {
            var layout = new Layout(
                    number(form, "worksheet", 0),
                    number(form, "headerRow", 1),
                    number(form, "headerRows", 1),
                    number(form, "lastRow", 0));
            imports.map(caller, id, new Mapping(layout, columns));
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "layout", e);
        }
        return "redirect:/import/" + kind + "/" + id;
    }

    private static int number(Map<String, String> form, String name, int otherwise) {
        var text = form.getOrDefault(name, "").strip();
        return text.matches("\\d{1,7}") ? Integer.parseInt(text) : otherwise;
    }

    @PostMapping("/import/{kind}/{id}/apply")
    String apply(
            Caller caller,
            @PathVariable String kind,
            @PathVariable UUID id,
            @RequestParam String token,
            Locale locale,
            Model model) {
        var sheet = sheet(kind);
        return switch (imports.apply(caller, sheet, id, token, locale)) {
            case Applied.Done(UUID importId) -> "redirect:/import/" + kind + "/done/" + importId;
            case Applied.LookAgain() -> preview(caller, sheet, id, true, locale, model);
        };
    }

    @GetMapping("/import/{kind}/done/{id}")
    String done(Caller caller, @PathVariable String kind, @PathVariable UUID id, Model model) {
        return done(caller, sheet(kind), id, new Undo.Done(), model);
    }

    private String done(Caller caller, Sheet<?> sheet, UUID id, Undo undo, Model model) {
        model.addAttribute("sheet", sheet);
        model.addAttribute("done", imports.find(caller, id).orElseThrow(ImportController::missing));
        model.addAttribute("undo", undo);
        return "exchange/done";
    }

    @PostMapping("/import/{kind}/done/{id}/undo")
    String undo(Caller caller, @PathVariable String kind, @PathVariable UUID id, Model model) {
        var sheet = sheet(kind);
        var done = imports.find(caller, id)
                .filter(each -> each.kind().equals(kind))
                .orElseThrow(ImportController::missing);
        var undo = imports.undo(caller, sheet, done);
        return undo instanceof Undo.Done
                ? "redirect:/import/" + kind + "/done/" + id
                : done(caller, sheet, id, undo, model);
    }

    private Sheet<?> sheet(String kind) {
        return sheets.find(kind).orElseThrow(ImportController::missing);
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
