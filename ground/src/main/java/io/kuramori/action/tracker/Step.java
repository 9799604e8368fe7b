package io.kuramori.action.tracker;

import io.kuramori.action.Status;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What somebody does with an action.
public sealed interface Step {

    record Complete(String evidence, @Nullable String reference) implements Step {}

    /// @param accounts the verifier, with every account of the same person
    record Verify(Set<UUID> accounts) implements Step {}

    /// What was said to be done is not.
    record SendBack() implements Step {}

    record Extend(LocalDate due) implements Step {}

    record Reopen() implements Step {}

    record Cancel() implements Step {}

    /// Where the step leads. Pure.
    ///
    /// @return the message key of what speaks against it, in place of a status
    static Answer of(Action action, Step step) {
        return switch (step) {
            case Complete _ -> from(action, Status.OPEN, Status.DONE);
            case Verify(var accounts) -> verify(action, accounts);
            case SendBack() -> from(action, Status.DONE, Status.OPEN);
            case Extend(var due) ->
                due.isAfter(action.plan().due())
                        ? from(action, Status.OPEN, Status.OPEN)
                        : new Answer(Optional.empty(), "action.error.not-later");
            case Cancel() -> from(action, Status.OPEN, Status.CANCELLED);
            case Reopen() ->
                action.status() == Status.VERIFIED || action.status() == Status.CANCELLED
                        ? new Answer(Optional.of(Status.OPEN), "")
                        : new Answer(Optional.empty(), "action.error.not-now");
        };
    }

    record Answer(Optional<Status> to, String refusal) {}

    private static Answer verify(Action action, Set<UUID> accounts) {
        var done = action.done();
        return done != null && accounts.contains(done.by())
                ? new Answer(Optional.empty(), "action.error.own")
                : from(action, Status.DONE, Status.VERIFIED);
    }

    private static Answer from(Action action, Status from, Status to) {
        return action.status() == from
                ? new Answer(Optional.of(to), "")
                : new Answer(Optional.empty(), "action.error.not-now");
    }
}
