package io.kuramori.organization.web;

import io.kuramori.organization.Appointment;
import io.kuramori.organization.Department;
import io.kuramori.organization.Holder;
import io.kuramori.organization.PersonId;
import io.kuramori.organization.Post;
import io.kuramori.organization.web.frame.Place;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One institution on one day: departments, posts, and who holds them.
///
/// @param on the day looked at
/// @param retired posts that are no more
/// @param planned appointments that begin or end after that day
/// @param personNames names of whom the planned appointments concern
public record Overview(
        Place place,
        LocalDate on,
        List<Department> departments,
        List<Post> posts,
        List<Post> retired,
        List<Holder> holders,
        List<Appointment> planned,
        Map<PersonId, String> personNames) {

    public Overview {
        departments = List.copyOf(departments);
        posts = List.copyOf(posts);
        retired = List.copyOf(retired);
        holders = List.copyOf(holders);
        planned = List.copyOf(planned);
        personNames = Map.copyOf(personNames);
    }

    /// Posts of a department, or above the departments with null.
    public List<Post> postsOf(@Nullable Department department) {
        var id = department == null ? null : department.id();
        return posts.stream()
                .filter(post -> Objects.equals(post.department(), id))
                .toList();
    }

    public List<Holder> holdersOf(Post post) {
        return holders.stream()
                .filter(holder -> holder.post().equals(post.id()))
                .toList();
    }

    public String postName(Appointment appointment) {
        return Stream.concat(posts.stream(), retired.stream())
                .filter(post -> post.id().equals(appointment.post()))
                .map(Post::name)
                .findFirst()
                .orElse("");
    }

    public String personName(Appointment appointment) {
        return personNames.getOrDefault(appointment.person(), "");
    }

    /// Whether the planned change is the end of a term that has begun.
    public boolean ends(Appointment appointment) {
        return !appointment.from().isAfter(on);
    }

    public long vacancies() {
        return posts.stream().filter(post -> holdersOf(post).isEmpty()).count();
    }
}
