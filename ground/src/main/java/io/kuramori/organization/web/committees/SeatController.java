package io.kuramori.organization.web.committees;

import io.kuramori.identity.Allows;
import io.kuramori.identity.Caller;
import io.kuramori.identity.Right;
import io.kuramori.organization.Committee;
import io.kuramori.organization.Committee.Member;
import io.kuramori.organization.CommitteeId;
import io.kuramori.organization.PostId;
import io.kuramori.organization.internal.Committees;
import io.kuramori.organization.internal.Structure;
import io.kuramori.organization.web.form.Answer;
import io.kuramori.organization.web.form.Choice;
import io.kuramori.organization.web.form.Field;
import io.kuramori.organization.web.form.Form;
import io.kuramori.organization.web.form.Input;
import io.kuramori.organization.web.form.PostChoices;
import io.kuramori.organization.web.form.Values;
import io.kuramori.organization.web.frame.Places;
import io.kuramori.organization.web.frame.Section;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Seats of committees: a post sits there from a day on, until another day.
@Controller
@Allows(Right.CHANGE_ORGANIZATION)
class SeatController {

    private final Places places;
    private final Committees committees;
    private final Structure structure;
    private final PostChoices posts;
    private final CommitteePages pages;

    SeatController(Places places, Committees committees, Structure structure, PostChoices posts, CommitteePages pages) {
        this.places = places;
        this.committees = committees;
        this.structure = structure;
        this.posts = posts;
        this.pages = pages;
    }

    @GetMapping("/organization/committees/{id}/seats/new")
    String blank(Caller caller, @PathVariable UUID id, Model model) {
        var committee = committee(caller, new CommitteeId(id));
        var form = form(caller, committee, null);
        var values = Values.version(0)
                .with("role", Member.Role.MEMBER)
                .with("from", form.place().today());
        return Answer.show(model, form, values.all());
    }

    @PostMapping("/organization/committees/{id}/seats")
    String add(Caller caller, @PathVariable UUID id, @RequestParam Map<String, String> typed, Model model) {
        var committee = committee(caller, new CommitteeId(id));
        return Answer.to(
                model,
                form(caller, committee, null),
                typed,
                () -> add(caller, committee, new Input(typed)),
                () -> Map.of("version", "0"));
    }

    @GetMapping("/organization/seats/{id}/edit")
    String edit(Caller caller, @PathVariable UUID id, Model model) {
        var member = stored(caller, id);
        return Answer.show(model, form(caller, committee(caller, member.committee()), member), values(member));
    }

    @PostMapping("/organization/seats/{id}")
    String change(Caller caller, @PathVariable UUID id, @RequestParam Map<String, String> typed, Model model) {
        var before = stored(caller, id);
        return Answer.to(
                model,
                form(caller, committee(caller, before.committee()), before),
                typed,
                () -> {
                    var input = new Input(typed);
                    var next = with(before, input, before.retiredOn());
                    return save(caller, input, "organization.seat.edit", next);
                },
                () -> values(stored(caller, id)));
    }

    /// Takes a seat away as if it had never been given; to end one, its last day is set.
    @PostMapping("/organization/seats/{id}/remove")
    String remove(Caller caller, @PathVariable UUID id, @RequestParam int version, Model model) {
        var before = stored(caller, id);
        var committee = committee(caller, before.committee());
        var today = places.of(caller, committee.institution()).today();
        var complaints = Answer.attempt(() -> committees.save(
                caller,
                "organization.seat.remove",
                member(before, version, before.role(), before.from(), before.to(), today)));
        if (complaints.isEmpty()) {
            return back(committee.id());
        }
        model.addAttribute("view", pages.of(caller, committee, null, complaints));
        return "organization/committee";
    }

    private String add(Caller caller, Committee committee, Input input) {
        var post = new PostId(input.requiredId("post"));
        var found = structure.post(caller, post);
        if (!input.text("post").isEmpty() && (found.isEmpty() || found.get().retiredOn() != null)) {
            input.complain("post", "organization.error.choice");
        }
        var member = new Member(
                committees.newId(),
                committee.institution(),
                0,
                committee.id(),
                post,
                input.choice("role", Member.Role.values()),
                input.requiredDate("from"),
                input.date("to"),
                null);
        return save(caller, input, "organization.seat.new", member);
    }

    private String save(Caller caller, Input input, String act, Member member) {
        var reason = input.reason(act);
        input.raise();
        committees.save(caller, reason, member);
        return back(member.committee());
    }

    private static Member with(Member before, Input input, @Nullable LocalDate retired) {
        return member(
                before,
                input.version(),
                input.choice("role", Member.Role.values()),
                input.requiredDate("from"),
                input.date("to"),
                retired);
    }

    private static Member member(
            Member before,
            int version,
            Member.Role role,
            LocalDate from,
            @Nullable LocalDate to,
            @Nullable LocalDate retired) {
        return new Member(
                before.id(), before.institution(), version, before.committee(), before.post(), role, from, to, retired);
    }

    private Form form(Caller caller, Committee committee, @Nullable Member member) {
        var place = places.of(caller, committee.institution());
        var fields = new ArrayList<Field>();
        if (member == null) {
            fields.add(Field.select("post", "organization.post", posts.of(caller, place))
                    .mandatory());
        }
        fields.add(Field.select("role", "organization.role", Choice.of(Member.Role.values(), "organization.role."))
                .mandatory());
        fields.add(Field.date("from", "organization.seat.from").mandatory());
        fields.add(Field.date("to", "organization.seat.to").hinting("organization.seat.to.hint"));
        var page = "/organization/committees/" + committee.id().value();
        return new Form(
                place,
                Section.COMMITTEES,
                member == null ? "organization.seat.new" : "organization.seat.edit",
                committee.name(),
                member == null ? page + "/seats" : "/organization/seats/" + member.id(),
                page,
                fields);
    }

    private static Map<String, String> values(Member member) {
        return Values.version(member.version())
                .with("role", member.role())
                .with("from", member.from())
                .with("to", member.to())
                .all();
    }

    private Member stored(Caller caller, UUID id) {
        return committees
                .member(caller, id)
                .filter(member -> member.retiredOn() == null)
                .orElseThrow(Places::notFound);
    }

    private Committee committee(Caller caller, CommitteeId id) {
        return committees.find(caller, id).orElseThrow(Places::notFound);
    }

    private static String back(CommitteeId id) {
        return "redirect:/organization/committees/" + id.value();
    }
}
