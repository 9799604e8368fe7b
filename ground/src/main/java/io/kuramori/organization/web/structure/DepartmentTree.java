package io.kuramori.organization.web.structure;

import io.kuramori.organization.Department;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Departments as a tree.
public final class DepartmentTree {

    private DepartmentTree() {}

    /// A department in its place.
    ///
    /// @param depth 0 for one directly below the institution
    public record Branch(Department department, int depth) {}

    /// Parents before children, siblings by code; one whose parent is not among them counts as a root.
    static List<Branch> of(List<Department> departments) {
        var tree = new ArrayList<Branch>();
        departments.stream()
                .filter(each ->
                        departments.stream().noneMatch(other -> other.id().equals(each.parent())))
                .forEach(root -> add(root, 0, departments, tree));
        return tree;
    }

    private static void add(Department department, int depth, List<Department> all, List<Branch> tree) {
        tree.add(new Branch(department, depth));
        all.stream().filter(each -> below(each, department)).forEach(child -> add(child, depth + 1, all, tree));
    }

    private static boolean below(Department child, @Nullable Department parent) {
        return Objects.equals(child.parent(), parent == null ? null : parent.id());
    }
}
