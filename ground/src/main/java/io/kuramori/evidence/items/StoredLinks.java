package io.kuramori.evidence.items;

import io.kuramori.evidence.EvidenceLinks;
import io.kuramori.evidence.EvidenceTarget;
import io.kuramori.identity.Caller;
import io.kuramori.identity.OwnRecords;
import io.kuramori.identity.Right;
import io.kuramori.identity.Transactions;
import io.kuramori.organization.Invalid;
import io.kuramori.organization.Organization;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/// Attachments of evidence to records of any kind.
@Service
public class StoredLinks implements EvidenceLinks {

    private final LinkRepository links;
    private final ItemRepository items;
    private final ObjectProvider<EvidenceTarget> targets;
    private final OwnRecords own;
    private final Organization organization;
    private final Transactions transactions;
    private final Clock clock;

    StoredLinks(
            LinkRepository links,
            ItemRepository items,
            ObjectProvider<EvidenceTarget> targets,
            OwnRecords own,
            Organization organization,
            Transactions transactions,
            Clock clock) {
        this.links = links;
        this.items = items;
        this.targets = targets;
        this.own = own;
        this.organization = organization;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// A record that an item is attached to and that the caller sees.
    public record Shown(UUID link, String kind, EvidenceTarget.Named record) {}

    @Override
    public List<Attached> of(String kind, UUID record) {
        return links.ofRecord(kind, record);
    }

    @Override
    public void attach(Caller caller, UUID item, String kind, UUID record) {
        var found = items.find(item).orElseThrow(() -> new Invalid("code", "evidence.error.no-item"));
        own.demand(
                caller,
                Right.CHANGE_EVIDENCE,
                found.institution(),
                found.facts().owner().value());
        if (record(caller, kind, record).isEmpty()) {
            throw new Invalid("record", "evidence.error.no-record");
        }
        if (links.ofRecord(kind, record).stream().anyMatch(each -> each.item().equals(item))) {
            throw new Invalid("code", "evidence.error.attached");
        }
        links.insert(found.institution(), item, kind, record);
    }

    /// Attaches the item that has the code; of several institutions' items with it, the institution says which.
    public void attach(Caller caller, String code, String kind, UUID record) {
        transactions.write(caller, "evidence.act.attach", () -> {
            var found = items.withCode(code);
            if (found.size() != 1) {
                throw new Invalid("code", found.isEmpty() ? "evidence.error.no-item" : "evidence.error.several");
            }
            attach(caller, found.getFirst().id(), kind, record);
            return true;
        });
    }

    public void detach(Caller caller, UUID link) {
        transactions.write(caller, "evidence.act.detach", () -> {
            var found = links.find(link).orElseThrow();
            var item = items.find(found.item()).orElseThrow();
            own.demand(
                    caller,
                    Right.CHANGE_EVIDENCE,
                    item.institution(),
                    item.facts().owner().value());
            links.retire(link, organization.calendar(item.institution()).today(clock));
            return true;
        });
    }

    /// The item of an attachment that the caller sees.
    public Optional<UUID> itemOf(Caller caller, UUID link) {
        return transactions.read(caller, () -> links.find(link).map(LinkRepository.Link::item));
    }

    /// Records of the item; those that the caller does not see are not among them.
    public List<Shown> ofItem(Caller caller, UUID item) {
        var shown = new ArrayList<Shown>();
        for (var link : transactions.read(caller, () -> links.ofItem(item))) {
            seen(caller, link.kind(), link.record())
                    .ifPresent(record -> shown.add(new Shown(link.id(), link.kind(), record)));
        }
        return shown;
    }

    /// The record, as far as the caller sees it with the right that its kind asks for.
    public Optional<EvidenceTarget.Named> seen(Caller caller, String kind, UUID record) {
        return target(kind).filter(target -> caller.may(target.needs())).flatMap(target -> {
            var within = caller.within(target.needs());
            return transactions.read(within, () -> target.find(within, record));
        });
    }

    /// Inside the open transaction, whose scope is that of changing evidence.
    private Optional<EvidenceTarget.Named> record(Caller caller, String kind, UUID record) {
        return target(kind).filter(target -> caller.may(target.needs())).flatMap(target -> target.find(caller, record));
    }

    private Optional<EvidenceTarget> target(String kind) {
        return targets.stream().filter(each -> each.kind().equals(kind)).findFirst();
    }
}
