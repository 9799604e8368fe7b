package io.kuramori.notice.inbox;

import io.kuramori.organization.Department;
import io.kuramori.organization.DepartmentId;
import io.kuramori.organization.Level;
import io.kuramori.organization.Organization;
import io.kuramori.organization.Post;
import io.kuramori.organization.PostId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The post above a post. The ledger of the organization knows departments and levels, not lines of report: above is
/// the
/// next higher level in the same department, then in the departments above it, then among the posts above all
/// departments. Of several the first by code.
@Component
class Superiors {

    /// Departments are a tree; nobody's is deeper.
    private static final int DEEPEST = 32;

    private final Organization organization;

    Superiors(Organization organization) {
        this.organization = organization;
    }

    Optional<Post> of(PostId id) {
        var found = organization.post(id);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var post = found.get();
        return above(post, organization.postsOf(post.institution()), organization.departmentsOf(post.institution()));
    }

    static Optional<Post> above(Post post, List<Post> posts, List<Department> departments) {
        for (DepartmentId department : path(post.department(), departments)) {
            var higher = higher(post, posts, department);
            if (higher.isPresent()) {
                return higher;
            }
        }
        return post.department() == null && post.level() == Level.BOARD
                ? Optional.empty()
                : higher(post, posts, null).or(() -> topmost(post, posts));
    }

    /// The department, and those above it.
    private static List<DepartmentId> path(@Nullable DepartmentId start, List<Department> departments) {
        Map<DepartmentId, Department> byId = new HashMap<>();
        departments.forEach(each -> byId.put(each.id(), each));
        var path = new ArrayList<DepartmentId>();
        var at = start;
        while (at != null && path.size() < DEEPEST) {
            path.add(at);
            var department = byId.get(at);
            at = department == null ? null : department.parent();
        }
        return path;
    }

    /// The lowest of the levels above the post's, in one department.
    private static Optional<Post> higher(Post post, List<Post> posts, @Nullable DepartmentId department) {
        return posts.stream()
                .filter(each -> Objects.equals(each.department(), department))
                .filter(each -> each.level().compareTo(post.level()) < 0)
                .max(Comparator.comparing(Post::level).thenComparing(Post::code, Comparator.reverseOrder()));
    }

    /// A post of the same level above all departments, for one that stands in a department.
    private static Optional<Post> topmost(Post post, List<Post> posts) {
        return posts.stream()
                .filter(each -> each.department() == null && !each.id().equals(post.id()))
                .filter(each -> each.level().compareTo(post.level()) <= 0)
                .findFirst();
    }
}
