package io.kuramori.shell.approvals;

import io.kuramori.approval.Register;
import io.kuramori.approval.Register.Filter;
import io.kuramori.approval.Register.Status;
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
class ApprovalsInShell {

    @Bean
    NavEntry approvalsEntry() {
        return new NavEntry("approval.nav", "/approvals", 20);
    }

    @Bean
    ListShape approvalsShape() {
        return RegisterShape.SHAPE;
    }

    @Bean
    HomeCard approvalsCard(
            Register register,
            Transactions transactions,
            Clock clock,
            @Value("${kuramori.zone:Asia/Tokyo}") ZoneId zone) {
        return new Card(register, transactions, clock, zone);
    }

    /// What waits for the caller, and what will end or hangs.
    private record Card(Register register, Transactions transactions, Clock clock, ZoneId zone) implements HomeCard {

        @Override
        public Right needs() {
            return Right.READ_APPROVALS;
        }

        @Override
        public List<Attention> attention(Caller caller) {
            var needs = new ArrayList<Attention>();
            int waiting = register.waiting(caller);
            if (waiting > 0) {
                needs.add(new Attention(Tone.CAUTION, waiting, "approval.home.waiting", "", "/approvals"));
            }
            add(needs, count(caller, Status.UNCONFIRMED), Tone.ALARM, Status.UNCONFIRMED);
            add(needs, count(caller, Status.LAPSING), Tone.ACCENT, Status.LAPSING);
            return needs;
        }

        @Override
        public List<Standing> standing(Caller caller) {
            long alive = count(caller, Status.ALIVE);
            return alive == 0
                    ? List.of()
                    : List.of(new Standing(
                            "approval.home.alive",
                            String.valueOf(alive),
                            Tone.ACCENT,
                            "/approvals/register?status=ALIVE"));
        }

        private static void add(List<Attention> needs, long count, Tone tone, Status status) {
            if (count > 0) {
                needs.add(new Attention(
                        tone, count, "approval.register.status." + status, "", "/approvals/register?status=" + status));
            }
        }

        private long count(Caller caller, Status status) {
            var filter = new Filter("", null, status, null, LocalDate.now(clock.withZone(zone)));
            return transactions.read(caller, () -> register.count(filter));
        }
    }
}
