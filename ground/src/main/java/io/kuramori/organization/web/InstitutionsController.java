package io.kuramori.organization.web;

import io.kuramori.identity.Allows;
import io.kuramori.identity.Caller;
import io.kuramori.identity.Right;
import io.kuramori.organization.Institution;
import io.kuramori.organization.internal.Institutions;
import io.kuramori.organization.web.frame.Places;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The group as a tree.
@Controller
@Allows(Right.READ_ORGANIZATION)
class InstitutionsController {

    private final Places places;
    private final Institutions institutions;

    InstitutionsController(Places places, Institutions institutions) {
        this.places = places;
        this.institutions = institutions;
    }

    @GetMapping("/organization/institutions")
    String tree(Caller caller, @RequestParam(defaultValue = "") String institution, Model model) {
        var place = places.of(caller, institution);
        model.addAttribute(
                "view", new InstitutionTreeView(place, tree(institutions.all(caller)), institutions.types()));
        return "organization/institutions";
    }

    /// The list comes parents first, so that a parent's depth is known before its children's.
    private static List<InstitutionTreeView.Branch> tree(List<Institution> all) {
        var depths = new HashMap<Object, Integer>();
        var tree = new ArrayList<InstitutionTreeView.Branch>();
        for (var each : all) {
            var parent = each.parent();
            int depth = parent == null ? 0 : depths.getOrDefault(parent, -1) + 1;
            depths.put(each.id(), depth);
            tree.add(new InstitutionTreeView.Branch(each, depth));
        }
        return tree;
    }
}
