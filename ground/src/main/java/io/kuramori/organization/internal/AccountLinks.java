package io.kuramori.organization.internal;

import static io.kuramori.organization.internal.LinkOutcome.Rule.*;

import io.kuramori.identity.Caller;
import io.kuramori.organization.Accounts;
import io.kuramori.organization.PersonId;
import io.kuramori.organization.internal.AccountLink.Basis;
import io.kuramori.organization.internal.AccountLink.Standing;
import io.kuramori.organization.internal.AccountLink.State;
import io.kuramori.organization.internal.LinkOutcome.Done;
import io.kuramori.organization.internal.LinkOutcome.Refused;
import io.kuramori.organization.internal.LinkOutcome.Rule;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/// Which account is which person: proposed by one administrator, confirmed by another, ended by any of them. The
/// database holds the rule of two persons again.
@Service
public class AccountLinks {

    private static final int SHORTEST_REASON = 10;
    private static final int LONGEST_REASON = 500;

    private final AccountLinkRepository links;
    private final LinkEffectRepository effects;
    private final PersonRepository people;
    private final Accounts accounts;
    private final Writes writes;
    private final Clock clock;
    private final ZoneId zone;
    private final Duration waits;

    AccountLinks(
            AccountLinkRepository links,
            LinkEffectRepository effects,
            PersonRepository people,
            Accounts accounts,
            Writes writes,
            Clock clock,
            @Value("${kuramori.zone:Asia/Tokyo}") ZoneId zone,
            @Value("${kuramori.rights.request-days:7}") int requestDays) {
        this.links = links;
        this.effects = effects;
        this.people = people;
        this.accounts = accounts;
        this.writes = writes;
        this.clock = clock;
        this.zone = zone;
        this.waits = Duration.ofDays(requestDays);
    }

    public List<AccountLink> all(Caller caller) {
        return writes.read(caller, () -> links.all(clock.instant()));
    }

    public Optional<AccountLink> find(Caller caller, UUID id) {
        return writes.read(caller, () -> links.find(id));
    }

    public Linkable linkable(Caller caller) {
        return writes.read(caller, () -> new Linkable(links.freeAccounts(), links.freePeople()));
    }

    /// Both by name; empty when there is no such account in use, or no such person in force.
    public Optional<Linkable.Pair> pair(Caller caller, UUID account, PersonId person) {
        return writes.read(caller, () -> links.pair(account, person));
    }

    /// What the account gains by being that person, or loses by not being it any more.
    public LinkEffect effect(Caller caller, UUID account, PersonId person) {
        var today = LocalDate.now(clock.withZone(zone));
        return writes.read(caller, () -> effects.of(account, person, today));
    }

    /// Whether the caller's word is enough: for himself alone, and only while nobody else could confirm.
    public boolean first(Caller caller, UUID account) {
        var me = caller.actor().id();
        return me.equals(account) && writes.read(caller, () -> !links.otherAdministrator(me));
    }

    /// Whether the caller may be the second person: not whom it is about, nor who proposed it, under any account.
    public boolean mayConfirm(Caller caller, AccountLink link) {
        return writes.read(caller, () -> another(caller, link));
    }

    /// Proposes a link; for the first administrator's own, makes it.
    public LinkOutcome propose(Caller caller, UUID account, PersonId person, String reason) {
        return writes.write(caller, "organization.link.reason.propose", () -> {
            links.oneAtATime();
            var rule = against(account, person, reason);
            if (rule != null) {
                return new Refused(rule);
            }
            var id = writes.newId();
            var now = clock.instant();
            var me = caller.actor().id();
            var basis = me.equals(account) && !links.otherAdministrator(me) ? Basis.FIRST : Basis.PROPOSED;
            links.insert(id, account, person, basis, reason.strip(), me, now, now.plus(waits));
            return new Done(id);
        });
    }

    /// The second person says that it is so; what hangs on the person's posts works from now on.
    public LinkOutcome confirm(Caller caller, UUID id, int version) {
        return writes.write(caller, "organization.link.reason.confirm", () -> {
            links.oneAtATime();
            var link = standing(id, version, Standing.WAITING, Standing.UNCONFIRMED);
            if (link == null) {
                return new Refused(NOT_WAITING);
            }
            if (!another(caller, link)) {
                return new Refused(SECOND_PERSON);
            }
            if (link.from() == null && people.byId(link.person()).orElseThrow().retiredOn() != null) {
                return new Refused(NO_PERSON);
            }
            links.decide(link, State.IN_FORCE, caller.actor().id(), clock.instant());
            return new Done(id);
        });
    }

    /// The second person says no, or who proposed it takes it back.
    public LinkOutcome refuse(Caller caller, UUID id, int version) {
        return writes.write(caller, "organization.link.reason.refuse", () -> {
            var link = standing(id, version, Standing.WAITING);
            if (link == null) {
                return new Refused(NOT_WAITING);
            }
            links.decide(link, State.REFUSED, caller.actor().id(), clock.instant());
            return new Done(id);
        });
    }

    /// Ends a link at once.
    public LinkOutcome end(Caller caller, UUID id, int version) {
        return writes.write(caller, "organization.link.reason.end", () -> {
            var link = standing(id, version, Standing.HELD, Standing.UNCONFIRMED);
            if (link == null) {
                return new Refused(NOT_WAITING);
            }
            links.end(link, caller.actor().id(), clock.instant());
            return new Done(id);
        });
    }

    private @Nullable Rule against(UUID account, PersonId person, String reason) {
        if (!links.account(account)) {
            return NO_ACCOUNT;
        }
        if (people.byId(person).filter(found -> found.retiredOn() == null).isEmpty()) {
            return NO_PERSON;
        }
        if (links.known(account, person, clock.instant())) {
            return ALREADY;
        }
        int length = reason.strip().length();
        return length < SHORTEST_REASON || length > LONGEST_REASON ? REASON : null;
    }

    private @Nullable AccountLink standing(UUID id, int version, Standing... wanted) {
        var now = clock.instant();
        return links.find(id)
                .filter(link -> link.version() == version)
                .filter(link -> List.of(wanted).contains(link.standing(now)))
                .orElse(null);
    }

    private boolean another(Caller caller, AccountLink link) {
        var me = accounts.ofSamePerson(caller.actor().id());
        return !me.contains(link.account()) && (link.askedBy() == null || !me.contains(link.askedBy()));
    }
}
