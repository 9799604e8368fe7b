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
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/// Breaking the glass: further rights for oneself, for a few hours, with a reason that everybody there can read. It
/// ends by itself.
@Service
class Emergencies {

    /// What an emergency may give; nothing that decides or hands out roles.
    static final List<Role> ROLES = List.of(Role.SECURITY_OFFICE, Role.ANALYST);

    private final BreakGlassRepository emergencies;
    private final RightsNow rights;
    private final Transactions transactions;
    private final Clock clock;
    private final int mostHours;

    Emergencies(
            BreakGlassRepository emergencies,
            RightsNow rights,
            Transactions transactions,
            Clock clock,
            @Value("${kuramori.rights.emergency-hours:8}") int mostHours) {
        if (mostHours < 1 || mostHours > 24) {
            throw new IllegalArgumentException("kuramori.rights.emergency-hours is 1 to 24, not " + mostHours);
        }
        this.emergencies = emergencies;
        this.rights = rights;
        this.transactions = transactions;
        this.clock = clock;
        this.mostHours = mostHours;
    }

    int mostHours() {
        return mostHours;
    }

    /// @param role null to open the restricted records
    Outcome open(Caller caller, @Nullable Role role, @Nullable InstitutionId root, String reason, int hours) {
        if (!Grants.covers(caller, Right.BREAK_GLASS, root)) {
            return refused(Rule.OUT_OF_REACH);
        }
        if (reason.strip().length() < 10 || reason.length() > 1_000) {
            return refused(Rule.REASON);
        }
        if (hours < 1 || hours > mostHours || (role != null && !ROLES.contains(role))) {
            return refused(Rule.TOO_LONG);
        }

        var now = clock.instant();
        var id = Generators.timeBasedEpochGenerator().generate();
        return transactions.write(caller, reason.strip(), () -> {
            emergencies.insert(new BreakGlass(
                    id,
                    1,
                    caller.actor().id(),
                    caller.name(),
                    role,
                    root,
                    reason.strip(),
                    now,
                    now.plus(Duration.ofHours(hours)),
                    null));
            return new Done(id);
        });
    }

    /// Who opened it ends it early, or whoever takes roles away there.
    Outcome end(Caller caller, UUID id, int version) {
        return transactions.write(caller, "identity.rights.reason.end-emergency", () -> {
            var now = clock.instant();
            var found = emergencies
                    .find(id)
                    .filter(one -> one.version() == version && one.open(now))
                    .orElse(null);
            if (found == null) {
                return refused(Rule.NOT_WAITING);
            }
            boolean own = found.account().equals(caller.actor().id());
            if (!own && !Grants.covers(caller, Right.GRANT_ROLES, found.root())) {
                return refused(Rule.OUT_OF_REACH);
            }
            emergencies.end(found, caller.actor().id(), now);
            return new Done(id);
        });
    }

    /// Those of the last thirty days that opened an institution which the caller reaches with any right, or that he
    /// opened himself.
    List<BreakGlass> seenBy(Caller caller) {
        var since = clock.instant().minus(Duration.ofDays(30));
        return transactions.read(caller, () -> emergencies.since(since)).stream()
                .filter(one -> one.account().equals(caller.actor().id()) || concerns(caller, one.root()))
                .toList();
    }

    private boolean concerns(Caller caller, @Nullable InstitutionId root) {
        Set<InstitutionId> mine = new HashSet<>();
        caller.rights().reaches().values().forEach(reach -> mine.addAll(reach.institutions()));
        return !Collections.disjoint(mine, rights.place(root).institutions());
    }
}
