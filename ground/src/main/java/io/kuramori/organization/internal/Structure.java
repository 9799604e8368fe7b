package io.kuramori.organization.internal;

import io.kuramori.identity.Caller;
import io.kuramori.identity.InstitutionId;
import io.kuramori.organization.Department;
import io.kuramori.organization.DepartmentId;
import io.kuramori.organization.Post;
import io.kuramori.organization.PostId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Changes departments and posts.
@Service
public class Structure {

    private final DepartmentRepository departments;
    private final PostRepository posts;
    private final Writes writes;

    Structure(DepartmentRepository departments, PostRepository posts, Writes writes) {
        this.departments = departments;
        this.posts = posts;
        this.writes = writes;
    }

    public DepartmentId newDepartmentId() {
        return new DepartmentId(writes.newId());
    }

    public PostId newPostId() {
        return new PostId(writes.newId());
    }

    /// Departments in force of one institution, by code.
    public List<Department> departments(Caller caller, InstitutionId institution) {
        return writes.read(caller, () -> departments.of(institution));
    }

    /// Posts in force of one institution, by code.
    public List<Post> posts(Caller caller, InstitutionId institution) {
        return writes.read(caller, () -> posts.of(institution));
    }

    /// Every department in scope, retired ones too.
    public List<Department> allDepartments(Caller caller) {
        return writes.read(caller, departments::all);
    }

    /// Every post in scope, retired ones too.
    public List<Post> allPosts(Caller caller) {
        return writes.read(caller, posts::all);
    }

    public Optional<Department> department(Caller caller, DepartmentId id) {
        return writes.read(caller, () -> departments.byId(id));
    }

    public Optional<Post> post(Caller caller, PostId id) {
        return writes.read(caller, () -> posts.byId(id));
    }

    /// Stores a new department (version 0) or the next version of one.
    public void save(Caller caller, String reason, Department department) {
        writes.write(caller, reason, () -> store(department));
    }

    /// Stores a new post (version 0) or the next version of one.
    public void save(Caller caller, String reason, Post post) {
        writes.write(caller, reason, () -> store(post));
    }

    /// Stores inside the transaction that is open.
    void store(Department department) {
        checkNamed(department.code(), department.name());
        if (department.version() == 0) {
            departments.insert(department);
            return;
        }

        new Complaints()
                .when(
                        department.retiredOn() != null && departments.inUse(department.id()),
                        "retiredOn",
                        "organization.error.department-in-use")
                .raise();
        Writes.expectOne(
                departments.update(department), "department", department.id().value());
    }

    /// Stores inside the transaction that is open.
    void store(Post post) {
        checkNamed(post.code(), post.name());
        if (post.version() == 0) {
            posts.insert(post);
            return;
        }

        var retired = post.retiredOn();
        new Complaints()
                .when(retired != null && posts.inUse(post.id(), retired), "retiredOn", "organization.error.post-in-use")
                .raise();
        Writes.expectOne(posts.update(post), "post", post.id().value());
    }

    /// Retires a department on a day, or brings it back with null.
    public void retire(Caller caller, String reason, DepartmentId id, int version, @Nullable LocalDate day) {
        writes.write(caller, reason, () -> retire(id, version, day));
    }

    /// Retires a post on a day, or brings it back with null.
    public void retire(Caller caller, String reason, PostId id, int version, @Nullable LocalDate day) {
        writes.write(caller, reason, () -> retire(id, version, day));
    }

    /// Retires inside the transaction that is open.
    void retire(DepartmentId id, int version, @Nullable LocalDate day) {
        var now = departments.byId(id).orElseThrow();
        store(new Department(
                id,
                now.institution(),
                version,
                now.code(),
                now.parent(),
                now.name(),
                now.reading(),
                now.confirmedOn(),
                day));
    }

    /// Retires inside the transaction that is open.
    void retire(PostId id, int version, @Nullable LocalDate day) {
        var now = posts.byId(id).orElseThrow();
        store(new Post(
                id,
                now.institution(),
                version,
                now.code(),
                now.department(),
                now.name(),
                now.reading(),
                now.level(),
                now.confirmedOn(),
                day));
    }

    private static void checkNamed(String code, String name) {
        new Complaints()
                .when(code.isBlank(), "code", "organization.error.required")
                .when(name.isBlank(), "name", "organization.error.required")
                .raise();
    }
}
