package io.kuramori.identity.signin;

import io.kuramori.identity.Caller;
import io.kuramori.identity.Envelope;
import io.kuramori.identity.Transactions;
import io.kuramori.journal.Actor;
import io.kuramori.journal.Actor.Kind;
import io.kuramori.journal.Actor.Strength;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.springframework.stereotype.Service;

/// Giving an account its second factor: nobody gets past the password without one. The secret waits, sealed, in the
/// half-way session until a code proves that the app has it.
@Service
class Enrolment {

    static final int RECOVERY_CODES = 10;

    private static final int RECOVERY_BYTES = 10;
    private static final String ISSUER = "Kuramori";

    private final AccountRepository accounts;
    private final Sessions sessions;
    private final Envelope envelope;
    private final Transactions transactions;
    private final Clock clock;

    Enrolment(
            AccountRepository accounts, Sessions sessions, Envelope envelope, Transactions transactions, Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.envelope = envelope;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// What the authenticator app needs.
    ///
    /// @param qr holds `otpauth://…`
    /// @param secret the same for typing, in groups of four
    record Offer(QrCode qr, String secret) {
        @Override
        public String toString() {
            return "Offer[…]";
        }
    }

    /// @param token of the full session
    /// @param recoveryCodes shown once
    record Enrolled(String token, List<String> recoveryCodes) {
        Enrolled {
            recoveryCodes = List.copyOf(recoveryCodes);
        }

        @Override
        public String toString() {
            return "Enrolled[…]";
        }
    }

    boolean needed(Session session) {
        return account(session).totpSecret() == null;
    }

    /// The secret of this session, made on first asking.
    Offer offer(Session session) {
        var account = account(session);
        byte[] sealed = session.pendingTotp();
        byte[] secret = sealed == null ? Secrets.random(Totp.SECRET_BYTES) : open(sealed, session);
        if (sealed == null) {
            sessions.setPendingTotp(session, envelope.seal(secret, purpose(session)));
        }

        var text = Base32.encode(secret);
        var label = URLEncoder.encode(ISSUER + ":" + account.email(), StandardCharsets.UTF_8);
        var uri = "otpauth://totp/" + label + "?secret=" + text + "&issuer=" + ISSUER;
        return new Offer(QrCode.of(uri), text.replaceAll("(.{4})(?=.)", "$1 "));
    }

    /// Empty when the code is wrong.
    Optional<Enrolled> confirm(Session session, String code, Origin origin) {
        var account = account(session);
        byte[] pending = session.pendingTotp();
        if (pending == null || account.totpSecret() != null) {
            return Optional.empty();
        }
        byte[] secret = open(pending, session);
        OptionalLong step = Totp.match(secret, code.replaceAll("\\s", ""), clock.instant());
        if (step.isEmpty()) {
            return Optional.empty();
        }

        var codes = recoveryCodes();
        var caller = new Caller(new Actor(account.id(), Kind.PERSON, Strength.PASSWORD), account.name(), Set.of());
        transactions.write(caller, "identity.reason.second-factor", () -> {
            accounts.setSecondFactor(
                    account, envelope.seal(secret, SecondFactors.purpose(account.id())), codes.size(), clock.instant());
            accounts.useStep(account.id(), step.getAsLong());
            accounts.replaceRecoveryCodes(
                    account.id(), codes.stream().map(Secrets::sha256).toList());
            return true;
        });
        var shown = codes.stream()
                .map(text -> text.replaceAll("(.{4})(?=.)", "$1-"))
                .toList();
        return Optional.of(new Enrolled(sessions.rotate(session, origin), shown));
    }

    private Account account(Session session) {
        return accounts.byId(session.accountId()).orElseThrow();
    }

    private byte[] open(byte[] sealed, Session session) {
        return envelope.open(sealed, purpose(session));
    }

    private static String purpose(Session session) {
        return "identity.pending-totp:" + session.id();
    }

    private static List<String> recoveryCodes() {
        var codes = new ArrayList<String>();
        for (int i = 0; i < RECOVERY_CODES; i++) {
            codes.add(Base32.encode(Secrets.random(RECOVERY_BYTES)));
        }
        return codes;
    }
}
