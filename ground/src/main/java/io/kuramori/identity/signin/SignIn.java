package io.kuramori.identity.signin;

import io.kuramori.identity.Caller;
import io.kuramori.identity.Envelope;
import io.kuramori.identity.Transactions;
import io.kuramori.journal.Actor;
import io.kuramori.journal.Actor.Kind;
import io.kuramori.journal.Actor.Strength;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/// Password first, then a code of the authenticator app or a recovery code; each step gives a new session.
@Service
class SignIn {

    private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);

    private final AccountRepository accounts;
    private final Passwords passwords;
    private final Attempts attempts;
    private final Sessions sessions;
    private final Envelope envelope;
    private final Transactions transactions;
    private final Clock clock;

    SignIn(
            AccountRepository accounts,
            Passwords passwords,
            Attempts attempts,
            Sessions sessions,
            Envelope envelope,
            Transactions transactions,
            Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.attempts = attempts;
        this.sessions = sessions;
        this.envelope = envelope;
        this.transactions = transactions;
        this.clock = clock;
    }

    static String purpose(Account account) {
        return "identity.totp:" + account.id();
    }

    /// The token of a half-way session; empty when e-mail address or password is wrong.
    Optional<String> password(String email, String password, Origin origin) {
        var attempt = attempts.begin(email, origin.address());
        var account = accounts.byEmail(email.strip().toLowerCase(Locale.ROOT));
        if (!passwords.matches(password, account.map(Account::passwordHash).orElse(null))) {
            LOG.info("sign-in refused: password, from {}", origin.address());
            return Optional.empty();
        }

        attempts.forget(attempt);
        return account.map(known -> sessions.open(known.id(), Strength.PASSWORD, origin));
    }

    /// The token of the full session; empty when the code is wrong or was used before.
    Optional<String> secondFactor(Session halfWay, String code, Origin origin) {
        var account = accounts.byId(halfWay.accountId()).orElseThrow();
        var attempt = attempts.begin(account.email(), origin.address());
        var plain = code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        boolean right = plain.length() == Totp.DIGITS ? totp(account, plain) : recoveryCode(account, plain);
        if (!right) {
            LOG.info("sign-in of account {} refused: second factor, from {}", account.id(), origin.address());
            return Optional.empty();
        }

        attempts.succeed(attempt);
        LOG.info("account {} signed in from {}", account.id(), origin.address());
        return Optional.of(sessions.rotate(halfWay, origin));
    }

    private boolean totp(Account account, String code) {
        byte[] sealed = account.totpSecret();
        if (sealed == null) {
            return false;
        }

        OptionalLong step = Totp.match(envelope.open(sealed, purpose(account)), code, clock.instant());
        return step.isPresent() && accounts.useStep(account.id(), step.getAsLong());
    }

    private boolean recoveryCode(Account account, String code) {
        var caller = new Caller(new Actor(account.id(), Kind.PERSON, Strength.PASSWORD), account.name(), Set.of());

        return transactions.write(caller, "identity.reason.recovery-code", () -> {
            boolean used = accounts.useRecoveryCode(account.id(), Secrets.sha256(code), clock.instant());
            if (used) {
                accounts.spendRecoveryCode(account);
            }
            return used;
        });
    }
}
