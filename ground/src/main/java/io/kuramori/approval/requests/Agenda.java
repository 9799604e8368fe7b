package io.kuramori.approval.requests;

import io.kuramori.approval.requests.Decisions.Answer;
import io.kuramori.approval.rules.Choice;
import io.kuramori.approval.rules.State;
import io.kuramori.identity.Caller;
import io.kuramori.identity.InstitutionId;
import io.kuramori.journal.StaleRecord;
import io.kuramori.organization.CommitteeId;
import io.kuramori.organization.Decider;
import io.kuramori.organization.Invalid;
import io.kuramori.organization.Invalid.Complaint;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/// Several requests as one agenda item of a committee's meeting: members vote once on all of them.
@Service
public class Agenda {

    private final AgendaRepository items;
    private final RequestRepository requests;
    private final Situations situations;
    private final Decisions decisions;
    private final Changes changes;
    private final Clock clock;

    Agenda(
            AgendaRepository items,
            RequestRepository requests,
            Situations situations,
            Decisions decisions,
            Changes changes,
            Clock clock) {
        this.items = items;
        this.requests = requests;
        this.situations = situations;
        this.decisions = decisions;
        this.changes = changes;
        this.clock = clock;
    }

    public List<AgendaItem> all(Caller caller) {
        return changes.read(caller, items::all);
    }

    public Optional<AgendaItem> find(Caller caller, UUID id) {
        return changes.read(caller, () -> items.find(id));
    }

    public List<Request> requests(Caller caller, UUID item) {
        return changes.read(caller, () -> requests.onAgenda(item));
    }

    /// Waiting requests that the committee decides and that stand on no agenda yet.
    public List<Request> candidates(Caller caller, CommitteeId committee) {
        return changes.read(
                caller,
                () -> requests.open().stream()
                        .filter(request -> request.agendaItem() == null && decidedBy(request, committee))
                        .toList());
    }

    /// @param chosen requests; those that the committee does not decide are refused
    public UUID create(
            Caller caller,
            InstitutionId institution,
            CommitteeId committee,
            LocalDate heldOn,
            String title,
            List<UUID> chosen) {
        if (chosen.isEmpty()) {
            throw new Invalid("requests", "approval.error.required");
        }
        return changes.write(caller, "approval.act.agenda", () -> {
            var item = new AgendaItem(
                    changes.newId(),
                    institution,
                    0,
                    committee,
                    heldOn,
                    title,
                    caller.actor().id(),
                    null);
            items.insert(item);
            for (UUID id : chosen) {
                var request = requests.hold(id).orElseThrow(() -> new Invalid("requests", "approval.error.choice"));
                if (!decidedBy(request, committee)
                        || request.agendaItem() != null
                        || !request.institution().equals(institution)) {
                    throw new Invalid("requests", "approval.error.not-on-agenda", request.code());
                }
                requests.update(request.on(item.id()));
            }
            return item.id();
        });
    }

    /// One vote on every open request of the item. A request on which the caller may not vote is left and told, by
    /// code.
    ///
    /// @param hashes of what the caller saw, by request
    public List<Complaint> vote(Caller caller, UUID item, Choice choice, Map<UUID, String> hashes, Answer answer) {
        return each(
                caller, item, hashes, answer, (request, said) -> decisions.vote(caller, request.id(), choice, said));
    }

    /// The chair ends the vote on every open request of the item.
    public List<Complaint> close(Caller caller, UUID id, Map<UUID, String> hashes, Answer answer) {
        var left = each(caller, id, hashes, answer, (request, said) -> decisions.close(caller, request.id(), said));
        changes.write(caller, "approval.act.close", () -> {
            var item = items.find(id).orElseThrow();
            boolean over = requests.onAgenda(id).stream()
                    .noneMatch(request -> request.standing().state().open());
            if (over && item.closedAt() == null) {
                items.close(item, clock.instant());
            }
        });
        return left;
    }

    private interface Step {
        void on(Request request, Answer answer);
    }

    /// Each request in a transaction of its own: that one is barred must not undo the others.
    private List<Complaint> each(Caller caller, UUID item, Map<UUID, String> hashes, Answer answer, Step step) {
        var left = new ArrayList<Complaint>();
        for (Request request : requests(caller, item)) {
            if (!request.standing().state().open()) {
                continue;
            }
            var hash = hashes.getOrDefault(request.id(), "");
            try {
                step.on(request, new Answer(hash, answer.comment(), List.of()));
            } catch (Invalid refused) {
                refused.complaints().forEach(each -> left.add(new Complaint(request.code(), each.key(), List.of())));
            } catch (StaleRecord _) {
                left.add(new Complaint(request.code(), "approval.error.changed", List.of()));
            }
        }
        return left;
    }

    private boolean decidedBy(Request request, CommitteeId committee) {
        return request.standing().state() instanceof State.Waiting
                && situations
                        .rule(request.institution(), request.content(), situations.today(request.institution()))
                        .filter(rule -> rule.decider().equals(new Decider.ByCommittee(committee)))
                        .isPresent();
    }
}
