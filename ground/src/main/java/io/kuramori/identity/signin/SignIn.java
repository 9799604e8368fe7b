package io.kuramori.identity.signin;

import io.kuramori.journal.Actor.Strength;
import java.util.Locale;
import java.util.Optional;
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
    private final SecondFactors factors;

    SignIn(
            AccountRepository accounts,
            Passwords passwords,
            Attempts attempts,
            Sessions sessions,
            SecondFactors factors) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.attempts = attempts;
        this.sessions = sessions;
        this.factors = factors;
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
        if (!factors.useAny(account, code)) {
            LOG.info("sign-in of account {} refused: second factor, from {}", account.id(), origin.address());
            return Optional.empty();
        }

        attempts.succeed(attempt);
        LOG.info("account {} signed in from {}", account.id(), origin.address());
        return Optional.of(sessions.rotate(halfWay, origin));
    }
}
