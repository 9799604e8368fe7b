package io.kuramori.organization.web.people;

import io.kuramori.organization.Appointment;
import io.kuramori.organization.Invalid.Complaint;
import io.kuramori.organization.Post;
import io.kuramori.organization.Trail;
import io.kuramori.organization.web.frame.Place;
import java.util.List;

/// What an appointment's page shows.
///
/// @param place of the post
/// @param personName also of a person seconded from elsewhere
/// @param complaints about the last act on the page
public record AppointmentView(
        Place place,
        Appointment appointment,
        Post post,
        String personName,
        boolean personInSight,
        Trail trail,
        List<Complaint> complaints) {

    public AppointmentView {
        complaints = List.copyOf(complaints);
    }

    public Standing standing() {
        return Standing.of(appointment, place.today());
    }
}
