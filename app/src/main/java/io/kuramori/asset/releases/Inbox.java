package io.kuramori.asset.releases;

import com.fasterxml.uuid.Generators;
import io.kuramori.asset.Addressee;
import io.kuramori.asset.SbomDelivery;
import io.kuramori.asset.SbomDraft;
import io.kuramori.asset.SbomInbox;
import io.kuramori.asset.SbomReceipt;
import io.kuramori.asset.SbomTicket;
import io.kuramori.asset.releases.Addressed.Found;
import io.kuramori.evidence.Blobs;
import io.kuramori.evidence.Blobs.BlobRef;
import io.kuramori.identity.Caller;
import io.kuramori.identity.Transactions;
import io.kuramori.work.Work;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/// Receives: looks whether there is such a release, reads the bill to its end, keeps the original, and in one
/// transaction enters the receipt and starts the work. So what is answered with a receipt is neither lost nor broken,
/// and what is refused leaves nothing behind.
@Service
class Inbox implements SbomInbox {

    /// So many bills of one caller may wait.
    static final int MOST_WAITING = 1_000;

    /// How long a request key is remembered.
    static final Duration REMEMBERED = Duration.ofDays(1);

    private static final Duration LATER = Duration.ofSeconds(30);

    private final Addressed addressed;
    private final Arrivals arrivals;
    private final TicketRepository tickets;
    private final ReleaseRights rights;
    private final Blobs blobs;
    private final Work work;
    private final Transactions transactions;
    private final Clock clock;

    Inbox(
            Addressed addressed,
            Arrivals arrivals,
            TicketRepository tickets,
            ReleaseRights rights,
            Blobs blobs,
            Work work,
            Transactions transactions,
            Clock clock) {
        this.addressed = addressed;
        this.arrivals = arrivals;
        this.tickets = tickets;
        this.rights = rights;
        this.blobs = blobs;
        this.work = work;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public SbomReceipt receive(Caller caller, SbomDelivery delivery, InputStream bill) throws IOException {
        var early = transactions.read(caller, () -> objection(caller, delivery));
        if (early.isPresent()) {
            return early.get();
        }
        try (var draft = new SbomDraft()) {
            try (var out = draft.first()) {
                bill.transferTo(out);
            }
            return keep(caller, delivery, draft);
        } catch (SbomDraft.Full e) {
            return new SbomReceipt.TooLarge(LARGEST);
        }
    }

    @Override
    public SbomReceipt receive(Caller caller, SbomDelivery delivery, SbomDraft bill) throws IOException {
        var early = transactions.read(caller, () -> objection(caller, delivery));
        return early.isPresent() ? early.get() : keep(caller, delivery, bill);
    }

    private SbomReceipt keep(Caller caller, SbomDelivery delivery, SbomDraft draft) throws IOException {
        try {
            try (var bytes = draft.open()) {
                Bill.read(bytes);
            }
            BlobRef kept;
            try (var bytes = draft.open()) {
                kept = blobs.put(bytes, LARGEST);
            }
            return transactions.write(caller, "asset.reason.sbom-received", () -> enter(caller, delivery, kept));
        } catch (SbomRefused e) {
            return new SbomReceipt.Unreadable(e.problems());
        }
    }

    /// What can be said before the bill is read.
    private Optional<SbomReceipt> objection(Caller caller, SbomDelivery delivery) {
        if (tickets.waiting(caller, clock.instant().minus(REMEMBERED)) >= MOST_WAITING) {
            return Optional.of(new SbomReceipt.TooMany(LATER));
        }
        return switch (addressed.find(delivery.to())) {
            case Found.One(var release) -> {
                rights.demandAttach(caller, release);
                yield Optional.empty();
            }
            case Found.Several() -> Optional.of(new SbomReceipt.Ambiguous());
            case Found.Retired() -> Optional.of(new SbomReceipt.Retired());
            case Found.None() -> arrivals.objection(caller, delivery);
        };
    }

    private SbomReceipt enter(Caller caller, SbomDelivery delivery, BlobRef bill) {
        if (delivery.requestKey() != null) {
            tickets.hold(caller.actor().id() + " " + delivery.requestKey());
            var before =
                    tickets.under(caller, delivery.requestKey(), clock.instant().minus(REMEMBERED));
            if (before.isPresent()) {
                return again(before.get(), delivery, bill);
            }
        }
        if (delivery.to() instanceof Addressee.ByName(var software, var label)) {
            tickets.hold("release " + software + " " + label);
        }
        return switch (addressed.find(delivery.to())) {
            case Found.One(var release) -> {
                rights.demandAttach(caller, release);
                var refused = arrivals.file(caller, release, delivery);
                yield refused.orElseGet(() -> accept(caller, delivery, release, bill));
            }
            case Found.Several() -> new SbomReceipt.Ambiguous();
            case Found.Retired() -> new SbomReceipt.Retired();
            case Found.None() ->
                switch (arrivals.enter(caller, delivery)) {
                    case Arrivals.Entry.Refused(var why) -> why;
                    case Arrivals.Entry.Made(var release) -> accept(caller, delivery, release, bill);
                };
        };
    }

    private SbomReceipt again(SbomTicket before, SbomDelivery delivery, BlobRef bill) {
        boolean same = before.sha256().equals(bill.sha256())
                && addressed.find(delivery.to()) instanceof Found.One(var release)
                && release.id().equals(before.release());
        return same ? new SbomReceipt.Accepted(before) : new SbomReceipt.KeyUsed();
    }

    private SbomReceipt accept(Caller caller, SbomDelivery delivery, Release release, BlobRef bill) {
        UUID id = Generators.timeBasedEpochGenerator().generate();
        tickets.insert(id, release, bill, caller, delivery.requestKey(), clock.instant());
        tickets.workedOffBy(id, work.start(caller, SbomIntakeJob.KIND, new SbomIntakeJob.Params(id)));
        return new SbomReceipt.Accepted(tickets.find(id).orElseThrow().ticket());
    }

    @Override
    public Optional<SbomTicket> ticket(Caller caller, UUID id) {
        return transactions.read(caller, () -> tickets.find(id).map(kept -> shown(caller, kept)));
    }

    /// A ticket whose work was given up waits for nothing.
    SbomTicket shown(Caller caller, TicketRepository.Kept kept) {
        var ticket = kept.ticket();
        if (!ticket.waits() || kept.job() == null) {
            return ticket;
        }
        var ended = work.find(caller, kept.job()).filter(job -> job.state().ended());
        return ended.map(job -> new SbomTicket(
                        ticket.id(),
                        ticket.release(),
                        SbomTicket.State.FAILED,
                        ticket.sha256(),
                        ticket.size(),
                        ticket.received(),
                        job.finished()))
                .orElse(ticket);
    }
}
