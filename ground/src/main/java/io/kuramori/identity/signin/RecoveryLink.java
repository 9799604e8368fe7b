package io.kuramori.identity.signin;

import io.kuramori.identity.Caller;
import io.kuramori.journal.Actor;
import java.util.Locale;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// The way back in for the last administrator who lost password or second factor: started with `kuramori.recover`, on
/// the machine itself, Kuramori takes that account's proofs away and prints a one-time link on the console, never into
/// the log. The journal shows it as Kuramori's own act.
@Component
class RecoveryLink {

    private static final Logger LOG = LoggerFactory.getLogger(RecoveryLink.class);

    private final String email;
    private final AccountRepository accounts;
    private final AccountKeeping keeping;

    RecoveryLink(@Value("${kuramori.recover:}") String email, AccountRepository accounts, AccountKeeping keeping) {
        this.email = email.strip().toLowerCase(Locale.ROOT);
        this.accounts = accounts;
        this.keeping = keeping;
    }

    @EventListener
    void print(ApplicationReadyEvent ready) {
        var port = ready.getApplicationContext().getEnvironment().getProperty("local.server.port");
        if (!email.isEmpty() && port != null) {
            recover(port);
        }
    }

    void recover(String port) {
        var account = accounts.idOf(email);
        if (account.isEmpty()) {
            System.out.println("kuramori.recover: no account has the address " + email);
            return;
        }

        var caller = new Caller(Actor.KURAMORI, "蔵守", Set.of());
        keeping.one(account.get())
                .filter(line -> line.lockedAt() != null)
                .ifPresent(line -> keeping.unlock(caller, line, "identity.reason.recovery-on-the-machine"));
        var invited = keeping.clear(caller, account.get(), "identity.reason.recovery-on-the-machine");
        LOG.warn("account {} is being recovered on this machine", account.get());
        System.out.println("""

                アカウントを回復するリンク (一度だけ、72 時間以内) / Link to recover the account (once, within 72 hours):
                  http://127.0.0.1:%s%s
                次の起動では --recover を付けないでください。 / Start without --recover next time.
                """.formatted(port, Invitations.path(invited.token())));
        System.out.flush();
    }
}
