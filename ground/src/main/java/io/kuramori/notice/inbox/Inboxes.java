package io.kuramori.notice.inbox;

import io.kuramori.identity.Caller;
import io.kuramori.identity.Transactions;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// What somebody does with his inbox.
@Service
public class Inboxes {

    private final MessageRepository messages;
    private final PreferenceRepository preferences;
    private final Transactions transactions;
    private final Clock clock;

    Inboxes(MessageRepository messages, PreferenceRepository preferences, Transactions transactions, Clock clock) {
        this.messages = messages;
        this.preferences = preferences;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// Open ones first, then the newest, at most 200.
    public List<Message> of(Caller caller) {
        return transactions.read(caller, () -> messages.of(caller.actor().id()));
    }

    public Optional<Message> find(Caller caller, UUID id) {
        return transactions.read(caller, () -> messages.find(caller.actor().id(), id));
    }

    /// @param id null for all
    public void read(Caller caller, @Nullable UUID id) {
        transactions.write(caller, "notice.act.read", () -> {
            messages.markRead(caller.actor().id(), id, clock.instant());
            return true;
        });
    }

    public Preference preference(Caller caller) {
        return transactions.read(caller, () -> preferences.of(caller.actor().id()));
    }

    public void save(Caller caller, Preference preference) {
        transactions.write(caller, "notice.act.preference", () -> {
            preferences.save(caller.actor().id(), preference);
            return true;
        });
    }
}
