package io.kuramori.identity.apikeys;

import io.kuramori.identity.Allows;
import io.kuramori.identity.ApiPermission;
import io.kuramori.identity.Caller;
import io.kuramori.identity.InstitutionNames;
import io.kuramori.identity.Right;
import io.kuramori.identity.StepUp;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// Service accounts and keys, for administrators (the path sees to that).
@Controller
@Allows(Right.ADMINISTER)
@RequestMapping("/administration/services")
class ServiceController {

    private static final int NAME_LENGTH = 100;
    private static final int PURPOSE_LENGTH = 500;

    private final ApiKeys keys;
    private final ObjectProvider<InstitutionNames> names;
    private final Clock clock;
    private final ZoneId zone;

    ServiceController(
            ApiKeys keys,
            ObjectProvider<InstitutionNames> names,
            Clock clock,
            @Value("${kuramori.zone:Asia/Tokyo}") ZoneId zone) {
        this.keys = keys;
        this.names = names;
        this.clock = clock;
        this.zone = zone;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("services", keys.services());

        return "identity/services";
    }

    @GetMapping("/new")
    String form(Model model) {
        return form(model, "", "", Map.of());
    }

    @StepUp.Needed
    @PostMapping
    Object create(
            Caller caller,
            @RequestParam String name,
            @RequestParam String purpose,
            HttpServletResponse response,
            Model model) {
        var errors = new LinkedHashMap<String, String>();
        if (name.isBlank() || name.strip().length() > NAME_LENGTH) {
            errors.put("name", "identity.service.name.error");
        }
        if (purpose.isBlank() || purpose.strip().length() > PURPOSE_LENGTH) {
            errors.put("purpose", "identity.service.purpose.error");
        }
        if (errors.isEmpty()) {
            var made = keys.create(caller, name.strip(), purpose.strip());
            if (made.isPresent()) {
                return "redirect:/administration/services/" + made.get();
            }
            errors.put("name", "identity.service.name.taken");
        }

        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(model, name, purpose, errors);
    }

    @GetMapping("/{id}")
    String one(Caller caller, @PathVariable UUID id, Model model) {
        return page(caller, id, model, KeyForm.empty(), Map.of());
    }

    @StepUp.Needed
    @PostMapping("/{id}/keys")
    String makeKey(
            Caller caller,
            @PathVariable UUID id,
            @ModelAttribute KeyForm form,
            HttpServletResponse response,
            Model model) {
        var errors = new LinkedHashMap<String, String>();
        var asked = form.asked(caller, clock, zone, errors);
        if (asked.isEmpty() || service(id).retiredAt() != null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(caller, id, model, form, errors);
        }

        var made = keys.make(caller, service(id), asked.get());
        // Shown once; not even the browser is to keep it.
        response.setHeader("Cache-Control", "no-store");
        model.addAttribute("service", service(id))
                .addAttribute("key", made.key())
                .addAttribute("text", made.text().text());
        return "identity/key-made";
    }

    @StepUp.Needed
    @PostMapping("/{id}/keys/{key}/revoke")
    String revoke(Caller caller, @PathVariable UUID id, @PathVariable UUID key) {
        if (!keys.revoke(caller, id, key)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return "redirect:/administration/services/" + id;
    }

    @StepUp.Needed
    @PostMapping("/{id}/retire")
    String retire(Caller caller, @PathVariable UUID id) {
        keys.retire(caller, service(id));

        return "redirect:/administration/services/" + id;
    }

    private ServiceAccount service(UUID id) {
        return keys.service(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String form(Model model, String name, String purpose, Map<String, String> errors) {
        model.addAttribute("name", name).addAttribute("purpose", purpose).addAttribute("errors", errors);
        return "identity/service-new";
    }

    private String page(Caller caller, UUID id, Model model, KeyForm form, Map<String, String> errors) {
        model.addAttribute("service", service(id))
                .addAttribute("keys", keys.keys(id))
                .addAttribute("form", form)
                .addAttribute("errors", errors)
                .addAttribute("roots", roots(caller))
                .addAttribute("permissions", List.of(ApiPermission.values()))
                .addAttribute("now", clock.instant());
        return "identity/service";
    }

    /// Institutions that the caller reaches, id to name.
    private Map<String, String> roots(Caller caller) {
        var roots = new LinkedHashMap<String, String>();
        var source = names.getIfAvailable();
        if (source != null) {
            source.of(caller).forEach((id, name) -> roots.put(id.value().toString(), name));
        }
        return roots;
    }
}
