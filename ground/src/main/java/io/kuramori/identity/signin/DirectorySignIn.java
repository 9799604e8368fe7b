package io.kuramori.identity.signin;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.kuramori.identity.StepUp;
import io.kuramori.identity.oidc.Answer;
import io.kuramori.identity.oidc.OidcRefused;
import io.kuramori.identity.oidc.Proved;
import io.kuramori.identity.oidc.Provider;
import io.kuramori.journal.Actor.Strength;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/// Who a directory says somebody is, made a session: a full one when the directory proved two factors as the
/// institution trusts it to, else one that still waits for Kuramori's own second factor.
@Service
class DirectorySignIn {

    private static final Logger LOG = LoggerFactory.getLogger(DirectorySignIn.class);

    private final ExternalIdentityRepository identities;
    private final ExternalArrivalRepository arrivals;
    private final AccountRepository accounts;
    private final Attempts attempts;
    private final Sessions sessions;
    private final Clock clock;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    DirectorySignIn(
            ExternalIdentityRepository identities,
            ExternalArrivalRepository arrivals,
            AccountRepository accounts,
            Attempts attempts,
            Sessions sessions,
            Clock clock) {
        this.identities = identities;
        this.arrivals = arrivals;
        this.accounts = accounts;
        this.attempts = attempts;
        this.sessions = sessions;
        this.clock = clock;
    }

    /// How it ended.
    sealed interface Outcome {

        /// @param strength of the new session
        record In(String token, Strength strength) implements Outcome {
            @Override
            public String toString() {
                return "In[" + strength + "]";
            }
        }

        /// Proved there, nobody here. The number helps the administrator to find them.
        record Nobody(String number) implements Outcome {}

        /// Proved nothing.
        record Refused(boolean unreachable) implements Outcome {}
    }

    /// @throws io.kuramori.identity.TooManyAttempts when too many answers from this address proved nothing
    Outcome arrive(Provider provider, Flow flow, Answer answer, Origin origin) {
        var attempt = attempts.begin(flow.question().state(), origin.address());
        Proved proved;
        try {
            proved = provider.redeem(flow.question(), answer);
        } catch (OidcRefused e) {
            LOG.info("sign-in by {} refused, from {}: {}", provider.id(), origin.address(), e.getMessage());
            return new Outcome.Refused(e.unreachable());
        }

        attempts.forget(attempt);
        var account = identities
                .account(proved.issuer(), proved.subject())
                .flatMap(accounts::byId)
                .orElse(null);
        var open = flow.session() == null ? null : sessions.find(flow.session()).orElse(null);
        if (flow.question().again()) {
            return again(proved, account, open, origin);
        }
        return account == null ? nobody(proved) : in(provider, proved, account, open, origin);
    }

    private Outcome in(Provider provider, Proved proved, Account account, @Nullable Session open, Origin origin) {
        if (open != null) {
            sessions.signOut(open);
        }
        var strength = proved.secondFactor() ? Strength.MULTI_FACTOR : Strength.PASSWORD;
        LOG.info("account {} came from {} with {}, from {}", account.id(), provider.id(), strength, origin.address());

        return new Outcome.In(sessions.open(account.id(), strength, provider.id(), origin), strength);
    }

    /// A fresh proof counts for whoever has the session, when it has two factors and was given just now.
    private Outcome again(Proved proved, @Nullable Account account, @Nullable Session open, Origin origin) {
        Instant at = proved.at();
        boolean fresh = at != null && clock.instant().isBefore(at.plus(StepUp.FRESH));
        if (account == null
                || open == null
                || open.strength() != Strength.MULTI_FACTOR
                || !open.accountId().equals(account.id())
                || !proved.secondFactor()
                || !fresh) {
            LOG.info("a fresh proof by a directory was refused, from {}", origin.address());
            return new Outcome.Refused(false);
        }
        return new Outcome.In(sessions.stepUp(open, origin), Strength.STEP_UP);
    }

    private Outcome nobody(Proved proved) {
        UUID id = ids.generate();
        var arrival = new ExternalArrival(
                id, proved.issuer(), proved.subject(), proved.name(), proved.email(), clock.instant());

        return new Outcome.Nobody(arrivals.keep(arrival).number());
    }
}
