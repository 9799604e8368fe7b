package io.kuramori.organization.web;

import io.kuramori.identity.Allows;
import io.kuramori.identity.Caller;
import io.kuramori.identity.Right;
import io.kuramori.organization.internal.StoredTrails;
import io.kuramori.organization.web.frame.Places;
import io.kuramori.organization.web.frame.Section;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// The whole history of any record of the organization.
@Controller
@Allows(Right.READ_ORGANIZATION)
class HistoryController {

    private final Places places;
    private final StoredTrails trails;

    HistoryController(Places places, StoredTrails trails) {
        this.places = places;
        this.trails = trails;
    }

    @GetMapping("/organization/history/{kind}/{id}")
    String history(
            Caller caller,
            @PathVariable String kind,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String institution,
            Model model) {
        if (!trails.knows(kind)) {
            throw Places.notFound();
        }
        var trail = trails.of(caller, kind, id);
        if (trail.changes().isEmpty()) {
            throw Places.notFound();
        }
        model.addAttribute("place", places.of(caller, institution));
        model.addAttribute("section", section(kind));
        model.addAttribute("kind", kind);
        model.addAttribute("trail", trail);
        return "organization/history";
    }

    private static Section section(String kind) {
        return switch (kind) {
            case "institution" -> Section.INSTITUTIONS;
            case "special-day" -> Section.CALENDAR;
            case "parameter" -> Section.PARAMETERS;
            case "department" -> Section.DEPARTMENTS;
            case "person", "appointment" -> Section.PEOPLE;
            case "committee", "committee-member", "committee-meeting" -> Section.COMMITTEES;
            case "authority-table", "authority-rule" -> Section.AUTHORITY;
            default -> Section.POSTS;
        };
    }
}
