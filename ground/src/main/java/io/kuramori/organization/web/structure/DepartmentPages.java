package io.kuramori.organization.web.structure;

import io.kuramori.organization.Department;
import io.kuramori.organization.Invalid.Complaint;
import io.kuramori.organization.Post;
import io.kuramori.organization.Trail;
import io.kuramori.organization.web.frame.Place;
import java.util.List;
import java.util.Optional;

/// What the pages of departments show.
public final class DepartmentPages {

    private DepartmentPages() {}

    /// The departments in force of one institution.
    ///
    /// @param retired departments that are no more
    /// @param posts of the institution, to count
    public record Listing(Place place, List<DepartmentTree.Branch> tree, List<Department> retired, List<Post> posts) {

        public Listing {
            tree = List.copyOf(tree);
            retired = List.copyOf(retired);
            posts = List.copyOf(posts);
        }

        public long postsOf(Department department) {
            return posts.stream()
                    .filter(post -> department.id().equals(post.department()))
                    .count();
        }
    }

    /// One department.
    ///
    /// @param below departments directly below it
    /// @param complaints about the last act on the page
    public record Sheet(
            Place place,
            Department department,
            Optional<Department> parent,
            List<Department> below,
            List<Post> posts,
            Trail trail,
            List<Complaint> complaints) {

        public Sheet {
            below = List.copyOf(below);
            posts = List.copyOf(posts);
            complaints = List.copyOf(complaints);
        }
    }
}
