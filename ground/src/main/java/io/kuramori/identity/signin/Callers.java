package io.kuramori.identity.signin;

import io.kuramori.identity.Caller;
import io.kuramori.identity.InstitutionId;
import io.kuramori.identity.InstitutionTree;
import io.kuramori.journal.Actor;
import io.kuramori.journal.Actor.Kind;
import io.kuramori.journal.Actor.Strength;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Works out what an account reaches today: the subtrees of its roles. Worked out anew for each request, so a role
/// taken away is gone at once.
@Component
class Callers {

    private final AccountRepository accounts;
    private final ObjectProvider<InstitutionTree> tree;
    private final Clock clock;

    Callers(AccountRepository accounts, ObjectProvider<InstitutionTree> tree, Clock clock) {
        this.accounts = accounts;
        this.tree = tree;
        this.clock = clock;
    }

    Caller of(Account account, Strength strength) {
        return new Caller(new Actor(account.id(), Kind.PERSON, strength), account.name(), scope(account));
    }

    private Set<InstitutionId> scope(Account account) {
        var institutions = tree.getIfAvailable();
        if (institutions == null) {
            return Set.of();
        }

        var scope = new HashSet<InstitutionId>();
        for (Optional<InstitutionId> root : accounts.roots(account.id(), LocalDate.now(clock))) {
            scope.addAll(root.map(institutions::subtree).orElseGet(institutions::all));
        }
        return scope;
    }
}
