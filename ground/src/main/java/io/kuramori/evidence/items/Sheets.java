package io.kuramori.evidence.items;

import io.kuramori.evidence.items.Item.StoredFile;
import io.kuramori.identity.Caller;
import io.kuramori.identity.OwnRecords;
import io.kuramori.identity.RestrictedRecords;
import io.kuramori.identity.RestrictedRecords.GlassRead;
import io.kuramori.identity.Right;
import io.kuramori.identity.Transactions;
import io.kuramori.organization.Accounts;
import io.kuramori.organization.Institution;
import io.kuramori.organization.Organization;
import io.kuramori.organization.Post;
import io.kuramori.organization.Trails;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/// Gathers everything that an item's page tells.
@Service("evidenceSheets")
public class Sheets {

    private final Items items;
    private final ItemRepository stored;
    private final CustodyRepository custody;
    private final StoredLinks links;
    private final AccountNames names;
    private final RestrictedRecords restricted;
    private final OwnRecords own;
    private final Organization organization;
    private final Accounts accounts;
    private final Trails trails;
    private final Transactions transactions;

    Sheets(
            Items items,
            ItemRepository stored,
            CustodyRepository custody,
            StoredLinks links,
            AccountNames names,
            RestrictedRecords restricted,
            OwnRecords own,
            Organization organization,
            Accounts accounts,
            Trails trails,
            Transactions transactions) {
        this.items = items;
        this.stored = stored;
        this.custody = custody;
        this.links = links;
        this.names = names;
        this.restricted = restricted;
        this.own = own;
        this.organization = organization;
        this.accounts = accounts;
        this.trails = trails;
        this.transactions = transactions;
    }

    public Sheet of(Caller caller, Item item) {
        var attached = links.ofItem(caller, item.id());
        return transactions.read(caller, () -> {
            var ledger = custody.of(item.id());
            var readers = restricted.readers(item.id());
            var glass = readers.isEmpty() ? List.<GlassRead>of() : restricted.glassReads(item.id());
            var who = new HashSet<UUID>(readers);
            ledger.forEach(entry -> who.add(entry.account()));
            glass.forEach(read -> who.add(read.account()));
            who.add(item.receivedBy());
            boolean changeable = changeable(caller, item)
                    && (readers.isEmpty() || readers.contains(caller.actor().id()));
            return new Sheet(
                    item,
                    organization
                            .institution(item.institution())
                            .map(Institution::name)
                            .orElse(""),
                    organization.post(item.facts().owner()).map(Post::name).orElse(""),
                    items.today(item),
                    changeable,
                    ledger,
                    glass,
                    attached,
                    item.content() instanceof StoredFile file ? stored.same(file.sha256(), item.id()) : List.of(),
                    readers,
                    changeable ? accounts.inScope() : List.of(),
                    changeable ? organization.postsOf(item.institution()) : List.of(),
                    names.of(who),
                    trails.of(caller, Items.KIND, item.id()));
        });
    }

    private boolean changeable(Caller caller, Item item) {
        return caller.may(Right.CHANGE_EVIDENCE)
                && own.allows(
                        caller,
                        Right.CHANGE_EVIDENCE,
                        item.institution(),
                        item.facts().owner().value());
    }
}
