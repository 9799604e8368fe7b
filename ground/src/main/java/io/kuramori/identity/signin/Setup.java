package io.kuramori.identity.signin;

import com.fasterxml.uuid.Generators;
import io.kuramori.identity.Caller;
import io.kuramori.identity.Role;
import io.kuramori.identity.Transactions;
import io.kuramori.journal.Actor;
import io.kuramori.journal.Actor.Strength;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/// The first administrator, made with the set-up token. The second factor follows at once, by the same page on which
/// everybody enrols.
@Service
class Setup {

    private static final Logger LOG = LoggerFactory.getLogger(Setup.class);

    private final SetupTokens tokens;
    private final AccountRepository accounts;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Transactions transactions;
    private final Clock clock;

    Setup(
            SetupTokens tokens,
            AccountRepository accounts,
            Passwords passwords,
            Sessions sessions,
            Transactions transactions,
            Clock clock) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.passwords = passwords;
        this.sessions = sessions;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// The token of a half-way session of the new account; empty when the set-up token is not valid (any more).
    Optional<String> createFirst(String token, String name, String email, String password, Origin origin) {
        if (!tokens.valid(token)) {
            return Optional.empty();
        }

        UUID id = Generators.timeBasedEpochGenerator().generate();
        var hash = passwords.hash(password);
        // Nobody gives himself a role: the first administrator has his from Kuramori, which printed the link.
        var caller = new Caller(Actor.KURAMORI, "蔵守", Set.of());
        boolean created = transactions.write(caller, "identity.reason.first-administrator", () -> {
            if (!tokens.use(token)) {
                return false;
            }
            accounts.insert(id, email.toLowerCase(Locale.ROOT), name, hash, clock.instant());
            for (var role : Set.of(Role.ADMINISTRATOR, Role.SECURITY_OFFICE)) {
                accounts.give(Generators.timeBasedEpochGenerator().generate(), id, role, clock.instant());
            }
            return true;
        });
        if (!created) {
            return Optional.empty();
        }
        LOG.info("account {} is the first administrator", id);
        return Optional.of(sessions.open(id, Strength.PASSWORD, origin));
    }
}
