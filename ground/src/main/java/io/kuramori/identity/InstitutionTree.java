package io.kuramori.identity;

import java.util.Set;

/// The tree of the group's institutions, as far as rights need it: a right given at a root reaches all below it.
/// Declared here and implemented by `organization`, which owns the tree.
///
/// Answered without a caller's scope, since it is what scopes are made of.
public interface InstitutionTree {

    /// The root and every institution under it; empty when there is no such institution.
    Set<InstitutionId> subtree(InstitutionId root);

    /// Every institution of the group.
    Set<InstitutionId> all();
}
