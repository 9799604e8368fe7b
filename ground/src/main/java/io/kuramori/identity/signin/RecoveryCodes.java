package io.kuramori.identity.signin;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Ten codes for the day when the authenticator is lost. Making new ones voids the old.
@Component
class RecoveryCodes {

    static final int COUNT = 10;

    /// 120 bits: more than what could be guessed from a plain hash.
    private static final int BYTES = 15;

    private final AccountRepository accounts;

    RecoveryCodes(AccountRepository accounts) {
        this.accounts = accounts;
    }

    /// New codes, not kept anywhere yet.
    record Made(List<String> codes) {

        Made {
            codes = List.copyOf(codes);
        }

        /// In groups of four, as they are shown once.
        List<String> shown() {
            return codes.stream()
                    .map(code -> code.replaceAll("(.{4})(?=.)", "$1-"))
                    .toList();
        }

        @Override
        public String toString() {
            return "Made[…]";
        }
    }

    static Made make() {
        var codes = new ArrayList<String>();
        for (int i = 0; i < COUNT; i++) {
            codes.add(Base32.encode(Secrets.random(BYTES)));
        }
        return new Made(codes);
    }

    /// Keeps their hashes instead of the old ones; within a transaction.
    void keep(UUID account, Made made) {
        accounts.replaceRecoveryCodes(
                account, made.codes().stream().map(Secrets::sha256).toList());
        accounts.setRecoveryCodesLeft(
                accounts.byId(account).orElseThrow(), made.codes().size());
    }
}
