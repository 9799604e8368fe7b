package io.kuramori.identity.signin;

import com.fasterxml.uuid.Generators;
import io.kuramori.identity.Caller;
import io.kuramori.identity.Transactions;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/// Linking people in a directory with accounts, by administrators; never with their own. An e-mail address links
/// nobody:
/// whoever may set it there would be whoever has it here.
@Service
public class ExternalIdentities {

    private final ExternalIdentityRepository identities;
    private final ExternalArrivalRepository arrivals;
    private final AccountLineRepository accounts;
    private final AccountRepository locks;
    private final SessionRepository sessions;
    private final Transactions transactions;
    private final Clock clock;

    ExternalIdentities(
            ExternalIdentityRepository identities,
            ExternalArrivalRepository arrivals,
            AccountLineRepository accounts,
            AccountRepository locks,
            SessionRepository sessions,
            Transactions transactions,
            Clock clock) {
        this.identities = identities;
        this.arrivals = arrivals;
        this.accounts = accounts;
        this.locks = locks;
        this.sessions = sessions;
        this.transactions = transactions;
        this.clock = clock;
    }

    public List<ExternalIdentity> linked() {
        return identities.all();
    }

    public List<ExternalArrival> waiting() {
        return arrivals.all(clock.instant());
    }

    public Optional<ExternalIdentity> link(UUID id) {
        return identities.find(id);
    }

    public Optional<ExternalArrival> arrival(UUID id) {
        return arrivals.find(id);
    }

    /// From now on whoever came is the account. False when it is the caller's own, or somebody else was quicker.
    public boolean link(Caller caller, ExternalArrival arrival, AccountLine account, String reason) {
        UUID by = caller.actor().id();
        if (by.equals(account.id())) {
            return false;
        }

        return transactions.write(caller, reason, () -> {
            if (!arrivals.take(arrival.id())) {
                return false;
            }
            UUID id = Generators.timeBasedEpochGenerator().generate();
            identities.insert(id, arrival, account.id(), by, clock.instant());
            return true;
        });
    }

    /// Whether the account is left with a way in.
    public boolean mayUnlink(ExternalIdentity identity) {
        return accounts.one(identity.account(), clock.instant())
                .map(line -> !line.passwordOff() || line.passkeys() > 0 || line.directories() > 1)
                .orElse(true);
    }

    /// From now on they are nobody here; the account's sessions end. False when it is the caller's own, or the account
    /// would be left without a way in.
    public boolean unlink(Caller caller, ExternalIdentity identity, String reason) {
        if (caller.actor().id().equals(identity.account())) {
            return false;
        }

        return transactions.write(caller, reason, () -> {
            locks.oneAtATime();
            if (!mayUnlink(identity)) {
                return false;
            }
            identities.unlink(identity, clock.instant());
            sessions.endAll(identity.account(), "FACTOR_CHANGED", clock.instant());
            return true;
        });
    }
}
