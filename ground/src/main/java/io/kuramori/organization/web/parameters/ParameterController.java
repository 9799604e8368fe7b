package io.kuramori.organization.web.parameters;

import io.kuramori.identity.Allows;
import io.kuramori.identity.Caller;
import io.kuramori.identity.Right;
import io.kuramori.organization.Invalid.Complaint;
import io.kuramori.organization.internal.Setting;
import io.kuramori.organization.internal.Settings;
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
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The numbers of an institution: what is in force, since when, by which article and decision.
@Controller
class ParameterController {

    private final Places places;
    private final Settings settings;

    ParameterController(Places places, Settings settings) {
        this.places = places;
        this.settings = settings;
    }

    @Allows(Right.READ_ORGANIZATION)
    @GetMapping("/organization/parameters")
    String list(Caller caller, @RequestParam(defaultValue = "") String institution, Model model) {
        return show(caller, places.of(caller, institution), List.of(), model);
    }

    @Allows(Right.CHANGE_ORGANIZATION)
    @GetMapping("/organization/parameters/new")
    String blank(
            Caller caller,
            @RequestParam(defaultValue = "") String institution,
            @RequestParam(defaultValue = "") String parameter,
            Model model) {
        var place = places.of(caller, institution);
        var values = Values.version(0).with("parameter", parameter).with("from", place.today());
        return Answer.show(model, form(place), values.all());
    }

    @Allows(Right.CHANGE_ORGANIZATION)
    @PostMapping("/organization/parameters")
    String set(
            Caller caller,
            @RequestParam(defaultValue = "") String institution,
            @RequestParam Map<String, String> typed,
            Model model) {
        var place = places.of(caller, institution);
        return Answer.to(
                model,
                form(place),
                typed,
                () -> {
                    var input = new Input(typed);
                    var name = input.required("parameter");
                    var amount = input.number("amount");
                    var from = input.requiredDate("from");
                    var article = input.required("article");
                    var decision = input.required("decision");
                    if (amount == null) {
                        input.complain("amount", "organization.error.required");
                    }
                    var reason = input.reason("organization.parameter.new");
                    input.raise();
                    settings.set(
                            caller,
                            reason,
                            new Setting(
                                    settings.newId(),
                                    place.id(),
                                    0,
                                    name,
                                    amount == null ? 0 : amount,
                                    from,
                                    article,
                                    decision,
                                    null));
                    return "redirect:" + place.href(Section.PARAMETERS);
                },
                () -> Map.of("version", "0"));
    }

    @Allows(Right.CHANGE_ORGANIZATION)
    @PostMapping("/organization/parameters/{id}/remove")
    String remove(Caller caller, @PathVariable UUID id, @RequestParam int version, Model model) {
        var setting = settings.find(caller, id)
                .filter(each -> each.retiredOn() == null)
                .orElseThrow(Places::notFound);
        var place = places.of(caller, setting.institution());
        var complaints = Answer.attempt(
                () -> settings.remove(caller, "organization.parameter.remove", setting, version, place.today()));
        return complaints.isEmpty()
                ? "redirect:" + place.href(Section.PARAMETERS)
                : show(caller, place, complaints, model);
    }

    private String show(Caller caller, Place place, List<Complaint> complaints, Model model) {
        model.addAttribute(
                "view", ParametersView.of(place, settings.declared(), settings.of(caller, place.id()), complaints));
        return "organization/parameters";
    }

    private Form form(Place place) {
        var path = place.href(Section.PARAMETERS);
        var choices = settings.declared().stream()
                .map(each -> new Choice(each.name(), "parameter." + each.name(), true))
                .toList();
        return new Form(
                        place,
                        Section.PARAMETERS,
                        "organization.parameter.new",
                        "",
                        path,
                        path,
                        List.of(
                                Field.select("parameter", "organization.parameter", choices)
                                        .mandatory(),
                                Field.number("amount", "organization.parameter.amount")
                                        .mandatory(),
                                Field.date("from", "organization.parameter.from")
                                        .mandatory()
                                        .hinting("organization.parameter.from.hint"),
                                Field.text("article", "organization.parameter.article")
                                        .mandatory()
                                        .hinting("organization.parameter.article.hint"),
                                Field.text("decision", "organization.parameter.decision")
                                        .mandatory()
                                        .hinting("organization.parameter.decision.hint")))
                .doing("organization.save", "organization.parameter.consequence");
    }
}
