package io.kuramori.organization.web.structure;

import io.kuramori.organization.Department;
import io.kuramori.organization.Held;
import io.kuramori.organization.Holder;
import io.kuramori.organization.Invalid.Complaint;
import io.kuramori.organization.Post;
import io.kuramori.organization.Trail;
import io.kuramori.organization.web.frame.Place;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What a post's page shows.
///
/// @param holders who held, holds or will hold it, newest first
/// @param holds what the post owns and must do
/// @param complaints about the last act on the page
public record PostView(
        Place place,
        Post post,
        Optional<Department> department,
        List<Holder> holders,
        List<Held> holds,
        Trail trail,
        List<Complaint> complaints) {

    public PostView {
        holders = List.copyOf(holders);
        holds = List.copyOf(holds);
        complaints = List.copyOf(complaints);
    }

    public boolean vacant() {
        return holders.stream().noneMatch(this::today);
    }

    public boolean today(Holder holder) {
        return !holder.from().isAfter(place.today()) && !over(holder);
    }

    public boolean over(Holder holder) {
        LocalDate to = holder.to();
        return to != null && !to.isAfter(place.today());
    }
}
