package io.kuramori.identity.rights;

import static io.kuramori.identity.rights.RightsOnly.ALL;
import static io.kuramori.identity.rights.RightsOnly.LEFT;
import static io.kuramori.identity.rights.RightsOnly.LOW;
import static io.kuramori.identity.rights.RightsOnly.TOP;

import io.kuramori.identity.InstitutionId;
import io.kuramori.identity.Right;
import io.kuramori.identity.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Roles as they are meant to be, in memory and without any cleverness: what the database and the services are compared
/// with. The rules are written down a second time here, from the words of the design.
final class RightsModel {

    private static final Set<Role> TWO_PERSONS = EnumSet.of(
            Role.ADMINISTRATOR,
            Role.SECURITY_OFFICE,
            Role.CISO,
            Role.EXECUTIVE,
            Role.ANALYST,
            Role.RISK,
            Role.AUDIT,
            Role.INSPECTOR);

    final List<Held> grants = new ArrayList<>();
    final List<Glass> glasses = new ArrayList<>();

    /// A grant; the state is what the last act made of it.
    static final class Held {
        final UUID id;
        final UUID account;
        final Role role;
        final @Nullable InstitutionId root;
        final Instant from;
        final @Nullable Instant until;
        final @Nullable UUID asker;
        final Instant lapses;
        String state;
        int version = 1;

        Held(UUID id, GrantOrder order, @Nullable UUID asker, Instant lapses, String state) {
            this.id = id;
            this.account = order.account();
            this.role = order.role();
            this.root = order.root();
            this.from = order.from();
            this.until = order.until();
            this.asker = asker;
            this.lapses = lapses;
            this.state = state;
        }

        boolean inForce(Instant now) {
            return state.equals("IN_FORCE") && !from.isAfter(now) && (until == null || now.isBefore(until));
        }

        boolean over(Instant now) {
            return until != null && !now.isBefore(until);
        }
    }

    static final class Glass {
        final UUID id;
        final UUID account;
        final @Nullable Role role;
        final @Nullable InstitutionId root;
        final Instant until;
        boolean ended;

        Glass(UUID id, UUID account, @Nullable Role role, @Nullable InstitutionId root, Instant until) {
            this.id = id;
            this.account = account;
            this.role = role;
            this.root = root;
            this.until = until;
        }

        boolean open(Instant now) {
            return !ended && now.isBefore(until);
        }
    }

    static Set<InstitutionId> subtree(@Nullable InstitutionId root) {
        if (root == null || root.equals(TOP)) {
            return ALL;
        }
        return root.equals(LEFT) ? Set.of(LEFT, LOW) : root.equals(LOW) ? Set.of(LOW) : Set.of(root);
    }

    /// What concerns the whole installation comes only with a role over the whole group.
    private static boolean gives(Role role, @Nullable InstitutionId root, Right right) {
        return RoleRights.every(role).contains(right)
                && (right != Right.ADMINISTER || subtree(root).equals(ALL));
    }

    /// Where the account has the right over every record.
    Set<InstitutionId> places(UUID account, Right right, Instant now) {
        var places = standing(account, right, now);
        for (Glass glass : glasses) {
            var role = glass.role;
            if (glass.account.equals(account)
                    && glass.open(now)
                    && role != null
                    && right != Right.BREAK_GLASS
                    && gives(role, glass.root, right)) {
                places.addAll(subtree(glass.root));
            }
        }
        return places;
    }

    private Set<InstitutionId> standing(UUID account, Right right, Instant now) {
        var places = new HashSet<InstitutionId>();
        for (Held held : grants) {
            if (held.account.equals(account) && held.inForce(now) && gives(held.role, held.root, right)) {
                places.addAll(subtree(held.root));
            }
        }
        return places;
    }

    /// Whether the restricted records of the institution are open to the account.
    boolean opened(UUID account, InstitutionId institution, Instant now) {
        return glasses.stream()
                .anyMatch(glass -> glass.account.equals(account)
                        && glass.role == null
                        && glass.open(now)
                        && subtree(glass.root).contains(institution));
    }

    boolean covers(UUID account, Right right, @Nullable InstitutionId root, Instant now) {
        return places(account, right, now).containsAll(root == null ? ALL : Set.of(root));
    }

    Outcome.@Nullable Rule againstRequest(UUID asker, GrantOrder order, Instant now) {
        if (asker.equals(order.account())) {
            return Outcome.Rule.ONESELF;
        }
        if (!covers(asker, Right.GRANT_ROLES, order.root(), now)) {
            return Outcome.Rule.OUT_OF_REACH;
        }
        var until = order.until();
        if (until != null && (!order.from().isBefore(until) || !now.isBefore(until))) {
            return Outcome.Rule.PERIOD;
        }
        if (order.role() == Role.INSPECTOR
                && (until == null || until.isAfter(order.from().plus(Duration.ofDays(92))))) {
            return Outcome.Rule.INSPECTION;
        }
        return null;
    }

    void request(UUID id, UUID asker, GrantOrder order, Instant now) {
        boolean another =
                grants.stream().anyMatch(held -> held.role == Role.ADMINISTRATOR && !held.account.equals(asker));
        boolean waits = TWO_PERSONS.contains(order.role()) && (order.role() != Role.ADMINISTRATOR || another);
        grants.add(new Held(id, order, asker, now.plus(Duration.ofDays(7)), waits ? "REQUESTED" : "IN_FORCE"));
    }

    Outcome.@Nullable Rule againstDecision(UUID who, Held held, boolean yes, Instant now) {
        if (!held.state.equals("REQUESTED") || !now.isBefore(held.lapses)) {
            return Outcome.Rule.NOT_WAITING;
        }
        if (who.equals(held.account)) {
            return Outcome.Rule.ONESELF;
        }
        if (who.equals(held.asker)) {
            return yes ? Outcome.Rule.SECOND_PERSON : null;
        }
        if (!covers(who, Right.CONFIRM_ROLES, held.root, now)) {
            return Outcome.Rule.OUT_OF_REACH;
        }
        return yes && held.over(now) ? Outcome.Rule.PERIOD : null;
    }

    Outcome.@Nullable Rule againstEnd(UUID who, Held held, Instant now) {
        if (!held.state.equals("IN_FORCE") || held.over(now)) {
            return Outcome.Rule.NOT_WAITING;
        }
        if (!who.equals(held.account) && !covers(who, Right.GRANT_ROLES, held.root, now)) {
            return Outcome.Rule.OUT_OF_REACH;
        }
        boolean last = held.role == Role.ADMINISTRATOR
                && held.root == null
                && grants.stream()
                        .noneMatch(other -> other != held
                                && other.role == Role.ADMINISTRATOR
                                && other.root == null
                                && other.until == null
                                && other.inForce(now));
        return last ? Outcome.Rule.LAST_ADMINISTRATOR : null;
    }
}
