package io.kuramori.organization.web.committees;

import io.kuramori.identity.Allows;
import io.kuramori.identity.Caller;
import io.kuramori.identity.Right;
import io.kuramori.organization.Committee;
import io.kuramori.organization.Committee.Meeting;
import io.kuramori.organization.CommitteeId;
import io.kuramori.organization.internal.Committees;
import io.kuramori.organization.web.form.Answer;
import io.kuramori.organization.web.form.Field;
import io.kuramori.organization.web.form.Form;
import io.kuramori.organization.web.form.Input;
import io.kuramori.organization.web.form.Values;
import io.kuramori.organization.web.frame.Places;
import io.kuramori.organization.web.frame.Section;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The calendar of a committee: meetings are added, moved and called off.
@Controller
@Allows(Right.CHANGE_ORGANIZATION)
class MeetingController {

    private final Places places;
    private final Committees committees;
    private final CommitteePages pages;

    MeetingController(Places places, Committees committees, CommitteePages pages) {
        this.places = places;
        this.committees = committees;
        this.pages = pages;
    }

    @GetMapping("/organization/committees/{id}/meetings/new")
    String blank(Caller caller, @PathVariable UUID id, Model model) {
        var form = form(caller, committee(caller, new CommitteeId(id)), null);
        return Answer.show(model, form, Values.version(0).all());
    }

    @PostMapping("/organization/committees/{id}/meetings")
    String add(Caller caller, @PathVariable UUID id, @RequestParam Map<String, String> typed, Model model) {
        var committee = committee(caller, new CommitteeId(id));
        return Answer.to(
                model,
                form(caller, committee, null),
                typed,
                () -> {
                    var input = new Input(typed);
                    var day = input.requiredDate("heldOn");
                    var meeting = new Meeting(
                            committees.newId(),
                            committee.institution(),
                            0,
                            committee.id(),
                            day,
                            input.optional("subject"),
                            null);
                    return save(caller, input, "organization.meeting.new", meeting);
                },
                () -> Map.of("version", "0"));
    }

    @GetMapping("/organization/meetings/{id}/edit")
    String edit(Caller caller, @PathVariable UUID id, Model model) {
        var meeting = stored(caller, id);
        return Answer.show(model, form(caller, committee(caller, meeting.committee()), meeting), values(meeting));
    }

    @PostMapping("/organization/meetings/{id}")
    String move(Caller caller, @PathVariable UUID id, @RequestParam Map<String, String> typed, Model model) {
        var before = stored(caller, id);
        return Answer.to(
                model,
                form(caller, committee(caller, before.committee()), before),
                typed,
                () -> {
                    var input = new Input(typed);
                    var day = input.requiredDate("heldOn");
                    var next = meeting(before, input.version(), day, input.optional("subject"), null);
                    return save(caller, input, "organization.meeting.edit", next);
                },
                () -> values(stored(caller, id)));
    }

    @PostMapping("/organization/meetings/{id}/cancel")
    String cancel(Caller caller, @PathVariable UUID id, @RequestParam int version, Model model) {
        var before = stored(caller, id);
        var committee = committee(caller, before.committee());
        var today = places.of(caller, committee.institution()).today();
        var complaints = Answer.attempt(() -> committees.save(
                caller,
                "organization.meeting.cancel",
                meeting(before, version, before.heldOn(), before.subject(), today)));
        if (complaints.isEmpty()) {
            return back(committee.id());
        }
        model.addAttribute("view", pages.of(caller, committee, null, complaints));
        return "organization/committee";
    }

    private String save(Caller caller, Input input, String act, Meeting meeting) {
        var reason = input.reason(act);
        input.raise();
        committees.save(caller, reason, meeting);
        return back(meeting.committee());
    }

    private static Meeting meeting(
            Meeting before, int version, LocalDate day, @Nullable String subject, @Nullable LocalDate calledOff) {
        return new Meeting(before.id(), before.institution(), version, before.committee(), day, subject, calledOff);
    }

    private Form form(Caller caller, Committee committee, @Nullable Meeting meeting) {
        var page = "/organization/committees/" + committee.id().value();
        return new Form(
                places.of(caller, committee.institution()),
                Section.COMMITTEES,
                meeting == null ? "organization.meeting.new" : "organization.meeting.edit",
                committee.name(),
                meeting == null ? page + "/meetings" : "/organization/meetings/" + meeting.id(),
                page,
                List.of(
                        Field.date("heldOn", "organization.meeting.held-on").mandatory(),
                        Field.text("subject", "organization.meeting.subject")));
    }

    private static Map<String, String> values(Meeting meeting) {
        return Values.version(meeting.version())
                .with("heldOn", meeting.heldOn())
                .with("subject", meeting.subject())
                .all();
    }

    private Meeting stored(Caller caller, UUID id) {
        return committees
                .meeting(caller, id)
                .filter(meeting -> meeting.retiredOn() == null)
                .orElseThrow(Places::notFound);
    }

    private Committee committee(Caller caller, CommitteeId id) {
        return committees.find(caller, id).orElseThrow(Places::notFound);
    }

    private static String back(CommitteeId id) {
        return "redirect:/organization/committees/" + id.value();
    }
}
