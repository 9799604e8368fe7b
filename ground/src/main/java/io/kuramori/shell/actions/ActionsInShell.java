package io.kuramori.shell.actions;

import io.kuramori.action.ActionRegister;
import io.kuramori.action.ActionRegister.Filter;
import io.kuramori.action.ActionRegister.View;
import io.kuramori.identity.Caller;
import io.kuramori.identity.Right;
import io.kuramori.identity.Transactions;
import io.kuramori.shell.HomeCard;
import io.kuramori.shell.ListShape;
import io.kuramori.shell.NavEntry;
import io.kuramori.shell.Tone;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class ActionsInShell {

    @Bean
    NavEntry actionsEntry() {
        return new NavEntry("action.nav", "/actions", 30);
    }

    @Bean
    ListShape actionsShape() {
        return ActionsShape.SHAPE;
    }

    @Bean
    HomeCard actionsCard(
            ActionRegister register,
            Transactions transactions,
            Clock clock,
            @Value("${kuramori.zone:Asia/Tokyo}") ZoneId zone) {
        return new Card(register, transactions, clock, zone);
    }

    /// What is overdue, and what waits for somebody else to look.
    private record Card(ActionRegister register, Transactions transactions, Clock clock, ZoneId zone)
            implements HomeCard {

        @Override
        public Right needs() {
            return Right.READ_ACTIONS;
        }

        @Override
        public List<Attention> attention(Caller caller) {
            var needs = new ArrayList<Attention>();
            add(needs, count(caller, View.OVERDUE, false), Tone.ALARM, "action.home.overdue", "/actions?view=OVERDUE");
            add(needs, count(caller, View.OPEN, true), Tone.ACCENT, "action.home.mine", "/actions?view=OPEN&mine=1");
            add(
                    needs,
                    count(caller, View.TO_VERIFY, false),
                    Tone.CAUTION,
                    "action.home.to-verify",
                    "/actions?view=TO_VERIFY");
            return needs;
        }

        private static void add(List<Attention> needs, long count, Tone tone, String title, String path) {
            if (count > 0) {
                needs.add(new Attention(tone, count, title, "", path));
            }
        }

        private long count(Caller caller, View view, boolean mine) {
            var filter = new Filter("", null, view, mine, LocalDate.now(clock.withZone(zone)));
            return transactions.read(caller, () -> register.count(caller, filter));
        }
    }
}
