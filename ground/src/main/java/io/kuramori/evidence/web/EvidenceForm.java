package io.kuramori.evidence.web;

import io.kuramori.evidence.EvidenceTarget;
import io.kuramori.evidence.items.Received;
import io.kuramori.organization.Institution;
import io.kuramori.organization.Invalid.Complaint;
import io.kuramori.organization.Post;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The form of new evidence, or of what people say about what is here already.
///
/// @param target the record that it shall be attached to
/// @param held what was found in the file that was just sent
/// @param accepting whether the form is to accept that file
/// @param limit megabytes that a file may have
public record EvidenceForm(
        Institution institution,
        List<Institution> institutions,
        List<Post> posts,
        Map<String, String> typed,
        List<Complaint> complaints,
        EvidenceTarget.@Nullable Named target,
        Received.@Nullable Held held,
        boolean accepting,
        long limit) {

    public EvidenceForm {
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
