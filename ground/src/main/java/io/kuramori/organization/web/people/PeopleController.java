package io.kuramori.organization.web.people;

import io.kuramori.identity.Allows;
import io.kuramori.identity.Caller;
import io.kuramori.identity.Right;
import io.kuramori.organization.PersonId;
import io.kuramori.organization.PostId;
import io.kuramori.organization.internal.Appointments;
import io.kuramori.organization.internal.People;
import io.kuramori.organization.internal.Structure;
import io.kuramori.organization.web.frame.Places;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The people of an institution, page by page, found by any part of name, reading or number.
@Controller
@Allows(Right.READ_ORGANIZATION)
class PeopleController {

    private static final int PAGE = 50;

    private final Places places;
    private final People people;
    private final Structure structure;
    private final Appointments appointments;

    PeopleController(Places places, People people, Structure structure, Appointments appointments) {
        this.places = places;
        this.people = people;
        this.structure = structure;
        this.appointments = appointments;
    }

    @GetMapping("/organization/people")
    String list(
            Caller caller,
            @RequestParam(defaultValue = "") String institution,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "false") boolean retired,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(required = false) @Nullable UUID post,
            Model model) {
        var place = places.of(caller, institution);
        var last = Optional.ofNullable(after).flatMap(id -> people.find(caller, new PersonId(id)));
        var words = q.strip();
        var found = people.page(caller, place.id(), words, retired, last, PAGE + 1);
        var appointing = Optional.ofNullable(post).flatMap(id -> structure.post(caller, new PostId(id)));
        model.addAttribute(
                "view",
                new PeopleView(
                        place,
                        words,
                        retired,
                        found.subList(0, Math.min(PAGE, found.size())),
                        appointments.holders(caller, place.id(), place.today()),
                        structure.posts(caller, place.id()),
                        appointing,
                        last.isEmpty(),
                        found.size() > PAGE));
        return "organization/people";
    }
}
