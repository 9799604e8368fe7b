package io.kuramori.approval.requests;

import io.kuramori.approval.rules.Delegation;
import io.kuramori.identity.Caller;
import io.kuramori.organization.Accounts;
import io.kuramori.organization.Holder;
import io.kuramori.organization.Invalid;
import io.kuramori.organization.Organization;
import io.kuramori.organization.PostId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/// Deputies with dates: whoever holds a post names who decides in his place. Only in his own name: a deputy names none.
@Service
public class Deputies {

    private final DeputyRepository deputies;
    private final Organization organization;
    private final Accounts accounts;
    private final Situations situations;
    private final Changes changes;

    Deputies(
            DeputyRepository deputies,
            Organization organization,
            Accounts accounts,
            Situations situations,
            Changes changes) {
        this.deputies = deputies;
        this.organization = organization;
        this.accounts = accounts;
        this.situations = situations;
        this.changes = changes;
    }

    /// Those the caller gave or has.
    public List<Deputy> of(Caller caller) {
        return changes.read(caller, () -> deputies.of(caller.actor().id()));
    }

    /// Posts that the caller holds today.
    public List<Holder> posts(Caller caller, LocalDate today) {
        return changes.read(
                caller,
                () -> accounts.peopleOf(caller.actor().id()).stream()
                        .flatMap(person -> organization.postsHeldBy(person, today).stream())
                        .toList());
    }

    public void give(Caller caller, PostId post, UUID deputy, LocalDate from, LocalDate until) {
        changes.decide(caller, "approval.act.delegate", () -> {
            var principal = caller.actor().id();
            var institution = organization
                    .post(post)
                    .orElseThrow(() -> new Invalid("post", "approval.error.not-holder"))
                    .institution();
            var today = situations.today(institution);
            if (!accounts.holding(post, today).contains(principal)) {
                throw new Invalid("post", "approval.error.not-holder");
            }
            if (accounts.ofSamePerson(principal).contains(deputy)) {
                throw new Invalid("deputy", "approval.error.own-deputy");
            }
            if (accounts.inScope().stream().noneMatch(known -> known.account().equals(deputy))) {
                throw new Invalid("deputy", "approval.error.choice");
            }
            if (from.isBefore(today) || until.isBefore(from)) {
                throw new Invalid("until", "approval.error.period");
            }
            var delegation = new Delegation(principal, deputy, post, from, until);
            deputies.insert(new Deputy(changes.newId(), institution, 0, delegation));
        });
    }

    /// Ends one today: today is its last day. Only its giver may.
    public void end(Caller caller, UUID id) {
        changes.write(caller, "approval.act.delegate-end", () -> {
            var deputy = deputies.find(id).orElseThrow();
            if (!deputy.delegation().principal().equals(caller.actor().id())) {
                throw new Invalid("", "approval.denied.NOT_NAMED");
            }
            var today = situations.today(deputy.institution());
            var lastDay = today.isBefore(deputy.delegation().from())
                    ? deputy.delegation().from()
                    : today;
            if (!lastDay.isBefore(deputy.delegation().until())) {
                throw new Invalid("", "approval.denied.NOT_NOW");
            }
            deputies.end(deputy, lastDay);
        });
    }

    public Optional<Deputy> find(Caller caller, UUID id) {
        return changes.read(caller, () -> deputies.find(id));
    }
}
