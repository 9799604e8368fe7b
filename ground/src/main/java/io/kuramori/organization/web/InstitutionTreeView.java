package io.kuramori.organization.web;

import io.kuramori.engine.catalogue.InstitutionType;
import io.kuramori.organization.Institution;
import io.kuramori.organization.web.frame.Place;
import java.util.List;

/// What the page of the group shows.
///
/// @param types what licences are called
public record InstitutionTreeView(Place place, List<Branch> tree, List<InstitutionType> types) {

    public InstitutionTreeView {
        tree = List.copyOf(tree);
        types = List.copyOf(types);
    }

    /// An institution in its place.
    ///
    /// @param depth 0 for one without a parent in sight
    public record Branch(Institution institution, int depth) {}

    /// The institution's licences in words.
    public String licences(Institution institution, boolean japanese) {
        return String.join(
                japanese ? "、" : ", ",
                institution.licences().stream()
                        .flatMap(id -> types.stream().filter(type -> type.id().equals(id)))
                        .map(type -> japanese ? type.nameJa() : type.nameEn())
                        .toList());
    }
}
