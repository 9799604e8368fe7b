package io.kuramori.action.web;

import io.kuramori.action.tracker.Action;
import io.kuramori.organization.Invalid.Complaint;
import io.kuramori.organization.Trail;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// One action, as one person sees it.
///
/// @param own whether the reader said that it is done
public record ActionPage(
        Action action,
        String institution,
        String owner,
        LocalDate today,
        boolean own,
        Trail trail,
        Map<String, String> typed,
        List<Complaint> complaints) {

    public ActionPage {
        typed = Map.copyOf(typed);
        complaints = List.copyOf(complaints);
    }
}
