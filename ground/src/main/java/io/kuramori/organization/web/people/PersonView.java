package io.kuramori.organization.web.people;

import io.kuramori.organization.Appointment;
import io.kuramori.organization.Invalid.Complaint;
import io.kuramori.organization.Person;
import io.kuramori.organization.PostId;
import io.kuramori.organization.Trail;
import io.kuramori.organization.web.frame.Place;
import java.util.List;
import java.util.Map;

/// What a person's page shows.
///
/// @param appointments newest first, called-off ones too
/// @param posts names of the posts in sight
/// @param complaints about the last act on the page
public record PersonView(
        Place place,
        Person person,
        List<Appointment> appointments,
        Map<PostId, String> posts,
        Trail trail,
        List<Complaint> complaints) {

    public PersonView {
        appointments = List.copyOf(appointments);
        posts = Map.copyOf(posts);
        complaints = List.copyOf(complaints);
    }

    public String post(Appointment appointment) {
        return posts.getOrDefault(appointment.post(), "");
    }

    /// How an appointment stands today.
    public Standing standing(Appointment appointment) {
        return Standing.of(appointment, place.today());
    }
}
