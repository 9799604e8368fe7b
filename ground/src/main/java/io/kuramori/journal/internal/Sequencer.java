package io.kuramori.journal.internal;

import io.kuramori.engine.journal.Json;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Gives committed entries their gapless indexes, in the order of their ids.
///
/// One pass is one transaction: it reads the entries its snapshot sees, writes leaves and bodies, and moves the head
/// from exactly where it stood. Two replicas may both try; one of them fails and finds less to do the next time. An
/// entry that commits late gets a later index, so what an earlier size held never changes. A record's entries stay in
/// the order of its versions because version n + 1 waits for the row lock of version n and takes a larger id.
@Component
public class Sequencer {

    /// Entries in one pass, so that a large import does not hold one huge transaction.
    static final int MAX_PER_PASS = 5_000;

    private static final Logger log = LoggerFactory.getLogger(Sequencer.class);

    private final JournalRepository repository;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Sequencer(
            JournalRepository repository,
            @Qualifier("systemTransactionManager") PlatformTransactionManager transactions,
            Clock clock) {
        this.repository = repository;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.clock = clock;
    }

    /// Sequences until nothing waits.
    ///
    /// @return how many entries got an index
    public long drain() {
        long total = 0;
        int sequenced = MAX_PER_PASS;
        while (sequenced == MAX_PER_PASS) {
            sequenced = pass();
            total += sequenced;
        }
        return total;
    }

    /// One pass.
    ///
    /// @return how many entries got an index; 0 also when another replica was faster
    public int pass() {
        try {
            Integer sequenced = transaction.execute(
                    status -> repository.holdHead().map(this::sequence).orElse(0));
            return sequenced == null ? 0 : sequenced;
        } catch (ConcurrencyFailureException e) {
            log.debug("another replica sequenced first", e);
            return 0;
        }
    }

    private int sequence(JournalRepository.Head head) {
        List<PendingEntry> entries = repository.pending(MAX_PER_PASS);
        if (entries.isEmpty()) {
            return 0;
        }

        Map<Long, Json> states = repository.states(entries);
        List<Commitment> commitments = entries.stream()
                .map(entry -> Commitment.to(entry, states.getOrDefault(entry.id(), Json.NULL), random))
                .toList();
        long size = head.size() + entries.size();
        repository.insert(head.size(), head.epoch(), entries, commitments);
        repository.removePending(entries);
        repository.insertPass(size, clock.instant(), head.epoch());
        if (!repository.moveHead(head, size)) {
            throw new ConcurrencyFailureException("the head moved from size " + head.size());
        }
        return entries.size();
    }
}
