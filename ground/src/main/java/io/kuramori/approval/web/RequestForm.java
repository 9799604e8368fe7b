package io.kuramori.approval.web;

import io.kuramori.approval.requests.Request;
import io.kuramori.organization.Institution;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The form of a request.
///
/// @param revised the request that is sent in again; empty for a new one
/// @param renewed the request whose approval is to be prolonged
/// @param matters rule → its matter; with condition, decider and article beside it
/// @param principals accounts for whom the reader may ask as their deputy, by name
public record RequestForm(
        Institution institution,
        List<Institution> institutions,
        LocalDate today,
        Optional<Request> revised,
        Optional<Request> renewed,
        List<Matter> matters,
        Map<String, String> principals,
        Filled filled) {

    public RequestForm {
        institutions = List.copyOf(institutions);
        matters = List.copyOf(matters);
    }

    /// A row of the authority table.
    ///
    /// @param decision the matter's name, whose words are `organization.decision.<name>`
    public record Matter(
            String rule, String decision, @Nullable String condition, String decider, String article) {}

    public String action() {
        return revised.map(request -> "/approvals/" + request.id()).orElse("/approvals");
    }

    public String back() {
        return revised.or(() -> renewed)
                .map(request -> "/approvals/" + request.id())
                .orElse("/approvals");
    }
}
