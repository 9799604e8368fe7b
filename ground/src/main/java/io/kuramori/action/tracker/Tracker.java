package io.kuramori.action.tracker;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import io.kuramori.action.ActionId;
import io.kuramori.action.Actions;
import io.kuramori.action.Plan;
import io.kuramori.action.Status;
import io.kuramori.action.tracker.Action.Done;
import io.kuramori.action.tracker.Action.Verified;
import io.kuramori.identity.Caller;
import io.kuramori.identity.Transactions;
import io.kuramori.journal.StaleRecord;
import io.kuramori.notice.Notice;
import io.kuramori.notice.Notices;
import io.kuramori.organization.Accounts;
import io.kuramori.organization.Invalid;
import io.kuramori.organization.Organization;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Carries the steps out.
@Service
public class Tracker implements Actions {

    private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();
    private final ActionRepository actions;
    private final Organization organization;
    private final Accounts accounts;
    private final Notices notices;
    private final Transactions transactions;
    private final Clock clock;

    Tracker(
            ActionRepository actions,
            Organization organization,
            Accounts accounts,
            Notices notices,
            Transactions transactions,
            Clock clock) {
        this.actions = actions;
        this.organization = organization;
        this.accounts = accounts;
        this.notices = notices;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Optional<Action> find(Caller caller, UUID id) {
        return transactions.read(caller, () -> actions.find(id));
    }

    @Override
    public ActionId open(Caller caller, Plan plan) {
        return transactions.write(caller, "action.act.open", () -> {
            var owner = organization
                    .post(plan.owner())
                    .filter(post -> post.institution().equals(plan.institution()) && post.retiredOn() == null)
                    .orElseThrow(() -> new Invalid("owner", "action.error.owner"));
            var action = new Action(
                    ids.generate(),
                    0,
                    actions.nextCode(plan.institution()),
                    plan,
                    plan.due(),
                    0,
                    0,
                    Status.OPEN,
                    null,
                    null,
                    caller.actor().id(),
                    clock.instant());
            actions.insert(action);
            notices.tell(
                    caller,
                    new Notice(
                            "action:" + action.id() + ":open",
                            plan.institution(),
                            "action.notice.open",
                            List.of(action.code(), plan.due().toString(), plan.title()),
                            "/actions/" + action.id(),
                            accounts.holding(owner.id(), today(plan)),
                            false,
                            owner.id()));
            return new ActionId(action.id());
        });
    }

    /// @param version that the form was filled from
    /// @param reason why, in the person's words; null where the step says it
    public void take(Caller caller, UUID id, int version, Step step, @Nullable String reason) {
        transactions.write(caller, reason == null ? "action.act." + name(step) : reason, () -> {
            var before = actions.find(id).orElseThrow();
            if (before.version() != version) {
                throw new StaleRecord("action.action", id);
            }
            var answer = Step.of(before, step);
            var to = answer.to().orElseThrow(() -> new Invalid("", answer.refusal()));
            actions.update(after(caller, before, step, to));
            return true;
        });
    }

    /// The step by which somebody verifies: with every account of the same person.
    public Step verification(Caller caller) {
        return transactions.read(
                caller,
                () -> new Step.Verify(accounts.ofSamePerson(caller.actor().id())));
    }

    public LocalDate today(Caller caller, Plan plan) {
        return transactions.read(caller, () -> today(plan));
    }

    private LocalDate today(Plan plan) {
        return organization.calendar(plan.institution()).today(clock);
    }

    private Action after(Caller caller, Action before, Step step, Status to) {
        var by = caller.actor().id();
        var now = clock.instant();
        return switch (step) {
            case Step.Complete(var evidence, var reference) ->
                with(before, before.plan(), to, new Done(by, now, evidence, reference), null, 0, 0);
            case Step.Verify _ -> with(before, before.plan(), to, before.done(), new Verified(by, now), 0, 0);
            case Step.SendBack _, Step.Cancel _ -> with(before, before.plan(), to, null, null, 0, 0);
            case Step.Reopen() -> with(before, before.plan(), to, null, null, 0, 1);
            case Step.Extend(var due) -> with(before, due(before.plan(), due), to, null, null, 1, 0);
        };
    }

    private static Action with(
            Action before,
            Plan plan,
            Status to,
            @Nullable Done done,
            @Nullable Verified verified,
            int moreExtensions,
            int moreReopened) {
        return new Action(
                before.id(),
                before.version(),
                before.code(),
                plan,
                before.originalDue(),
                before.extensions() + moreExtensions,
                before.reopened() + moreReopened,
                to,
                done,
                verified,
                before.openedBy(),
                before.openedAt());
    }

    private static Plan due(Plan plan, LocalDate due) {
        return new Plan(plan.institution(), plan.title(), plan.details(), plan.source(), plan.owner(), due);
    }

    private static String name(Step step) {
        return switch (step) {
            case Step.Complete _ -> "complete";
            case Step.Verify _ -> "verify";
            case Step.SendBack() -> "send-back";
            case Step.Extend _ -> "extend";
            case Step.Reopen() -> "reopen";
            case Step.Cancel() -> "cancel";
        };
    }
}
