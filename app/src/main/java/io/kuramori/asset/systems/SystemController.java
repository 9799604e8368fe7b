package io.kuramori.asset.systems;

import io.kuramori.asset.SystemId;
import io.kuramori.identity.Allows;
import io.kuramori.identity.Caller;
import io.kuramori.identity.Right;
import io.kuramori.shell.Problem;
import io.kuramori.shell.ProblemType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A system's page and what can be done there.
@Controller
class SystemController {

    private final SystemPages pages;
    private final SystemLedger ledger;

    SystemController(SystemPages pages, SystemLedger ledger) {
        this.pages = pages;
        this.ledger = ledger;
    }

    @Allows(Right.READ_LEDGERS)
    @GetMapping("/systems/{code}")
    String system(
            Caller caller,
            @PathVariable String code,
            @RequestParam(name = "in", required = false) @Nullable String institution,
            @RequestParam(required = false) @Nullable LocalDate asof,
            Model model) {
        var view = pages.of(caller, code, institution, asof);
        if (view.isEmpty() && institution == null && pages.having(caller, code) > 1) {
            // Several institutions have that code: let the reader choose.
            return "redirect:/systems?q=" + code;
        }
        model.addAttribute(
                "view", view.orElseThrow(() -> new Problem(ProblemType.NOT_FOUND, "asset.system.not-found")));
        return "asset/system";
    }

    @Allows(Right.READ_LEDGERS)
    @GetMapping("/systems/{code}/history")
    String history(
            Caller caller,
            @PathVariable String code,
            @RequestParam(name = "in", required = false) @Nullable String institution,
            Model model) {
        model.addAttribute("view", view(caller, code, institution));
        return "asset/system-history";
    }

    @Allows(Right.CHANGE_LEDGERS)
    @PostMapping("/systems/{code}/confirm")
    String confirm(
            Caller caller,
            @PathVariable String code,
            @RequestParam(name = "in") String institution,
            @RequestParam UUID id,
            @RequestParam int version) {
        ledger.confirm(caller, new SystemId(id), version, "台帳の記載を確認");
        return back(code, institution);
    }

    @Allows(Right.CHANGE_LEDGERS)
    @PostMapping("/systems/{code}/retire")
    String retire(
            Caller caller,
            @PathVariable String code,
            @RequestParam(name = "in") String institution,
            @RequestParam UUID id,
            @RequestParam int version,
            @RequestParam boolean retired,
            @RequestParam(defaultValue = "") String reason) {
        String why = reason.isBlank() ? retired ? "廃止" : "利用再開" : reason.strip();
        ledger.retire(caller, new SystemId(id), version, retired, why);
        return back(code, institution);
    }

    @Allows(Right.CHANGE_LEDGERS)
    @GetMapping("/systems/{code}/responsibility")
    String responsibility(
            Caller caller,
            @PathVariable String code,
            @RequestParam(name = "in", required = false) @Nullable String institution,
            Model model) {
        model.addAttribute("view", view(caller, code, institution).demandChangeable());
        return "asset/system-responsibility";
    }

    /// For each control `party.x`, `provider.x`, `version.x`; a blank party means that nobody is named.
    @Allows(Right.CHANGE_LEDGERS)
    @PostMapping("/systems/{code}/responsibility")
    String share(
            Caller caller,
            @PathVariable String code,
            @RequestParam(name = "in") String institution,
            @RequestParam UUID id,
            @RequestParam Map<String, String> form) {
        var settled = new ArrayList<Responsibility>();
        var cleared = new EnumMap<Control, Integer>(Control.class);
        for (Control control : Control.values()) {
            String party = form.getOrDefault("party." + control.code(), "");
            String provider =
                    form.getOrDefault("provider." + control.code(), "").strip();
            int version = Integer.parseInt(form.getOrDefault("version." + control.code(), "0"));
            if (!party.isEmpty()) {
                settled.add(
                        new Responsibility(control, Party.of(party), provider.isEmpty() ? null : provider, version));
            } else if (version > 0) {
                cleared.put(control, version);
            }
        }
        ledger.share(caller, new SystemId(id), settled, cleared, "責任分担の変更");
        return back(code, institution);
    }

    private SystemView view(Caller caller, String code, @Nullable String institution) {
        return pages.of(caller, code, institution, null)
                .orElseThrow(() -> new Problem(ProblemType.NOT_FOUND, "asset.system.not-found"));
    }

    private static String back(String code, String institution) {
        return "redirect:/systems/" + code + "?in=" + institution;
    }
}
