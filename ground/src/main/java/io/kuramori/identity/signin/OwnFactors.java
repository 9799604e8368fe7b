package io.kuramori.identity.signin;

import com.fasterxml.uuid.Generators;
import io.kuramori.identity.Caller;
import io.kuramori.identity.Transactions;
import io.kuramori.identity.passkeys.Credential;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/// What a person changes about their own ways in. The last second factor stays: nobody is left with a password alone.
@Service
class OwnFactors {

    private final AccountRepository accounts;
    private final PasskeyRepository passkeys;
    private final RecoveryCodes recoveryCodes;
    private final Passwords passwords;
    private final Attempts attempts;
    private final Transactions transactions;
    private final Clock clock;

    OwnFactors(
            AccountRepository accounts,
            PasskeyRepository passkeys,
            RecoveryCodes recoveryCodes,
            Passwords passwords,
            Attempts attempts,
            Transactions transactions,
            Clock clock) {
        this.accounts = accounts;
        this.passkeys = passkeys;
        this.recoveryCodes = recoveryCodes;
        this.passwords = passwords;
        this.attempts = attempts;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// False when there are as many as may be.
    boolean addPasskey(Caller caller, Credential credential, String name) {
        return transactions.write(caller, "identity.reason.passkey-added", () -> {
            var account = locked(caller);
            if (passkeys.of(account.id()).size() >= PasskeyRepository.MOST) {
                return false;
            }
            passkeys.insert(
                    Generators.timeBasedEpochGenerator().generate(), account.id(), name, credential, clock.instant());
            return true;
        });
    }

    /// False when it is not theirs.
    boolean renamePasskey(Caller caller, UUID id, String name) {
        return transactions.write(caller, "identity.reason.passkey-renamed", () -> {
            var own = passkeys.of(locked(caller).id()).stream()
                    .filter(passkey -> passkey.id().equals(id))
                    .findFirst();
            own.ifPresent(passkey -> passkeys.rename(passkey, name));
            return own.isPresent();
        });
    }

    /// False when it is not theirs, or the last second factor.
    boolean removePasskey(Caller caller, UUID id) {
        return transactions.write(caller, "identity.reason.passkey-removed", () -> {
            var account = locked(caller);
            List<Passkey> all = passkeys.of(account.id());
            // Without a password it may be the only way in that needs no directory.
            boolean last = all.size() == 1 && (account.totpSecret() == null || account.passwordOff());
            var own = all.stream().filter(passkey -> passkey.id().equals(id)).findFirst();
            if (last || own.isEmpty()) {
                return false;
            }
            passkeys.delete(own.get());
            return true;
        });
    }

    /// False when there is none, or it is the last second factor.
    boolean removeAuthenticator(Caller caller) {
        return transactions.write(caller, "identity.reason.authenticator-removed", () -> {
            var account = locked(caller);
            if (account.totpSecret() == null || passkeys.of(account.id()).isEmpty()) {
                return false;
            }
            accounts.removeAuthenticator(account);
            return true;
        });
    }

    /// New codes to show once; the old ones are void.
    List<String> renewRecoveryCodes(Caller caller) {
        var codes = RecoveryCodes.make();
        transactions.write(caller, "identity.reason.recovery-codes-renewed", () -> {
            recoveryCodes.keep(locked(caller).id(), codes);
            return true;
        });
        return codes.shown();
    }

    /// False when the old password is wrong, which counts as a failed sign-in.
    boolean changePassword(Caller caller, String old, String password, Origin origin) {
        var account = accounts.byId(caller.actor().id()).orElseThrow();
        var attempt = attempts.begin(account.email(), origin.address());
        if (!passwords.matches(old, account.usableHash())) {
            return false;
        }

        attempts.succeed(attempt);
        var hash = passwords.hash(password);
        return transactions.write(caller, "identity.reason.password-changed", () -> {
            accounts.setPassword(locked(caller), hash, clock.instant());
            return true;
        });
    }

    /// Holds the account until the transaction ends, so that two removals at once do not both leave one behind.
    private Account locked(Caller caller) {
        accounts.lock(caller.actor().id());

        return accounts.byId(caller.actor().id()).orElseThrow();
    }
}
