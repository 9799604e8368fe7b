package io.kuramori.identity.administration;

import com.fasterxml.uuid.Generators;
import io.kuramori.identity.Caller;
import io.kuramori.identity.Transactions;
import io.kuramori.identity.signin.AccountKeeping;
import io.kuramori.identity.signin.AccountKeeping.Invited;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/// Somebody lost their second factor: one administrator asks, another consents within a day. Neither is the one whose
/// factors go, in code here and again in the table's checks. An institution with one administrator uses the way on the
/// machine instead (`./kuramori run --recover`).
@Service
class FactorResets {

    static final Duration LIFE = Duration.ofDays(1);

    private final FactorResetRepository repository;
    private final AccountKeeping accounts;
    private final Transactions transactions;
    private final Clock clock;

    FactorResets(FactorResetRepository repository, AccountKeeping accounts, Transactions transactions, Clock clock) {
        this.repository = repository;
        this.accounts = accounts;
        this.transactions = transactions;
        this.clock = clock;
    }

    List<FactorReset> open() {
        return repository.open(clock.instant().minus(LIFE));
    }

    /// False when it is the caller's own account, or a request already waits.
    boolean request(Caller caller, UUID account, String reason) {
        UUID requester = caller.actor().id();
        boolean waits = open().stream().anyMatch(one -> one.account().equals(account));
        if (requester.equals(account) || waits) {
            return false;
        }

        return transactions.write(caller, reason, () -> {
            var now = clock.instant();
            repository
                    .late(account, now.minus(LIFE))
                    .forEach(
                            late -> repository.decide(late.id(), late.version(), late.requestedBy(), "WITHDRAWN", now));
            repository.insert(Generators.timeBasedEpochGenerator().generate(), account, requester, reason, now);
            return true;
        });
    }

    /// The link for the person; empty when the caller asked for it themselves, or it is about them, or none waits.
    Optional<Invited> consent(Caller caller, UUID id) {
        var asked = waiting(caller, id);

        return asked.map(reset -> transactions.write(caller, "identity.reason.factors-reset", () -> {
            repository.decide(reset.id(), reset.version(), caller.actor().id(), "CONSENTED", clock.instant());
            return accounts.clear(caller, reset.account(), "identity.reason.factors-reset");
        }));
    }

    boolean refuse(Caller caller, UUID id) {
        var asked = waiting(caller, id);
        asked.ifPresent(reset -> transactions.write(caller, "identity.reason.factors-kept", () -> {
            repository.decide(reset.id(), reset.version(), caller.actor().id(), "REFUSED", clock.instant());
            return true;
        }));

        return asked.isPresent();
    }

    boolean withdraw(Caller caller, UUID id) {
        var own = open().stream()
                .filter(one -> one.id().equals(id)
                        && one.requestedBy().equals(caller.actor().id()))
                .findFirst();
        own.ifPresent(reset -> transactions.write(caller, "identity.reason.factors-kept", () -> {
            repository.decide(reset.id(), reset.version(), caller.actor().id(), "WITHDRAWN", clock.instant());
            return true;
        }));

        return own.isPresent();
    }

    /// The request, if the caller may decide it.
    private Optional<FactorReset> waiting(Caller caller, UUID id) {
        UUID decider = caller.actor().id();

        return open().stream()
                .filter(one -> one.id().equals(id))
                .filter(one ->
                        !one.requestedBy().equals(decider) && !one.account().equals(decider))
                .findFirst();
    }
}
