package io.kuramori.asset.systems;

import io.kuramori.asset.SystemId;
import io.kuramori.identity.Allows;
import io.kuramori.identity.Caller;
import io.kuramori.identity.InstitutionId;
import io.kuramori.identity.Right;
import io.kuramori.identity.Transactions;
import io.kuramori.journal.StaleRecord;
import io.kuramori.shell.Problem;
import io.kuramori.shell.ProblemType;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Entering and changing a system. A change that another has overtaken is answered with both versions side by side.
@Controller
@Allows(Right.CHANGE_LEDGERS)
class SystemFormController {

    private final SystemPages pages;
    private final SystemLedger ledger;
    private final SystemRepository systems;
    private final Directory directory;
    private final Transactions transactions;

    SystemFormController(
            SystemPages pages,
            SystemLedger ledger,
            SystemRepository systems,
            Directory directory,
            Transactions transactions) {
        this.pages = pages;
        this.ledger = ledger;
        this.systems = systems;
        this.directory = directory;
        this.transactions = transactions;
    }

    @GetMapping("/systems/new")
    String enter(Caller caller, Model model) {
        return form(caller, SystemForm.EMPTY, Map.of(), "", model);
    }

    @PostMapping("/systems")
    String add(Caller caller, @ModelAttribute SystemForm form, Model model) {
        return switch (form.check()) {
            case SystemForm.Checked.Rejected(var errors) -> form(caller, form, errors, "", model);
            case SystemForm.Checked.Accepted(var institution, var details) -> {
                try {
                    var system =
                            ledger.add(caller, new InstitutionId(institution), null, details, reason(form, "新規登録"));
                    yield back(caller, system);
                } catch (DataIntegrityViolationException e) {
                    yield form(caller, form, Map.of("department", "asset.system.error.elsewhere"), "", model);
                }
            }
        };
    }

    @GetMapping("/systems/{code}/edit")
    String edit(
            Caller caller,
            @PathVariable String code,
            @RequestParam(name = "in", required = false) @Nullable String institution,
            Model model) {
        var view = pages.of(caller, code, institution, null)
                .orElseThrow(() -> new Problem(ProblemType.NOT_FOUND, "asset.system.not-found"))
                .demandChangeable();
        return form(caller, SystemForm.of(view.system()), Map.of(), code, model);
    }

    @PostMapping("/systems/{code}")
    String change(Caller caller, @PathVariable String code, @ModelAttribute SystemForm form, Model model) {
        return switch (form.check()) {
            case SystemForm.Checked.Rejected(var errors) -> form(caller, form, errors, code, model);
            case SystemForm.Checked.Accepted(var institution, var details) -> {
                var id = new SystemId(UUID.fromString(form.id()));
                try {
                    int version = Integer.parseInt(form.version());
                    yield back(caller, ledger.change(caller, id, version, details, reason(form, "記載の変更")));
                } catch (StaleRecord e) {
                    yield conflict(caller, id, form, code, model);
                } catch (DataIntegrityViolationException e) {
                    yield form(caller, form, Map.of("department", "asset.system.error.elsewhere"), code, model);
                }
            }
        };
    }

    private String conflict(Caller caller, SystemId id, SystemForm mine, String code, Model model) {
        return transactions.read(caller, () -> {
            var theirs =
                    systems.find(id).orElseThrow(() -> new Problem(ProblemType.NOT_FOUND, "asset.system.not-found"));
            model.addAttribute("mine", mine.onto(theirs.version()));
            model.addAttribute("theirs", SystemForm.of(theirs));
            model.addAttribute("differences", SystemConflict.between(mine, SystemForm.of(theirs), directory));
            model.addAttribute("code", code);
            model.addAttribute("institution", directory.institution(theirs.institution()));
            return "asset/system-conflict";
        });
    }

    private String form(Caller caller, SystemForm form, Map<String, String> errors, String code, Model model) {
        return transactions.read(caller, () -> {
            model.addAttribute("form", form);
            model.addAttribute("errors", errors);
            model.addAttribute("code", code);
            model.addAttribute("institutions", directory.institutions());
            model.addAttribute("posts", directory.posts());
            model.addAttribute("departments", directory.departments());
            return "asset/system-form";
        });
    }

    private String back(Caller caller, SystemRecord system) {
        String institution = transactions.read(
                caller, () -> directory.institution(system.institution()).code());
        return "redirect:/systems/" + system.code() + "?in=" + institution;
    }

    private static String reason(SystemForm form, String otherwise) {
        return form.reason().isEmpty() ? otherwise : form.reason();
    }
}
