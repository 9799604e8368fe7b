package io.kuramori.organization.web;

import io.kuramori.identity.Allows;
import io.kuramori.identity.Caller;
import io.kuramori.identity.Right;
import io.kuramori.journal.StaleRecord;
import io.kuramori.organization.Institution;
import io.kuramori.organization.Invalid;
import io.kuramori.organization.Invalid.Complaint;
import io.kuramori.organization.internal.Institutions;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// Adds and edits institutions. A conflict shows what somebody else stored, and keeps what was typed.
@Controller
@Allows(Right.CHANGE_ORGANIZATION)
class InstitutionController {

    private final Institutions institutions;

    InstitutionController(Institutions institutions) {
        this.institutions = institutions;
    }

    @GetMapping("/organization/institutions/new")
    String blank(Caller caller, Model model) {
        return show(caller, InstitutionForm.blank(), List.of(), Optional.empty(), model);
    }

    @GetMapping("/organization/institutions/{code}")
    String edit(Caller caller, @PathVariable String code, Model model) {
        var found = institutions.all(caller).stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return show(caller, InstitutionForm.of(found), List.of(), Optional.empty(), model);
    }

    @PostMapping("/organization/institutions")
    String save(
            Caller caller,
            @ModelAttribute InstitutionForm form,
            @RequestParam(defaultValue = "") String reason,
            Model model) {
        var before = stored(caller, form);
        try {
            institutions.save(
                    caller,
                    reason.isBlank() ? "organization.institution.edit" : reason,
                    form.toInstitution(institutions.newId(), before.orElse(null)));
            return "redirect:/organization?institution=" + URLEncoder.encode(form.code(), StandardCharsets.UTF_8);
        } catch (Invalid refused) {
            return show(caller, form, refused.complaints(), Optional.empty(), model);
        } catch (StaleRecord stale) {
            var complaint = new Complaint("", "organization.error.stale", List.of());
            return show(caller, form, List.of(complaint), before, model);
        }
    }

    private Optional<Institution> stored(Caller caller, InstitutionForm form) {
        if (form.id().isEmpty()) {
            return Optional.empty();
        }
        var found = institutions.all(caller).stream()
                .filter(each -> each.id().value().toString().equals(form.id()))
                .findFirst();
        if (found.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return found;
    }

    private String show(
            Caller caller,
            InstitutionForm form,
            List<Complaint> complaints,
            Optional<Institution> newest,
            Model model) {
        model.addAttribute(
                "view",
                new InstitutionEditor(form, institutions.all(caller), institutions.types(), complaints, newest));
        return "organization/institution";
    }
}
