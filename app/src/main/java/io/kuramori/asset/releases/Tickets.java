package io.kuramori.asset.releases;

import io.kuramori.asset.SbomTicket;
import io.kuramori.asset.releases.SbomApi.Located;
import io.kuramori.asset.releases.TicketView.ReleaseView;
import io.kuramori.engine.matching.sbom.Format;
import io.kuramori.identity.Caller;
import io.kuramori.identity.Transactions;
import io.kuramori.shell.Page;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// Receipts with what came of them.
@Service
class Tickets {

    private final TicketRepository tickets;
    private final ReleaseRepository releases;
    private final Remarks remarks;
    private final Inbox inbox;
    private final Transactions transactions;
    private final JdbcClient jdbc;

    Tickets(
            TicketRepository tickets,
            ReleaseRepository releases,
            Remarks remarks,
            Inbox inbox,
            Transactions transactions,
            JdbcClient jdbc) {
        this.tickets = tickets;
        this.releases = releases;
        this.remarks = remarks;
        this.inbox = inbox;
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    Optional<TicketView> find(Caller caller, UUID id, Page page) {
        return transactions.read(
                caller, () -> tickets.find(id).map(kept -> view(inbox.shown(caller, kept), kept.sbom(), page)));
    }

    /// One that was just given.
    TicketView given(Caller caller, SbomTicket ticket, Page page) {
        return transactions.read(caller, () -> view(ticket, null, page));
    }

    private TicketView view(SbomTicket ticket, @Nullable UUID row, Page page) {
        var release = releases.find(ticket.release()).orElseThrow();
        var counts = row == null ? null : counts(row);
        var told = row == null ? null : remarks.ofBill(row);
        return new TicketView(
                ticket.id(),
                ticket.state().name().toLowerCase(Locale.ROOT),
                ReleaseView.of(release),
                ticket.received(),
                ticket.finished(),
                ticket.sha256(),
                ticket.size(),
                counts == null ? null : counts.form(),
                counts == null ? null : counts.components(),
                counts == null ? null : counts.unidentified(),
                told == null ? null : told.count(),
                told == null ? null : Located.of(told, page));
    }

    private @Nullable Counts counts(UUID row) {
        return jdbc.sql("select format, spec_version, components, unidentified from asset.sbom where id = :id")
                .param("id", row)
                .query((found, n) -> new Counts(
                        Format.valueOf(found.getString("format")).name(found.getString("spec_version")),
                        found.getInt("components"),
                        found.getInt("unidentified")))
                .optional()
                .orElse(null);
    }

    private record Counts(String form, int components, int unidentified) {}
}
