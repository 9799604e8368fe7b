package io.kuramori.organization.web.structure;

import io.kuramori.identity.Allows;
import io.kuramori.identity.Caller;
import io.kuramori.identity.Right;
import io.kuramori.organization.Department;
import io.kuramori.organization.DepartmentId;
import io.kuramori.organization.Invalid.Complaint;
import io.kuramori.organization.Trails;
import io.kuramori.organization.internal.Structure;
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

/// The departments of an institution: list, page, form, retirement.
@Controller
class DepartmentController {

    private final Places places;
    private final Structure structure;
    private final Trails trails;

    DepartmentController(Places places, Structure structure, Trails trails) {
        this.places = places;
        this.structure = structure;
        this.trails = trails;
    }

    @Allows(Right.READ_ORGANIZATION)
    @GetMapping("/organization/departments")
    String list(Caller caller, @RequestParam(defaultValue = "") String institution, Model model) {
        var place = places.of(caller, institution);
        var tree = DepartmentTree.of(structure.departments(caller, place.id()));
        var retired = structure.allDepartments(caller).stream()
                .filter(each -> each.institution().equals(place.id()) && each.retiredOn() != null)
                .toList();
        model.addAttribute(
                "view", new DepartmentPages.Listing(place, tree, retired, structure.posts(caller, place.id())));
        return "organization/departments";
    }

    @Allows(Right.READ_ORGANIZATION)
    @GetMapping("/organization/departments/{id}")
    String page(Caller caller, @PathVariable UUID id, Model model) {
        return page(caller, stored(caller, id), List.of(), model);
    }

    @Allows(Right.CHANGE_ORGANIZATION)
    @GetMapping("/organization/departments/new")
    String blank(
            Caller caller,
            @RequestParam(defaultValue = "") String institution,
            @RequestParam(defaultValue = "") String parent,
            Model model) {
        var form = form(caller, places.of(caller, institution), null);
        return Answer.show(model, form, Values.version(0).with("parent", parent).all());
    }

    @Allows(Right.CHANGE_ORGANIZATION)
    @GetMapping("/organization/departments/{id}/edit")
    String edit(Caller caller, @PathVariable UUID id, Model model) {
        var department = stored(caller, id);
        return Answer.show(
                model, form(caller, places.of(caller, department.institution()), department), values(department));
    }

    @Allows(Right.CHANGE_ORGANIZATION)
    @PostMapping("/organization/departments")
    String add(
            Caller caller,
            @RequestParam(defaultValue = "") String institution,
            @RequestParam Map<String, String> typed,
            Model model) {
        var place = places.of(caller, institution);
        var form = form(caller, place, null);
        return Answer.to(
                model, form, typed, () -> save(caller, place, new Input(typed), null), () -> Map.of("version", "0"));
    }

    @Allows(Right.CHANGE_ORGANIZATION)
    @PostMapping("/organization/departments/{id}")
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
    @PostMapping("/organization/departments/{id}/retire")
    String retire(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam boolean retired,
            @RequestParam Map<String, String> typed,
            Model model) {
        var department = stored(caller, id);
        var today = places.of(caller, department.institution()).today();
        var input = new Input(typed);
        var reason = input.reason(retired ? "organization.act.retire" : "organization.act.revive");
        var complaints = Answer.attempt(() -> {
            input.raise();
            structure.retire(caller, reason, department.id(), version, retired ? today : null);
        });
        return complaints.isEmpty() ? back(department.id()) : page(caller, stored(caller, id), complaints, model);
    }

    private String save(Caller caller, Place place, Input input, @Nullable Department before) {
        var parent = input.id("parent");
        var department = new Department(
                before == null ? structure.newDepartmentId() : before.id(),
                place.id(),
                before == null ? 0 : input.version(),
                input.required("code"),
                parent == null ? null : new DepartmentId(parent),
                input.required("name"),
                input.optional("reading"),
                before == null ? null : before.confirmedOn(),
                before == null ? null : before.retiredOn());
        var reason = input.reason(before == null ? "organization.department.new" : "organization.department.edit");
        input.raise();
        structure.save(caller, reason, department);
        return back(department.id());
    }

    private String page(Caller caller, Department department, List<Complaint> complaints, Model model) {
        var place = places.of(caller, department.institution());
        var parent = Optional.ofNullable(department.parent()).flatMap(id -> structure.department(caller, id));
        var below = structure.departments(caller, place.id()).stream()
                .filter(each -> department.id().equals(each.parent()))
                .toList();
        var posts = structure.posts(caller, place.id()).stream()
                .filter(each -> department.id().equals(each.department()))
                .toList();
        var trail = trails.of(caller, "department", department.id().value());
        model.addAttribute(
                "view", new DepartmentPages.Sheet(place, department, parent, below, posts, trail, complaints));
        return "organization/department";
    }

    private Form form(Caller caller, Place place, @Nullable Department department) {
        var others = structure.departments(caller, place.id()).stream()
                .filter(each -> department == null || !each.id().equals(department.id()))
                .toList();
        var parents = Choice.of(
                Choice.none("organization.department.top"),
                others,
                each -> each.id().value(),
                each -> each.code() + " " + each.name());
        var path = department == null
                ? place.href(Section.DEPARTMENTS)
                : "/organization/departments/" + department.id().value();
        return new Form(
                place,
                Section.DEPARTMENTS,
                department == null ? "organization.department.new" : "organization.department.edit",
                department == null ? "" : department.name(),
                path,
                path,
                List.of(
                        Field.text("code", "organization.code").mandatory(),
                        Field.text("name", "organization.department.name").mandatory(),
                        Field.text("reading", "organization.reading").hinting("organization.reading.hint"),
                        Field.select("parent", "organization.department.parent", parents)));
    }

    private static Map<String, String> values(Department department) {
        var parent = department.parent();
        return Values.version(department.version())
                .with("code", department.code())
                .with("name", department.name())
                .with("reading", department.reading())
                .with("parent", parent == null ? null : parent.value())
                .all();
    }

    private Department stored(Caller caller, UUID id) {
        return structure.department(caller, new DepartmentId(id)).orElseThrow(Places::notFound);
    }

    private static String back(DepartmentId id) {
        return "redirect:/organization/departments/" + id.value();
    }
}
