package io.kuramori.approval.web;

import io.kuramori.approval.requests.Agenda;
import io.kuramori.approval.requests.AgendaItem;
import io.kuramori.approval.requests.Decisions.Answer;
import io.kuramori.approval.requests.Request;
import io.kuramori.approval.requests.Sheets;
import io.kuramori.approval.rules.Choice;
import io.kuramori.identity.Allows;
import io.kuramori.identity.Caller;
import io.kuramori.identity.Right;
import io.kuramori.organization.Committee;
import io.kuramori.organization.Organization;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Several requests as one agenda item of a committee's meeting.
@Controller
@Allows(Right.READ_APPROVALS)
class AgendaController {

    private final Agenda agenda;
    private final Sheets sheets;
    private final Organization organization;
    private final Places places;

    AgendaController(Agenda agenda, Sheets sheets, Organization organization, Places places) {
        this.agenda = agenda;
        this.sheets = sheets;
        this.organization = organization;
        this.places = places;
    }

    /// What a member says to the whole item; the button's value.
    enum Act {
        APPROVE,
        REFUSE,
        ABSTAIN,
        CLOSE
    }

    @GetMapping("/approvals/agenda")
    String list(Caller caller, Model model) {
        var place = places.find(caller, "");
        if (place.isEmpty()) {
            return "approval/nothing";
        }
        model.addAttribute(
                "view",
                new AgendaPages.Listing(
                        agenda.all(caller), place.get().bodies(), place.get().today()));
        return "approval/agenda";
    }

    @Allows(Right.TAKE_PART)
    @GetMapping("/approvals/agenda/new")
    String blank(
            Caller caller,
            @RequestParam(defaultValue = "") String institution,
            @RequestParam(required = false) Optional<UUID> committee,
            Model model) {
        return make(caller, institution, committee, model, Filled.EMPTY);
    }

    @Allows(Right.TAKE_PART)
    @PostMapping("/approvals/agenda")
    String create(
            Caller caller,
            @RequestParam String institution,
            @RequestParam UUID committee,
            @RequestParam(name = "request", defaultValue = "") List<UUID> chosen,
            @RequestParam Map<String, String> typed,
            Model model) {
        var place = places.find(caller, institution).orElseThrow(Places::notFound);
        var body = committees(caller, place).stream()
                .filter(each -> each.id().value().equals(committee))
                .findFirst()
                .orElseThrow(Places::notFound);
        var made = new UUID[1];
        return Filled.attempt(typed, () -> {
                    var input = new Typed(typed);
                    var title = input.requiredLine("title");
                    var heldOn = input.day("heldOn");
                    input.raise();
                    made[0] = agenda.create(caller, place.institution().id(), body.id(), heldOn, title, chosen);
                })
                .map(filled -> make(caller, institution, Optional.of(committee), model, filled))
                .orElseGet(() -> "redirect:/approvals/agenda/" + made[0]);
    }

    @GetMapping("/approvals/agenda/{id}")
    String item(Caller caller, @PathVariable UUID id, Model model) {
        return show(caller, stored(caller, id), model, Filled.EMPTY);
    }

    @Allows(Right.TAKE_PART)
    @PostMapping("/approvals/agenda/{id}/decide")
    String decide(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam Act act,
            @RequestParam Map<String, String> typed,
            Model model) {
        var item = stored(caller, id);
        var hashes = new HashMap<UUID, String>();
        agenda.requests(caller, id)
                .forEach(request -> hashes.put(request.id(), typed.getOrDefault("hash-" + request.id(), "")));
        var input = new Typed(typed);
        var answer = Answer.plain("", input.textOrNull("comment"));
        var left = switch (act) {
            case APPROVE -> agenda.vote(caller, id, Choice.APPROVE, hashes, answer);
            case REFUSE -> agenda.vote(caller, id, Choice.REFUSE, hashes, answer);
            case ABSTAIN -> agenda.vote(caller, id, Choice.ABSTAIN, hashes, answer);
            case CLOSE -> agenda.close(caller, id, hashes, answer);
        };
        return left.isEmpty() ? "redirect:/approvals/agenda/" + id : show(caller, item, model, new Filled(typed, left));
    }

    private String make(Caller caller, String institution, Optional<UUID> committee, Model model, Filled filled) {
        var found = places.find(caller, institution);
        if (found.isEmpty()) {
            return "approval/nothing";
        }
        var place = found.get();
        var committees = committees(caller, place);
        var chosen = committee.flatMap(id ->
                committees.stream().filter(each -> each.id().value().equals(id)).findFirst());
        model.addAttribute(
                "view",
                new AgendaPages.Making(
                        place.institution(),
                        place.institutions(),
                        committees,
                        chosen,
                        chosen.map(each -> candidates(caller, place, each)).orElse(List.of()),
                        chosen.flatMap(
                                each -> places.read(caller, () -> organization.nextMeeting(each.id(), place.today()))),
                        filled));
        return "approval/agenda-new";
    }

    private List<Request> candidates(Caller caller, Places.Place place, Committee committee) {
        return agenda.candidates(caller, committee.id()).stream()
                .filter(request ->
                        request.institution().equals(place.institution().id()))
                .toList();
    }

    private List<Committee> committees(Caller caller, Places.Place place) {
        return places.read(
                caller,
                () -> place.institutions().stream()
                        .flatMap(each -> organization.committeesOf(each.id()).stream())
                        .toList());
    }

    private String show(Caller caller, AgendaItem item, Model model, Filled filled) {
        var place = places.of(caller, item.institution());
        model.addAttribute(
                "view",
                new AgendaPages.Item(
                        item,
                        place.bodies().getOrDefault(item.committee().value(), ""),
                        place.today(),
                        agenda.requests(caller, item.id()).stream()
                                .flatMap(request -> sheets.find(caller, request.id()).stream())
                                .toList(),
                        filled));
        return "approval/agenda-item";
    }

    private AgendaItem stored(Caller caller, UUID id) {
        return agenda.find(caller, id).orElseThrow(Places::notFound);
    }
}
