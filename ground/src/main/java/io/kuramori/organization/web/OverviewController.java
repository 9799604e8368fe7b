package io.kuramori.organization.web;

import io.kuramori.identity.Allows;
import io.kuramori.identity.Caller;
import io.kuramori.identity.Right;
import io.kuramori.organization.internal.Appointments;
import io.kuramori.organization.internal.Structure;
import io.kuramori.organization.web.frame.Place;
import io.kuramori.organization.web.frame.Places;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// One institution of the group on a day: its posts and who holds them.
@Controller
@Allows(Right.READ_ORGANIZATION)
class OverviewController {

    private final Places places;
    private final Structure structure;
    private final Appointments appointments;

    OverviewController(Places places, Structure structure, Appointments appointments) {
        this.places = places;
        this.structure = structure;
        this.appointments = appointments;
    }

    @GetMapping("/organization")
    String overview(
            Caller caller,
            @RequestParam(defaultValue = "") String institution,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate on,
            Model model) {
        model.addAttribute("view", places.find(caller, institution).map(place -> view(caller, place, on)));
        return "organization/overview";
    }

    private Overview view(Caller caller, Place place, @Nullable LocalDate on) {
        var day = Objects.requireNonNullElse(on, place.today());
        var retired = structure.allPosts(caller).stream()
                .filter(post -> post.institution().equals(place.id()) && post.retiredOn() != null)
                .toList();
        return new Overview(
                place,
                day,
                structure.departments(caller, place.id()),
                structure.posts(caller, place.id()),
                retired,
                appointments.holders(caller, place.id(), day),
                appointments.planned(caller, place.id(), day),
                appointments.plannedNames(caller, place.id(), day));
    }
}
