package io.kuramori.evidence.items;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import io.kuramori.evidence.Blobs;
import io.kuramori.evidence.items.Item.Looking;
import io.kuramori.evidence.items.Item.StoredFile;
import io.kuramori.evidence.looking.Look;
import io.kuramori.evidence.looking.Looked;
import io.kuramori.evidence.looking.Looker;
import io.kuramori.identity.Caller;
import io.kuramori.identity.OwnRecords;
import io.kuramori.identity.Right;
import io.kuramori.identity.StepUp;
import io.kuramori.identity.Transactions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Takes files in: looked into first, then written, then named by a row. A crash leaves a file that no row names, which
/// is swept; it never leaves a row without its file.
@Service
public class Intake {

    private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();
    private final Looker looker;
    private final Blobs blobs;
    private final ArrivalRepository arrivals;
    private final Items items;
    private final OwnRecords own;
    private final StepUp stepUp;
    private final Transactions transactions;
    private final Clock clock;
    private final EvidenceProperties properties;

    Intake(
            Looker looker,
            Blobs blobs,
            ArrivalRepository arrivals,
            Items items,
            OwnRecords own,
            StepUp stepUp,
            Transactions transactions,
            Clock clock,
            EvidenceProperties properties) {
        this.looker = looker;
        this.blobs = blobs;
        this.arrivals = arrivals;
        this.items = items;
        this.own = own;
        this.stepUp = stepUp;
        this.transactions = transactions;
        this.clock = clock;
        this.properties = properties;
    }

    /// That somebody who may decides that a file is kept in spite of what was found in it.
    ///
    /// @param sha256 of the very file that he was shown the findings of
    /// @param reason the purpose that allows it
    public record Acceptance(String sha256, String reason) {}

    /// @param file on this machine; stays the caller's, who removes it
    /// @param name as it came
    public Received receive(Caller caller, Draft draft, Path file, String name, @Nullable Acceptance acceptance)
            throws IOException {
        long limit = properties.largest().toBytes();
        if (Files.size(file) > limit) {
            return new Received.TooLarge(limit);
        }
        transactions.read(caller, () -> {
            items.demand(caller, Right.CHANGE_EVIDENCE, draft);
            return true;
        });
        var looked = looker.look(file, name);
        boolean clean =
                looked.look() instanceof Look.NotRead || (looked.look() instanceof Look.Read read && read.clean());
        if (!clean && acceptance == null) {
            return new Received.Held(looked, mayAccept(caller, draft));
        }
        if (!clean && acceptance != null) {
            transactions.read(caller, () -> {
                items.demand(caller, Right.KEEP_NUMBERS, draft);
                return true;
            });
            if (!stepUp.fresh(caller)) {
                return new Received.NotAccepted("evidence.error.proof");
            }
            if (!acceptance.sha256().equals(looked.sha256())) {
                return new Received.NotAccepted("evidence.error.other-file");
            }
        }
        var content = content(looked, name, clean || acceptance == null ? null : acceptance.reason());
        return new Received.Kept(keep(caller, draft, file, content), content.looked() != Looking.NOT_READ);
    }

    private boolean mayAccept(Caller caller, Draft draft) {
        return transactions.read(
                caller,
                () -> own.allows(
                        caller,
                        Right.KEEP_NUMBERS,
                        draft.institution(),
                        draft.facts().owner().value()));
    }

    private UUID keep(Caller caller, Draft draft, Path file, StoredFile content) throws IOException {
        var arrival = ids.generate();
        transactions.write(caller, "evidence.act.receive", () -> {
            arrivals.begin(arrival, draft.institution(), content.sha256(), clock.instant());
            return true;
        });
        try (var bytes = Files.newInputStream(file)) {
            var kept = blobs.put(bytes, properties.largest().toBytes());
            if (!kept.sha256().equals(content.sha256())) {
                throw new IOException("the file changed while it was taken in");
            }
        }
        return transactions.write(caller, "evidence.act.receive", () -> {
            arrivals.hold(content.sha256());
            requireThere(content.sha256());
            var item = items.enter(caller, draft, content);
            arrivals.end(arrival);
            return item;
        });
    }

    /// Held by the lock, it cannot go from here on.
    private void requireThere(String sha256) {
        try (var first = blobs.openRange(sha256, 0, 1)
                .orElseThrow(() -> new IllegalStateException("blob " + sha256 + " is not there"))) {
            if (first.read() < 0) {
                throw new IllegalStateException("blob " + sha256 + " is empty");
            }
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    private static StoredFile content(Looked looked, String name, @Nullable String reason) {
        var read = looked.look() instanceof Look.Read each ? each : null;
        var looking = reason != null ? Looking.ACCEPTED : read == null ? Looking.NOT_READ : Looking.CLEAN;
        return new StoredFile(
                looked.sha256(),
                looked.size(),
                name,
                looked.sniffed(),
                looked.declared(),
                looked.agrees(),
                looking,
                read == null ? 0 : read.individual(),
                read == null ? 0 : read.cards(),
                reason);
    }
}
