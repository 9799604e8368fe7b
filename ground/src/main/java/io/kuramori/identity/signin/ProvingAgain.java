package io.kuramori.identity.signin;

import io.kuramori.identity.passkeys.Site;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/// A fresh proof in a session that is open: the session gets a new token, for it may now do more. Wrong proofs count as
/// failed sign-ins do.
@Service
class ProvingAgain {

    private static final Logger LOG = LoggerFactory.getLogger(ProvingAgain.class);

    private final AccountRepository accounts;
    private final SecondFactors factors;
    private final Passwords passwords;
    private final Passkeys passkeys;
    private final Attempts attempts;
    private final Sessions sessions;

    ProvingAgain(
            AccountRepository accounts,
            SecondFactors factors,
            Passwords passwords,
            Passkeys passkeys,
            Attempts attempts,
            Sessions sessions) {
        this.accounts = accounts;
        this.factors = factors;
        this.passwords = passwords;
        this.passkeys = passkeys;
        this.attempts = attempts;
        this.sessions = sessions;
    }

    /// The session's new token; empty when the code of the authenticator app is wrong or was used before.
    Optional<String> byCode(Session session, String code, Origin origin) {
        return prove(session, origin, account -> factors.useTotp(account, code));
    }

    /// For whoever has neither the app nor a passkey at hand. A recovery code is not spent on a wrong password.
    Optional<String> byRecoveryCode(Session session, String password, String code, Origin origin) {
        return prove(
                session,
                origin,
                account -> passwords.matches(password, account.usableHash()) && factors.useRecoveryCode(account, code));
    }

    /// With a passkey that verified its user. Counted with the failed sign-ins there.
    Optional<String> byPasskey(Session session, String answer, Site site, Origin origin) {
        var account = accounts.byId(session.accountId()).orElseThrow();

        return passkeys.proves(account, answer, site, true, origin)
                ? Optional.of(sessions.stepUp(session, origin))
                : Optional.empty();
    }

    private Optional<String> prove(Session session, Origin origin, Proof proof) {
        var account = accounts.byId(session.accountId()).orElseThrow();
        var attempt = attempts.begin(account.email(), origin.address());
        if (!proof.given(account)) {
            LOG.info("account {} did not prove itself again, from {}", account.id(), origin.address());
            return Optional.empty();
        }

        attempts.succeed(attempt);
        return Optional.of(sessions.stepUp(session, origin));
    }

    /// Looks at what was given, and takes it as used.
    private interface Proof {
        boolean given(Account account);
    }
}
