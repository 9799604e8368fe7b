package io.kuramori.identity.signin;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Prints the set-up link on the console, not into the log, while nobody can sign in yet.
@Component
class SetupLink {

    private final AccountRepository accounts;
    private final SetupTokens tokens;

    SetupLink(AccountRepository accounts, SetupTokens tokens) {
        this.accounts = accounts;
        this.tokens = tokens;
    }

    @EventListener
    void print(ApplicationReadyEvent ready) {
        var port = ready.getApplicationContext().getEnvironment().getProperty("local.server.port");
        if (port == null || !accounts.none()) {
            return;
        }

        System.out.println("""

                最初の管理者を登録するリンク (一度だけ、24 時間以内) / Link for the first administrator (once, within 24 hours):
                  http://127.0.0.1:%s/setup?token=%s
                """.formatted(port, tokens.issue()));
        System.out.flush();
    }
}
