package io.kuramori.evidence.items;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import io.kuramori.evidence.Blobs;
import io.kuramori.evidence.EvidenceLinks;
import io.kuramori.evidence.items.Item.Content;
import io.kuramori.evidence.items.Item.Facts;
import io.kuramori.evidence.items.Item.Reference;
import io.kuramori.evidence.items.Item.StoredFile;
import io.kuramori.identity.Caller;
import io.kuramori.identity.OwnRecords;
import io.kuramori.identity.RestrictedRecords;
import io.kuramori.identity.Right;
import io.kuramori.identity.Transactions;
import io.kuramori.journal.StaleRecord;
import io.kuramori.organization.Invalid;
import io.kuramori.organization.Organization;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;

/// What is done with evidence once it is here.
@Service
public class Items {

    static final String KIND = "evidence.item";

    private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();
    private final ItemRepository items;
    private final CustodyRepository custody;
    private final EvidenceLinks links;
    private final Codes codes;
    private final Blobs blobs;
    private final Reads reads;
    private final RestrictedRecords restricted;
    private final OwnRecords own;
    private final Organization organization;
    private final Transactions transactions;
    private final Clock clock;

    Items(
            ItemRepository items,
            CustodyRepository custody,
            EvidenceLinks links,
            Codes codes,
            Blobs blobs,
            Reads reads,
            RestrictedRecords restricted,
            OwnRecords own,
            Organization organization,
            Transactions transactions,
            Clock clock) {
        this.items = items;
        this.custody = custody;
        this.links = links;
        this.codes = codes;
        this.blobs = blobs;
        this.reads = reads;
        this.restricted = restricted;
        this.own = own;
        this.organization = organization;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Optional<Item> find(Caller caller, UUID id) {
        return transactions.read(caller, () -> items.find(id));
    }

    /// The item, to be shown: the reading is noted, in the custody ledger once a day and person.
    public Optional<Item> view(Caller caller, UUID id) {
        var found = find(caller, id);
        found.ifPresent(item -> {
            reads.note(caller, item, Custody.Act.VIEWED);
            var account = caller.actor().id();
            boolean known = transactions.read(caller, () -> custody.viewed(id, account, today(item)));
            if (!known) {
                note(caller, item, Custody.Act.VIEWED);
            }
        });
        return found;
    }

    /// The file, to be taken away: the custody ledger says so before the first byte leaves.
    public Optional<InputStream> download(Caller caller, Item item, StoredFile file) throws IOException {
        reads.note(caller, item, Custody.Act.DOWNLOADED);
        note(caller, item, Custody.Act.DOWNLOADED);
        return blobs.open(file.sha256());
    }

    /// Enters a document that is kept elsewhere.
    public UUID refer(Caller caller, Draft draft, Reference reference) {
        return transactions.write(caller, "evidence.act.refer", () -> enter(caller, draft, reference));
    }

    /// Inside a write transaction.
    UUID enter(Caller caller, Draft draft, Content content) {
        demand(caller, Right.CHANGE_EVIDENCE, draft);
        var facts = checked(draft);
        var id = ids.generate();
        var item = new Item(
                id,
                0,
                draft.institution(),
                codes.next(draft.institution(), draft.restricted()),
                facts,
                content,
                clock.instant(),
                caller.actor().id(),
                null);
        items.insert(item);
        if (draft.restricted()) {
            restricted.restrict(caller, KIND, draft.institution(), id, Set.of());
        }
        custody.enter(
                item.institution(),
                id,
                entry(caller, Custody.Act.COLLECTED, facts.collected(), facts.collectedBy(), "", null));
        custody.enter(item.institution(), id, entry(caller, Custody.Act.RECEIVED, today(item), null, "", null));
        var target = draft.target();
        if (target != null) {
            links.attach(caller, id, target.kind(), target.id());
        }
        return id;
    }

    /// @param version that the form was filled from
    /// @param place where a document is kept; null for a file
    public void change(Caller caller, UUID id, int version, Facts facts, @Nullable String place, String reason) {
        transactions.write(caller, reason, () -> {
            var before = changeable(caller, id, version);
            var draft = new Draft(before.institution(), facts, false, null);
            demand(caller, Right.CHANGE_EVIDENCE, draft);
            var content = before.content() instanceof Reference paper && place != null
                    ? new Reference(paper.number(), paper.edition(), place, paper.sha256())
                    : before.content();
            items.update(with(before, checked(draft), content, before.retiredOn()));
            return true;
        });
    }

    /// Out of use, or back in it; never deleted.
    public void retire(Caller caller, UUID id, int version, boolean retired, String reason) {
        transactions.write(caller, reason, () -> {
            var before = changeable(caller, id, version);
            items.update(with(before, before.facts(), before.content(), retired ? today(before) : null));
            return true;
        });
    }

    /// Somebody copied it, moved it, or handled it otherwise, and says so.
    public void handle(Caller caller, UUID id, Custody.Act act, LocalDate day, String why, @Nullable String place) {
        transactions.write(caller, "evidence.act.handle", () -> {
            var item = items.find(id).orElseThrow();
            demand(caller, item);
            if (day.isAfter(today(item))) {
                throw new Invalid("day", "evidence.error.future");
            }
            custody.enter(item.institution(), id, entry(caller, act, day, null, why, place));
            return true;
        });
    }

    /// Shows the item to nobody but the named readers, of whom the caller is always one.
    public void restrict(Caller caller, UUID id, Set<UUID> readers, String reason) {
        transactions.write(caller, reason, () -> {
            var item = items.find(id).orElseThrow();
            demand(caller, item);
            var named = restricted.readers(id);
            if (named.isEmpty()) {
                restricted.restrict(caller, KIND, item.institution(), id, readers);
            } else {
                var all = new java.util.HashSet<>(readers);
                all.add(caller.actor().id());
                restricted.name(caller, id, all);
            }
            return true;
        });
    }

    /// Everybody whose scope reaches it sees it again.
    public void open(Caller caller, UUID id, String reason) {
        transactions.write(caller, reason, () -> {
            demand(caller, items.find(id).orElseThrow());
            if (!restricted.readers(id).contains(caller.actor().id())) {
                throw new AccessDeniedException("only a named reader opens it");
            }
            restricted.lift(id);
            return true;
        });
    }

    /// Inside the caller's transaction.
    LocalDate today(Item item) {
        return organization.calendar(item.institution()).today(clock);
    }

    void demand(Caller caller, Right right, Draft draft) {
        own.demand(caller, right, draft.institution(), draft.facts().owner().value());
    }

    void demand(Caller caller, Item item) {
        own.demand(
                caller,
                Right.CHANGE_EVIDENCE,
                item.institution(),
                item.facts().owner().value());
    }

    private Item changeable(Caller caller, UUID id, int version) {
        var before = items.find(id).orElseThrow();
        demand(caller, before);
        if (before.version() != version) {
            throw new StaleRecord(KIND, id);
        }
        return before;
    }

    private Facts checked(Draft draft) {
        var facts = draft.facts();
        var owner = organization.post(facts.owner());
        if (owner.filter(post -> post.institution().equals(draft.institution()) && post.retiredOn() == null)
                .isEmpty()) {
            throw new Invalid("owner", "evidence.error.owner");
        }
        if (facts.to().isBefore(facts.from())) {
            throw new Invalid("to", "evidence.error.period");
        }
        if (facts.collected().isAfter(organization.calendar(draft.institution()).today(clock))) {
            throw new Invalid("collected", "evidence.error.future");
        }
        return facts;
    }

    /// Whom an emergency lets read may write nothing here: his reading is kept with the restriction, for its readers.
    private void note(Caller caller, Item item, Custody.Act act) {
        transactions.write(caller, "evidence.act." + act.name().toLowerCase(java.util.Locale.ROOT), () -> {
            var readers = restricted.readers(item.id());
            if (readers.isEmpty() || readers.contains(caller.actor().id())) {
                custody.enter(item.institution(), item.id(), entry(caller, act, today(item), null, "", null));
            }
            return true;
        });
    }

    private Custody entry(
            Caller caller, Custody.Act act, LocalDate day, @Nullable String who, String why, @Nullable String place) {
        return new Custody(
                custody.newId(), act, clock.instant(), day, caller.actor().id(), who, why, place);
    }

    private static Item with(Item before, Facts facts, Content content, @Nullable LocalDate retiredOn) {
        return new Item(
                before.id(),
                before.version(),
                before.institution(),
                before.code(),
                facts,
                content,
                before.received(),
                before.receivedBy(),
                retiredOn);
    }
}
