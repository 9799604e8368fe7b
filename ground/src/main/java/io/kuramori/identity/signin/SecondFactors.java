package io.kuramori.identity.signin;

import io.kuramori.identity.Caller;
import io.kuramori.identity.Envelope;
import io.kuramori.identity.Transactions;
import io.kuramori.journal.Actor;
import io.kuramori.journal.Actor.Kind;
import io.kuramori.journal.Actor.Strength;
import java.time.Clock;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Codes as second factors: of the authenticator app, or recovery codes. Each is good once.
@Component
class SecondFactors {

    private final AccountRepository accounts;
    private final Envelope envelope;
    private final Transactions transactions;
    private final Clock clock;

    SecondFactors(AccountRepository accounts, Envelope envelope, Transactions transactions, Clock clock) {
        this.accounts = accounts;
        this.envelope = envelope;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// What the secret of an account's authenticator app is sealed for.
    static String purpose(UUID account) {
        return "identity.totp:" + account;
    }

    /// Takes the code, of either kind, as used; false when it is wrong or was used before.
    boolean useAny(Account account, String code) {
        return plain(code).length() == Totp.DIGITS ? useTotp(account, code) : useRecoveryCode(account, code);
    }

    boolean useTotp(Account account, String code) {
        byte[] sealed = account.totpSecret();
        if (sealed == null) {
            return false;
        }

        OptionalLong step = Totp.match(envelope.open(sealed, purpose(account.id())), plain(code), clock.instant());
        return step.isPresent() && accounts.useStep(account.id(), step.getAsLong());
    }

    boolean useRecoveryCode(Account account, String code) {
        var caller = new Caller(new Actor(account.id(), Kind.PERSON, Strength.PASSWORD), account.name(), Set.of());

        return transactions.write(caller, "identity.reason.recovery-code", () -> {
            boolean used = accounts.useRecoveryCode(account.id(), Secrets.sha256(plain(code)), clock.instant());
            if (used) {
                accounts.spendRecoveryCode(account);
            }
            return used;
        });
    }

    private static String plain(String code) {
        return code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }
}
