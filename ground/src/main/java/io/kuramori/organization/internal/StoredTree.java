package io.kuramori.organization.internal;

import io.kuramori.identity.InstitutionId;
import io.kuramori.identity.InstitutionTree;
import java.util.Set;
import org.springframework.stereotype.Component;

/// The tree that rights are given on, read through reviewed functions that know no scope.
@Component
class StoredTree implements InstitutionTree {

    private final InstitutionRepository institutions;

    StoredTree(InstitutionRepository institutions) {
        this.institutions = institutions;
    }

    @Override
    public Set<InstitutionId> subtree(InstitutionId root) {
        return institutions.subtree(root);
    }

    @Override
    public Set<InstitutionId> all() {
        return institutions.every();
    }
}
