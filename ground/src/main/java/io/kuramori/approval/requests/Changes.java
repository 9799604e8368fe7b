package io.kuramori.approval.requests;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import io.kuramori.identity.Caller;
import io.kuramori.identity.StepUp;
import io.kuramori.identity.Transactions;
import io.kuramori.organization.Invalid;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.postgresql.util.PSQLException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/// Every change of this module passes here: one transaction, and what the database refuses said in words.
@Component
class Changes {

    /// Constraint → message.
    private static final Map<String, String> WORDS = Map.of(
            "vote_own", "approval.denied.OWN_REQUEST",
            "vote_delegate", "approval.denied.DELEGATE_OF_REQUESTER",
            "vote_once", "approval.denied.VOTED",
            "vote_person_once", "approval.denied.VOTED",
            "outside_own", "approval.denied.CHECKS_OWN",
            "outside_open", "approval.error.outside-open",
            "condition_own", "approval.denied.OWN_REQUEST",
            "delegation_own", "approval.error.own-deputy",
            "delegation_twice", "approval.error.deputy-twice");

    private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();
    private final Transactions transactions;
    private final StepUp stepUp;

    Changes(Transactions transactions, StepUp stepUp) {
        this.transactions = transactions;
        this.stepUp = stepUp;
    }

    UUID newId() {
        return ids.generate();
    }

    <T> T read(Caller caller, Supplier<T> work) {
        return transactions.read(caller, work);
    }

    /// @throws Invalid when a constraint of this module refuses the change
    <T> T write(Caller caller, String reason, Supplier<T> work) {
        try {
            return transactions.write(caller, reason, work);
        } catch (DataIntegrityViolationException e) {
            var words = e.getMostSpecificCause() instanceof PSQLException cause && cause.getServerErrorMessage() != null
                    ? WORDS.get(String.valueOf(cause.getServerErrorMessage().getConstraint()))
                    : null;
            if (words == null) {
                throw e;
            }
            throw new Invalid("", words);
        }
    }

    /// A weighty act: needs a fresh proof of who acts, before anything is written.
    void decide(Caller caller, String reason, Runnable work) {
        stepUp.require(caller);
        write(caller, reason, work);
    }

    void write(Caller caller, String reason, Runnable work) {
        write(caller, reason, () -> {
            work.run();
            return true;
        });
    }
}
