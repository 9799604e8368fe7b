package io.kuramori.notice.inbox;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import io.kuramori.identity.Caller;
import io.kuramori.identity.Transactions;
import io.kuramori.notice.Notice;
import io.kuramori.notice.Notices;
import io.kuramori.notice.mail.Outbox;
import io.kuramori.organization.Organization;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Joins the caller's write transaction without giving it another reason: what else it writes keeps its own.
@Component
class StoredNotices implements Notices {

    private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();
    private final MessageRepository messages;
    private final PreferenceRepository preferences;
    private final Outbox outbox;
    private final Organization organization;
    private final Transactions transactions;
    private final Clock clock;

    StoredNotices(
            MessageRepository messages,
            PreferenceRepository preferences,
            Outbox outbox,
            Organization organization,
            Transactions transactions,
            Clock clock) {
        this.messages = messages;
        this.preferences = preferences;
        this.outbox = outbox;
        this.organization = organization;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public void tell(Caller caller, Notice notice) {
        transactions.read(caller, () -> {
            var zone = organization.calendar(notice.institution()).zone();
            for (UUID account : notice.to()) {
                if (messages.insert(ids.generate(), account, notice, clock.instant())) {
                    outbox.owe(account, zone, preferences.of(account));
                }
            }
            return true;
        });
    }

    @Override
    public void settle(Caller caller, String keyPrefix) {
        transactions.read(caller, () -> {
            messages.settle(keyPrefix, clock.instant());
            return true;
        });
    }

    @Override
    public int unread(Caller caller) {
        return transactions.read(caller, () -> messages.open(caller.actor().id()));
    }
}
