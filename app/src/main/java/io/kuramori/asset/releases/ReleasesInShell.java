package io.kuramori.asset.releases;

import io.kuramori.identity.Caller;
import io.kuramori.identity.Right;
import io.kuramori.identity.Transactions;
import io.kuramori.shell.HomeCard;
import io.kuramori.shell.Tone;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Releases that wait for an owner, on 「今日」 of whoever may give them away.
@Configuration(proxyBeanMethods = false)
class ReleasesInShell {

    private static final int MOST = 1_000;

    @Bean
    HomeCard unassignedCard(UnassignedRepository unassigned, Transactions transactions) {
        return new HomeCard() {
            @Override
            public Right needs() {
                return Right.CHANGE_LEDGERS;
            }

            @Override
            public List<Attention> attention(Caller caller) {
                int waiting = transactions.read(caller, () -> unassigned.count(MOST));
                return waiting == 0
                        ? List.of()
                        : List.of(new Attention(
                                Tone.CAUTION, waiting, "asset.home.unassigned", "", "/releases/unassigned"));
            }
        };
    }
}
