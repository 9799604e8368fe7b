package io.kuramori.organization.web;

import io.kuramori.identity.Caller;
import io.kuramori.organization.Institution;
import io.kuramori.organization.internal.Appointments;
import io.kuramori.organization.internal.Committees;
import io.kuramori.organization.internal.Institutions;
import io.kuramori.organization.internal.People;
import io.kuramori.organization.internal.Structure;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The group as a tree, and one institution of it on a day.
@Controller
class OverviewController {

    private final Institutions institutions;
    private final Structure structure;
    private final Appointments appointments;
    private final People people;
    private final Committees committees;
    private final Clock clock;

    OverviewController(
            Institutions institutions,
            Structure structure,
            Appointments appointments,
            People people,
            Committees committees,
            Clock clock) {
        this.institutions = institutions;
        this.structure = structure;
        this.appointments = appointments;
        this.people = people;
        this.committees = committees;
        this.clock = clock;
    }

    @GetMapping("/organization")
    String overview(
            Caller caller,
            @RequestParam(defaultValue = "") String institution,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate on,
            Model model) {
        var all = institutions.all(caller).stream()
                .filter(each -> each.retiredOn() == null)
                .toList();
        var selected = all.stream()
                .filter(each -> institution.isEmpty() || each.code().equals(institution))
                .findFirst();
        model.addAttribute("view", selected.map(each -> view(caller, all, each, on)));
        return "organization/overview";
    }

    private Overview view(Caller caller, List<Institution> all, Institution selected, @Nullable LocalDate on) {
        var day = Optional.ofNullable(on).orElseGet(() -> LocalDate.now(clock.withZone(selected.zone())));
        var posts = structure.posts(caller, selected.id());
        Map<Object, String> postNames = new HashMap<>();
        posts.forEach(post -> postNames.put(post.id(), post.name()));
        Map<Object, String> personNames = new HashMap<>();
        people.all(caller).forEach(person -> personNames.put(person.id(), person.name()));
        return new Overview(
                all,
                selected,
                day,
                institutions.path(caller, selected.id()),
                structure.departments(caller, selected.id()),
                posts,
                appointments.holders(caller, selected.id(), day),
                appointments.planned(caller, selected.id(), day),
                postNames,
                personNames,
                committees.of(caller, selected.id()));
    }
}
