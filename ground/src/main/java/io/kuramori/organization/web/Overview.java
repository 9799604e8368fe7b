package io.kuramori.organization.web;

import io.kuramori.organization.Appointment;
import io.kuramori.organization.Committee;
import io.kuramori.organization.Department;
import io.kuramori.organization.Holder;
import io.kuramori.organization.Institution;
import io.kuramori.organization.Post;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One institution on one day: departments, posts, and who holds them.
///
/// @param institutions all in scope, parents first
/// @param on the day looked at
/// @param planned appointments that begin or end after that day
/// @param postNames names of the institution's posts by id, for the planned appointments
public record Overview(
        List<Institution> institutions,
        Institution selected,
        LocalDate on,
        List<String> path,
        List<Department> departments,
        List<Post> posts,
        List<Holder> holders,
        List<Appointment> planned,
        Map<Object, String> postNames,
        Map<Object, String> personNames,
        List<Committee> committees) {

    public Overview {
        institutions = List.copyOf(institutions);
        path = List.copyOf(path);
        departments = List.copyOf(departments);
        posts = List.copyOf(posts);
        holders = List.copyOf(holders);
        planned = List.copyOf(planned);
        postNames = Map.copyOf(postNames);
        personNames = Map.copyOf(personNames);
        committees = List.copyOf(committees);
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
        return postNames.getOrDefault(appointment.post(), "");
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
