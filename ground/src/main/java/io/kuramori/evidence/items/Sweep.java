package io.kuramori.evidence.items;

import io.kuramori.evidence.BlobKeeper;
import io.kuramori.evidence.Blobs;
import io.kuramori.identity.Caller;
import io.kuramori.identity.InstitutionTree;
import io.kuramori.identity.Transactions;
import io.kuramori.journal.Actor;
import io.kuramori.work.Recurring;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/// Each hour: removes files whose upload was broken off a day ago or longer, unless somebody keeps the same bytes.
@Component
@EnableConfigurationProperties(EvidenceProperties.class)
class Sweep implements Recurring {

    private static final Duration AGE = Duration.ofDays(1);
    private static final int MOST = 500;

    private final ArrivalRepository arrivals;
    private final Blobs blobs;
    private final ObjectProvider<BlobKeeper> keepers;
    private final InstitutionTree tree;
    private final Transactions transactions;
    private final Clock clock;

    Sweep(
            ArrivalRepository arrivals,
            Blobs blobs,
            ObjectProvider<BlobKeeper> keepers,
            InstitutionTree tree,
            Transactions transactions,
            Clock clock) {
        this.arrivals = arrivals;
        this.blobs = blobs;
        this.keepers = keepers;
        this.tree = tree;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "evidence.sweep";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        var kuramori = new Caller(Actor.KURAMORI, "蔵守", tree.all());
        var old = transactions.read(
                kuramori, () -> arrivals.before(clock.instant().minus(AGE), MOST));
        for (var arrival : old) {
            transactions.write(kuramori, "evidence.act.sweep", () -> {
                sweep(arrival);
                return true;
            });
        }
    }

    /// The lock first: whoever is about to name the file waits, or has done it.
    private void sweep(ArrivalRepository.Arrival arrival) {
        arrivals.lock(arrival.sha256());
        boolean kept =
                arrivals.kept(arrival.sha256()) || keepers.stream().anyMatch(keeper -> keeper.keeps(arrival.sha256()));
        if (!kept) {
            delete(arrival.sha256());
        }
        arrivals.end(arrival.id());
    }

    private void delete(String sha256) {
        try {
            blobs.delete(sha256, "its upload was broken off");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
