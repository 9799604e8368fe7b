package io.kuramori.asset.systems;

import io.kuramori.identity.Caller;
import io.kuramori.identity.Right;
import io.kuramori.identity.Transactions;
import io.kuramori.shell.HomeCard;
import io.kuramori.shell.ListShape;
import io.kuramori.shell.NavEntry;
import io.kuramori.shell.SearchSource;
import io.kuramori.shell.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The ledger's place in the rail, on the home page and in the search.
@Configuration(proxyBeanMethods = false)
class SystemsInShell {

    @Bean
    NavEntry systemsEntry() {
        return new NavEntry("asset.nav.systems", "/systems", 200);
    }

    @Bean
    NavEntry releasesEntry() {
        return new NavEntry("asset.nav.releases", "/releases", 210);
    }

    @Bean
    ListShape systemsList() {
        return SystemsShape.SHAPE;
    }

    @Bean
    SearchSource systemsSearch(SystemList list, Transactions transactions) {
        return new Search(list, transactions);
    }

    @Bean
    HomeCard systemsCard(SystemList list, Transactions transactions) {
        return new Card(list, transactions);
    }

    private record Search(SystemList list, Transactions transactions) implements SearchSource {
        @Override
        public Right needs() {
            return Right.READ_LEDGERS;
        }

        @Override
        public String titleKey() {
            return "asset.systems.title";
        }

        @Override
        public List<Hit> find(Caller caller, String query, int limit) {
            var filter = new SystemFilter(query, null, null, null, null, false, false, false);
            if (filter.words().isEmpty()) {
                return List.of();
            }
            return transactions.read(caller, () -> list.page(filter, SystemOrder.BY_NAME, null, limit)).lines().stream()
                    .map(line -> new Hit(line.code(), line.name(), line.institutionName(), line.path()))
                    .toList();
        }
    }

    private record Card(SystemList list, Transactions transactions) implements HomeCard {
        @Override
        public Right needs() {
            return Right.READ_LEDGERS;
        }

        private static final SystemFilter UNOWNED = new SystemFilter("", null, null, null, null, true, false, false);
        private static final SystemFilter STALE = new SystemFilter("", null, null, null, null, false, true, false);

        @Override
        public List<Attention> attention(Caller caller) {
            return transactions.read(caller, () -> {
                var attention = new ArrayList<Attention>();
                int unowned = list.count(UNOWNED).number();
                if (unowned > 0) {
                    attention.add(new Attention(Tone.CAUTION, unowned, "asset.home.unowned", "", "/systems?unowned=1"));
                }
                int stale = list.count(STALE).number();
                if (stale > 0) {
                    attention.add(new Attention(Tone.CAUTION, stale, "asset.home.stale", "", "/systems?stale=1"));
                }
                return attention;
            });
        }

        @Override
        public List<Standing> standing(Caller caller) {
            var all = transactions.read(caller, () -> list.count(SystemFilter.ALL));
            String number = (all.more() ? "%,d+" : "%,d").formatted(all.number());
            return List.of(new Standing("asset.systems.title", number, Tone.MUTED, "/systems"));
        }

        @Override
        public Optional<FirstStep> firstStep(Caller caller) {
            var all = transactions.read(caller, () -> list.count(SystemFilter.ALL));
            return all.number() > 0
                    ? Optional.empty()
                    : Optional.of(new FirstStep(20, "asset.home.first", "asset.systems.empty.text", "/systems"));
        }
    }
}
