package io.kuramori.action.web;

import io.kuramori.organization.Institution;
import io.kuramori.organization.Invalid.Complaint;
import io.kuramori.organization.Post;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The form of a new action.
///
/// @param posts those of the institution
public record ActionForm(
        Institution institution,
        List<Institution> institutions,
        List<Post> posts,
        Map<String, String> typed,
        List<Complaint> complaints) {

    public ActionForm {
        institutions = List.copyOf(institutions);
        posts = List.copyOf(posts);
        typed = Map.copyOf(typed);
        complaints = List.copyOf(complaints);
    }

    public String value(String field) {
        return typed.getOrDefault(field, "");
    }

    public Optional<Complaint> about(String field) {
        return complaints.stream().filter(each -> each.field().equals(field)).findFirst();
    }
}
