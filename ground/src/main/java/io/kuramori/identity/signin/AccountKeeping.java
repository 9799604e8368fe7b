package io.kuramori.identity.signin;

import com.fasterxml.uuid.Generators;
import io.kuramori.identity.Caller;
import io.kuramori.identity.Transactions;
import io.kuramori.journal.Batches;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/// What administrators do to accounts. Whoever calls has seen to it that the caller is one; nobody does any of it to
/// themselves. `reason` is in the administrator's words.
@Service
public class AccountKeeping {

    private final AccountRepository accounts;
    private final AccountLineRepository lines;
    private final PasskeyRepository passkeys;
    private final SessionRepository sessions;
    private final Invitations invitations;
    private final Batches batches;
    private final Transactions transactions;
    private final Clock clock;

    AccountKeeping(
            AccountRepository accounts,
            AccountLineRepository lines,
            PasskeyRepository passkeys,
            SessionRepository sessions,
            Invitations invitations,
            Batches batches,
            Transactions transactions,
            Clock clock) {
        this.accounts = accounts;
        this.lines = lines;
        this.passkeys = passkeys;
        this.sessions = sessions;
        this.invitations = invitations;
        this.batches = batches;
        this.transactions = transactions;
        this.clock = clock;
    }

    public List<AccountLine> all() {
        return lines.all(clock.instant());
    }

    public Optional<AccountLine> one(UUID id) {
        return lines.one(id, clock.instant());
    }

    /// @param token of the invitation, shown once
    public record Invited(UUID account, String token) {
        @Override
        public String toString() {
            return "Invited[" + account + "]";
        }
    }

    /// A new account without password and roles, and the link that sets its password; empty when there is an account
    /// with that address.
    public Optional<Invited> invite(Caller caller, String email, String name, String reason) {
        var address = email.toLowerCase(Locale.ROOT);

        return transactions.write(caller, reason, () -> {
            if (accounts.known(address)) {
                return Optional.empty();
            }
            UUID id = Generators.timeBasedEpochGenerator().generate();
            accounts.insert(id, address, name, Passwords.NONE, clock.instant());
            return Optional.of(new Invited(id, invitations.issue(id)));
        });
    }

    /// Another link for an account that still waits; the one before is void.
    public Optional<Invited> inviteAgain(Caller caller, AccountLine account, String reason) {
        return transactions.write(caller, reason, () -> {
            if (!account.invited()) {
                return Optional.empty();
            }
            batches.record(
                    "identity.invitation", null, Map.of("account", account.id().toString()));
            return Optional.of(new Invited(account.id(), invitations.issue(account.id())));
        });
    }

    /// Nobody signs in with it until it is unlocked; its sessions end.
    /// Ends its sessions, too. False when nobody would remain who gets in without a directory and administers.
    public boolean lock(Caller caller, AccountLine account, String reason) {
        return transactions.write(caller, reason, () -> {
            accounts.oneAtATime();
            if (!accounts.canBeSpared(account.id(), clock.instant())) {
                return false;
            }
            accounts.setLocked(account, clock.instant());
            sessions.endAll(account.id(), "LOCKED", clock.instant());
            return true;
        });
    }

    public void unlock(Caller caller, AccountLine account, String reason) {
        transactions.write(caller, reason, () -> {
            accounts.setLocked(account, null);
            return true;
        });
    }

    /// Whether switching the account's password off leaves it another way in, and the house an administrator who needs
    /// no directory.
    public boolean maySwitchPasswordOff(AccountLine account) {
        return (account.directories() > 0 || account.passkeys() > 0)
                && accounts.localAdministratorWithoutPasswordOf(account.id(), clock.instant());
    }

    /// From now on the password opens nothing; what it opened ends. False when that would lock out.
    public boolean switchPasswordOff(Caller caller, AccountLine account, String reason) {
        return transactions.write(caller, reason, () -> {
            accounts.oneAtATime();
            if (!maySwitchPasswordOff(account)) {
                return false;
            }
            accounts.setPasswordOff(account, true);
            sessions.endAll(account.id(), "FACTOR_CHANGED", clock.instant());
            return true;
        });
    }

    public void switchPasswordOn(Caller caller, AccountLine account, String reason) {
        transactions.write(caller, reason, () -> {
            accounts.setPasswordOff(account, false);
            return true;
        });
    }

    /// Ends every open session; how many.
    public int endSessions(Caller caller, AccountLine account, String reason) {
        return transactions.write(caller, reason, () -> {
            int ended = sessions.endAll(account.id(), "ENDED_BY_ADMINISTRATOR", clock.instant());
            batches.record(
                    "identity.session", null, Map.of("account", account.id().toString(), "ended", ended));
            return ended;
        });
    }

    /// Takes password, app, passkeys and recovery codes away, ends every session, and gives the link with which the
    /// person sets a new password and enrols anew. Whoever knew the old password can do nothing with it.
    public Invited clear(Caller caller, UUID account, String reason) {
        return transactions.write(caller, reason, () -> {
            accounts.lock(account);
            passkeys.of(account).forEach(passkeys::delete);
            accounts.replaceRecoveryCodes(account, List.of());
            accounts.clearProofs(account, clock.instant());
            sessions.endAll(account, "FACTOR_CHANGED", clock.instant());
            return new Invited(account, invitations.issue(account));
        });
    }
}
