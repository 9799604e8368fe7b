package io.kuramori.organization.web;

import io.kuramori.engine.catalogue.InstitutionType;
import io.kuramori.organization.Institution;
import io.kuramori.organization.Invalid.Complaint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The form of an institution with what it offers and what is wrong with it.
///
/// @param newest what somebody else has stored meanwhile; empty without a conflict
public record InstitutionEditor(
        InstitutionForm form,
        List<Institution> institutions,
        List<InstitutionType> types,
        List<Complaint> complaints,
        Optional<Institution> newest) {

    public InstitutionEditor {
        institutions = List.copyOf(institutions);
        types = List.copyOf(types);
        complaints = List.copyOf(complaints);
    }

    /// The complaint about a field, if any.
    public Optional<Complaint> about(String field) {
        return complaints.stream().filter(each -> each.field().equals(field)).findFirst();
    }

    /// Institutions that may stand above, after an empty choice in the given words.
    public Map<String, String> parents(String none) {
        var parents = new LinkedHashMap<String, String>();
        parents.put("", none);
        institutions.stream()
                .filter(each -> !each.id().value().toString().equals(form.id()))
                .forEach(each -> parents.put(each.id().value().toString(), each.name()));
        return parents;
    }
}
