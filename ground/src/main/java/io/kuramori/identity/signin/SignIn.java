package io.kuramori.identity.signin;

import io.kuramori.identity.passkeys.Site;
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
    private final Passkeys passkeys;

    SignIn(
            AccountRepository accounts,
            Passwords passwords,
            Attempts attempts,
            Sessions sessions,
            SecondFactors factors,
            Passkeys passkeys) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.attempts = attempts;
        this.sessions = sessions;
        this.factors = factors;
        this.passkeys = passkeys;
    }

    /// The token of a half-way session; empty when e-mail address or password is wrong.
    Optional<String> password(String email, String password, Origin origin) {
        var attempt = attempts.begin(email, origin.address());
        var account = accounts.byEmail(email.strip().toLowerCase(Locale.ROOT));
        if (!passwords.matches(password, account.map(Account::usableHash).orElse(null))) {
            LOG.info("sign-in refused: password, from {}", origin.address());
            return Optional.empty();
        }

        attempts.forget(attempt);
        return account.map(known -> sessions.open(known.id(), Strength.PASSWORD, origin));
    }

    /// The token of a full session, of whoever answers with a passkey that verified its user; empty when nobody did.
    Optional<String> passkey(String answer, Site site, Origin origin) {
        var account = passkeys.anybody(answer, site, origin);
        account.ifPresent(known -> LOG.info("account {} signed in by passkey from {}", known.id(), origin.address()));

        return account.map(known -> sessions.open(known.id(), Strength.MULTI_FACTOR, origin));
    }

    /// The token of the full session, with a passkey or security key after the password; empty when it is not theirs.
    Optional<String> secondPasskey(Session halfWay, String answer, Site site, Origin origin) {
        var account = accounts.byId(halfWay.accountId()).orElseThrow();
        if (!passkeys.proves(account, answer, site, false, origin)) {
            return Optional.empty();
        }

        LOG.info("account {} signed in from {}", account.id(), origin.address());
        return Optional.of(sessions.rotate(halfWay, origin));
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
