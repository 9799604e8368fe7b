package io.kuramori.organization.web.structure;

import io.kuramori.identity.Allows;
import io.kuramori.identity.Caller;
import io.kuramori.identity.Right;
import io.kuramori.organization.DepartmentId;
import io.kuramori.organization.Invalid.Complaint;
import io.kuramori.organization.Level;
import io.kuramori.organization.Post;
import io.kuramori.organization.PostId;
import io.kuramori.organization.Trails;
import io.kuramori.organization.internal.Appointments;
import io.kuramori.organization.internal.Structure;
import io.kuramori.organization.internal.Transfers;
import io.kuramori.organization.web.form.Answer;
import io.kuramori.organization.web.form.Choice;
import io.kuramori.organization.web.form.Field;
import io.kuramori.organization.web.form.Form;
import io.kuramori.organization.web.form.Input;
import io.kuramori.organization.web.form.Values;
import io.kuramori.organization.web.frame.Place;
import io.kuramori.organization.web.frame.Places;
import io.kuramori.organization.web.frame.Section;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A post: its page with holders of all times and what it holds, its form, its retirement.
@Controller
class PostController {

    private final Places places;
    private final Structure structure;
    private final Appointments appointments;
    private final Transfers transfers;
    private final Trails trails;

    PostController(Places places, Structure structure, Appointments appointments, Transfers transfers, Trails trails) {
        this.places = places;
        this.structure = structure;
        this.appointments = appointments;
        this.transfers = transfers;
        this.trails = trails;
    }

    @Allows(Right.READ_ORGANIZATION)
    @GetMapping("/organization/posts/{id}")
    String page(Caller caller, @PathVariable UUID id, Model model) {
        return page(caller, stored(caller, id), List.of(), model);
    }

    @Allows(Right.CHANGE_ORGANIZATION)
    @GetMapping("/organization/posts/new")
    String blank(
            Caller caller,
            @RequestParam(defaultValue = "") String institution,
            @RequestParam(defaultValue = "") String department,
            Model model) {
        var form = form(caller, places.of(caller, institution), null);
        var values = Values.version(0).with("department", department).with("level", Level.WORKING);
        return Answer.show(model, form, values.all());
    }

    @Allows(Right.CHANGE_ORGANIZATION)
    @GetMapping("/organization/posts/{id}/edit")
    String edit(Caller caller, @PathVariable UUID id, Model model) {
        var post = stored(caller, id);
        return Answer.show(model, form(caller, places.of(caller, post.institution()), post), values(post));
    }

    @Allows(Right.CHANGE_ORGANIZATION)
    @PostMapping("/organization/posts")
    String add(
            Caller caller,
            @RequestParam(defaultValue = "") String institution,
            @RequestParam Map<String, String> typed,
            Model model) {
        var place = places.of(caller, institution);
        return Answer.to(
                model,
                form(caller, place, null),
                typed,
                () -> save(caller, place, new Input(typed), null),
                () -> Map.of("version", "0"));
    }

    @Allows(Right.CHANGE_ORGANIZATION)
    @PostMapping("/organization/posts/{id}")
    String change(Caller caller, @PathVariable UUID id, @RequestParam Map<String, String> typed, Model model) {
        var before = stored(caller, id);
        var place = places.of(caller, before.institution());
        return Answer.to(
                model,
                form(caller, place, before),
                typed,
                () -> save(caller, place, new Input(typed), before),
                () -> values(stored(caller, id)));
    }

    @Allows(Right.CHANGE_ORGANIZATION)
    @PostMapping("/organization/posts/{id}/retire")
    String retire(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam boolean retired,
            @RequestParam Map<String, String> typed,
            Model model) {
        var post = stored(caller, id);
        var today = places.of(caller, post.institution()).today();
        var input = new Input(typed);
        var reason = input.reason(retired ? "organization.act.retire" : "organization.act.revive");
        var complaints = Answer.attempt(() -> {
            input.raise();
            structure.retire(caller, reason, post.id(), version, retired ? today : null);
        });
        return complaints.isEmpty() ? back(post.id()) : page(caller, stored(caller, id), complaints, model);
    }

    private String save(Caller caller, Place place, Input input, @Nullable Post before) {
        var department = input.id("department");
        var post = new Post(
                before == null ? structure.newPostId() : before.id(),
                place.id(),
                before == null ? 0 : input.version(),
                input.required("code"),
                department == null ? null : new DepartmentId(department),
                input.required("name"),
                input.optional("reading"),
                input.choice("level", Level.values()),
                before == null ? null : before.confirmedOn(),
                before == null ? null : before.retiredOn());
        var reason = input.reason(before == null ? "organization.post.new" : "organization.post.edit");
        input.raise();
        structure.save(caller, reason, post);
        return back(post.id());
    }

    private String page(Caller caller, Post post, List<Complaint> complaints, Model model) {
        var department = Optional.ofNullable(post.department()).flatMap(id -> structure.department(caller, id));
        model.addAttribute(
                "view",
                new PostView(
                        places.of(caller, post.institution()),
                        post,
                        department,
                        appointments.everOf(caller, post.id()),
                        transfers.holds(caller, post.id()),
                        trails.of(caller, "post", post.id().value()),
                        complaints));
        return "organization/post";
    }

    private Form form(Caller caller, Place place, @Nullable Post post) {
        var departments = Choice.of(
                Choice.none("organization.post.above-departments"),
                structure.departments(caller, place.id()),
                each -> each.id().value(),
                each -> each.code() + " " + each.name());
        var page = post == null ? "" : "/organization/posts/" + post.id().value();
        return new Form(
                place,
                Section.POSTS,
                post == null ? "organization.post.new" : "organization.post.edit",
                post == null ? "" : post.name(),
                post == null ? place.href(Section.POSTS).replace("/organization?", "/organization/posts?") : page,
                post == null ? place.href(Section.POSTS) : page,
                List.of(
                        Field.text("code", "organization.code").mandatory(),
                        Field.text("name", "organization.post.name").mandatory(),
                        Field.text("reading", "organization.reading").hinting("organization.reading.hint"),
                        Field.select("department", "organization.department", departments),
                        Field.select("level", "organization.level", Choice.of(Level.values(), "organization.level."))
                                .mandatory()
                                .hinting("organization.level.hint")));
    }

    private static Map<String, String> values(Post post) {
        var department = post.department();
        return Values.version(post.version())
                .with("code", post.code())
                .with("name", post.name())
                .with("reading", post.reading())
                .with("department", department == null ? null : department.value())
                .with("level", post.level())
                .all();
    }

    private Post stored(Caller caller, UUID id) {
        return structure.post(caller, new PostId(id)).orElseThrow(Places::notFound);
    }

    private static String back(PostId id) {
        return "redirect:/organization/posts/" + id.value();
    }
}
