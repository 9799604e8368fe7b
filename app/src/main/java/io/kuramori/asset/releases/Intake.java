package io.kuramori.asset.releases;

import io.kuramori.asset.SbomTicket.State;
import io.kuramori.evidence.Blobs;
import io.kuramori.evidence.Blobs.BlobRef;
import io.kuramori.identity.Caller;
import io.kuramori.identity.Transactions;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/// Takes in what was received: one transaction for the components, all that follows from them, and the receipt's end.
/// So
/// it may be begun any number of times, and a process that dies in the middle leaves nothing.
@Service
class Intake {

    private final TicketRepository tickets;
    private final ReleaseRepository releases;
    private final Attaching attaching;
    private final Blobs blobs;
    private final Transactions transactions;
    private final Clock clock;

    Intake(
            TicketRepository tickets,
            ReleaseRepository releases,
            Attaching attaching,
            Blobs blobs,
            Transactions transactions,
            Clock clock) {
        this.tickets = tickets;
        this.releases = releases;
        this.attaching = attaching;
        this.blobs = blobs;
        this.transactions = transactions;
        this.clock = clock;
    }

    sealed interface Outcome {

        record Taken(Release release, int components) implements Outcome {}

        /// One that came later is in force.
        record Overtaken(Release release) implements Outcome {}

        /// It was taken in before.
        record Before() implements Outcome {}

        /// @param why message key
        record Failed(String why) implements Outcome {}
    }

    /// @param caller who sent it, without rights: he was allowed when it was received
    Outcome takeIn(Caller caller, UUID id) throws IOException {
        var found = transactions.read(caller, () -> tickets.find(id));
        if (found.isEmpty()) {
            return new Outcome.Failed("asset.job.sbom.no-ticket");
        }
        var ticket = found.get().ticket();
        if (!ticket.waits()) {
            return new Outcome.Before();
        }
        Optional<InputStream> original = blobs.open(ticket.sha256());
        if (original.isEmpty()) {
            return fail(caller, id, "asset.job.sbom.no-file");
        }
        Bill bill;
        try (var bytes = original.get()) {
            bill = Bill.read(bytes);
        } catch (SbomRefused e) {
            // It was readable when it was received; by another version of Kuramori.
            return fail(caller, id, "asset.job.sbom.unreadable");
        }
        return transactions.write(
                caller, "SBOM の取込", () -> putIn(caller, id, bill, new BlobRef(ticket.sha256(), ticket.size())));
    }

    private Outcome putIn(Caller caller, UUID id, Bill bill, BlobRef original) {
        var waiting = tickets.find(id).orElseThrow();
        var release = releases.lock(waiting.ticket().release()).orElseThrow();
        var ticket = tickets.find(id).orElseThrow();
        if (!ticket.ticket().waits()) {
            return new Outcome.Before();
        }
        if (tickets.overtaken(ticket)) {
            tickets.end(id, State.OVERTAKEN, null, clock.instant());
            return new Outcome.Overtaken(release);
        }
        if (release.retired()) {
            tickets.end(id, State.FAILED, null, clock.instant());
            return new Outcome.Failed("asset.job.sbom.retired");
        }
        var kept = attaching.put(caller, release, bill, original, ticket.number());
        tickets.end(id, State.DONE, kept.row(), clock.instant());
        return new Outcome.Taken(release, kept.sbom().components());
    }

    private Outcome fail(Caller caller, UUID id, String why) {
        return transactions.write(caller, "SBOM の取込", () -> {
            tickets.end(id, State.FAILED, null, clock.instant());
            return new Outcome.Failed(why);
        });
    }
}
