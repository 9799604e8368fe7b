package io.kuramori.identity.signin;

import io.kuramori.identity.passkeys.Answers;
import io.kuramori.identity.passkeys.Credential;
import io.kuramori.identity.passkeys.PasskeyRefused;
import io.kuramori.identity.passkeys.Questions;
import io.kuramori.identity.passkeys.Site;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/// Proving who one is with a passkey: what to ask, and whose a right answer is.
@Service
class Passkeys {

    private static final Logger LOG = LoggerFactory.getLogger(Passkeys.class);

    private static final String SIGN_IN = "sign-in";

    private final PasskeyRepository repository;
    private final AccountRepository accounts;
    private final Questions questions;
    private final Answers answers;
    private final Attempts attempts;
    private final Clock clock;

    Passkeys(
            PasskeyRepository repository,
            AccountRepository accounts,
            Questions questions,
            Answers answers,
            Attempts attempts,
            Clock clock) {
        this.repository = repository;
        this.accounts = accounts;
        this.questions = questions;
        this.answers = answers;
        this.attempts = attempts;
        this.clock = clock;
    }

    boolean has(UUID account) {
        return !repository.of(account).isEmpty();
    }

    /// For the sign-in page, where nobody is known yet.
    String askAnybody(Site site) {
        return questions.get(SIGN_IN, site, List.of(), true);
    }

    /// For somebody who is known: as second factor, or again.
    ///
    /// @param verified whether the passkey has to stand for both factors
    String ask(UUID account, Site site, boolean verified) {
        return questions.get(use(account, verified), site, credentials(account), verified);
    }

    String askForNew(Account account, Site site) {
        return questions.create(
                registration(account.id()),
                site,
                account.id(),
                account.email(),
                account.name(),
                credentials(account.id()));
    }

    Credential created(UUID account, String answer, Site site) throws PasskeyRefused {
        return answers.created(answer, registration(account), site);
    }

    /// Who answered the sign-in page, with both factors at once; empty when the answer proves nothing.
    Optional<Account> anybody(String answer, Site site, Origin origin) {
        return prove(answer, SIGN_IN, site, true, origin);
    }

    /// Whether this account answered.
    boolean proves(Account account, String answer, Site site, boolean verified, Origin origin) {
        return prove(answer, use(account.id(), verified), site, verified, origin)
                .filter(who -> who.id().equals(account.id()))
                .isPresent();
    }

    /// Counted by address alone: a passkey cannot be guessed, and wrong passwords for an account must not keep its
    /// passkey
    /// out.
    private Optional<Account> prove(String answer, String use, Site site, boolean verified, Origin origin) {
        try {
            var claim = answers.claim(answer);
            var passkey = repository.byCredential(claim.credentialId());
            var account = passkey.filter(known -> claim.mayBe(known.accountId()))
                    .flatMap(known -> accounts.byId(known.accountId()));
            var attempt = attempts.begin("passkey " + UUID.randomUUID(), origin.address());
            if (passkey.isEmpty() || account.isEmpty()) {
                throw new PasskeyUnknown();
            }
            var proof = answers.proved(answer, use, site, passkey.get().credential());
            if (verified && !proof.userVerified()) {
                throw new PasskeyUnknown();
            }
            repository.used(passkey.get().id(), proof.signCount(), clock.instant());
            attempts.forget(attempt);
            return account;
        } catch (PasskeyRefused | PasskeyUnknown e) {
            LOG.info("passkey refused from {}: {}", origin.address(), e.getMessage());
            return Optional.empty();
        }
    }

    private List<Credential> credentials(UUID account) {
        return repository.of(account).stream().map(Passkey::credential).toList();
    }

    private static String use(UUID account, boolean verified) {
        return (verified ? "step-up:" : "second-factor:") + account;
    }

    private static String registration(UUID account) {
        return "registration:" + account;
    }

    /// No account's, or not verified as asked.
    private static final class PasskeyUnknown extends Exception {

        private static final long serialVersionUID = 1L;

        PasskeyUnknown() {
            super("unknown, or its user was not verified");
        }
    }
}
