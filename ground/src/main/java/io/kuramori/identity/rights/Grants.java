package io.kuramori.identity.rights;

import static io.kuramori.identity.rights.Outcome.refused;

import com.fasterxml.uuid.Generators;
import io.kuramori.identity.Caller;
import io.kuramori.identity.InstitutionId;
import io.kuramori.identity.Right;
import io.kuramori.identity.Role;
import io.kuramori.identity.Transactions;
import io.kuramori.identity.rights.Outcome.Done;
import io.kuramori.identity.rights.Outcome.Rule;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/// Roles asked for, confirmed, refused and taken away. Every act is one transaction of its caller, one after the other,
/// and an entry in the journal; the database holds the rules against oneself a second time.
@Service
class Grants {

    /// How long an inspector may hold his role at most.
    static final Duration LONGEST_INSPECTION = Duration.ofDays(92);

    private final RoleRepository roles;
    private final Transactions transactions;
    private final Clock clock;
    private final Duration waits;

    Grants(
            RoleRepository roles,
            Transactions transactions,
            Clock clock,
            @Value("${kuramori.rights.request-days:7}") int requestDays) {
        this.roles = roles;
        this.transactions = transactions;
        this.clock = clock;
        this.waits = Duration.ofDays(requestDays);
    }

    /// Gives a role, or asks a second person to confirm it.
    Outcome request(Caller caller, GrantOrder order) {
        return transactions.write(caller, order.reason().isBlank() ? "—" : order.reason(), () -> {
            roles.oneAtATime();
            var rule = against(caller, order);
            return rule == null ? store(caller, order) : refused(rule);
        });
    }

    /// What stands against it now; null for nothing. Asked before it is done, so that the page can say so.
    @Nullable
    Rule against(Caller caller, GrantOrder order) {
        var now = clock.instant();
        if (order.account().equals(caller.actor().id())) {
            return Rule.ONESELF;
        }
        if (!covers(caller, Right.GRANT_ROLES, order.root())) {
            return Rule.OUT_OF_REACH;
        }
        if (roles.email(order.account()).isEmpty()) {
            return Rule.NO_ACCOUNT;
        }
        var until = order.until();
        if (until != null && !(until.isAfter(order.from()) && until.isAfter(now))) {
            return Rule.PERIOD;
        }
        if (order.role() == Role.INSPECTOR
                && (until == null || until.isAfter(order.from().plus(LONGEST_INSPECTION)))) {
            return Rule.INSPECTION;
        }
        return order.reason().strip().length() < 10 ? Rule.REASON : null;
    }

    /// Whether a second person must confirm it. The second administrator is the one whom nobody could confirm.
    boolean waits(Caller caller, Role role) {
        return RoleRights.needsSecondPerson(role)
                && (role != Role.ADMINISTRATOR
                        || roles.otherAdministrator(caller.actor().id()));
    }

    /// The second person says yes; the role is in force from its beginning on.
    Outcome confirm(Caller caller, UUID id, int version) {
        return decide(caller, id, version, Grant.State.IN_FORCE, "identity.rights.reason.confirm");
    }

    /// The second person says no, or who asked takes it back.
    Outcome refuse(Caller caller, UUID id, int version) {
        return decide(caller, id, version, Grant.State.REFUSED, "identity.rights.reason.refuse");
    }

    /// Takes a role away, at once. Anybody may give up his own.
    Outcome end(Caller caller, UUID id, int version) {
        return transactions.write(caller, "identity.rights.reason.end", () -> {
            roles.oneAtATime();
            var now = clock.instant();
            var grant =
                    roles.find(id).filter(found -> found.version() == version).orElse(null);
            if (grant == null || grant.state() != Grant.State.IN_FORCE || grant.standing(now) == Grant.Standing.ENDED) {
                return refused(Rule.NOT_WAITING);
            }
            boolean own = grant.account().equals(caller.actor().id());
            if (!own && !covers(caller, Right.GRANT_ROLES, grant.root())) {
                return refused(Rule.OUT_OF_REACH);
            }
            if (grant.role() == Role.ADMINISTRATOR && grant.root() == null && roles.lastAdministrator(grant, now)) {
                return refused(Rule.LAST_ADMINISTRATOR);
            }
            roles.end(grant, caller.actor().id(), now);
            return new Done(id);
        });
    }

    /// What the caller may see of who holds what: the grants whose root he reaches.
    List<Grant> visible(Caller caller) {
        var now = clock.instant();
        return transactions.read(
                caller,
                () -> roles.all(now).stream()
                        .filter(grant -> covers(caller, Right.READ_RIGHTS, grant.root()))
                        .toList());
    }

    Optional<Grant> find(Caller caller, UUID id) {
        return transactions.read(
                caller, () -> roles.find(id).filter(grant -> covers(caller, Right.READ_RIGHTS, grant.root())));
    }

    List<AccountChoice> people(Caller caller) {
        return transactions.read(caller, roles::people);
    }

    /// Whether the right reaches everything below the root.
    static boolean covers(Caller caller, Right right, @Nullable InstitutionId root) {
        var reach = caller.rights().reach(right);
        return root == null ? reach.group() : reach.every().contains(root);
    }

    private Outcome store(Caller caller, GrantOrder order) {
        var now = clock.instant();
        boolean waiting = waits(caller, order.role());
        var id = Generators.timeBasedEpochGenerator().generate();
        roles.insert(new Grant(
                id,
                1,
                order.account(),
                "",
                order.role(),
                order.root(),
                order.from(),
                order.until(),
                waiting ? Grant.State.REQUESTED : Grant.State.IN_FORCE,
                order.reason().strip(),
                caller.actor().id(),
                caller.name(),
                now,
                waiting ? now.plus(waits) : null,
                null,
                null));
        return new Done(id);
    }

    private Outcome decide(Caller caller, UUID id, int version, Grant.State state, String reason) {
        return transactions.write(caller, reason, () -> {
            roles.oneAtATime();
            var now = clock.instant();
            var grant =
                    roles.find(id).filter(found -> found.version() == version).orElse(null);
            if (grant == null || grant.standing(now) != Grant.Standing.WAITING) {
                return refused(Rule.NOT_WAITING);
            }
            var rule = against(caller, grant, state, now);
            if (rule != null) {
                return refused(rule);
            }
            roles.decide(grant, state, caller.actor().id(), now);
            return new Done(id);
        });
    }

    private static @Nullable Rule against(Caller caller, Grant grant, Grant.State state, Instant now) {
        var who = caller.actor().id();
        boolean asked = who.equals(grant.requestedBy());
        if (who.equals(grant.account())) {
            return Rule.ONESELF;
        }
        if (asked && state == Grant.State.REFUSED) {
            return null;
        }
        if (asked) {
            return Rule.SECOND_PERSON;
        }
        if (!covers(caller, Right.CONFIRM_ROLES, grant.root())) {
            return Rule.OUT_OF_REACH;
        }
        var until = grant.until();
        return state == Grant.State.IN_FORCE && until != null && !until.isAfter(now) ? Rule.PERIOD : null;
    }
}
