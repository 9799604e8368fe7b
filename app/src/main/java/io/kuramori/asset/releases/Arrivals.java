package io.kuramori.asset.releases;

import io.kuramori.asset.Addressee;
import io.kuramori.asset.ReleaseFilings;
import io.kuramori.asset.ReleaseId;
import io.kuramori.asset.SbomDelivery;
import io.kuramori.asset.SbomReceipt;
import io.kuramori.asset.releases.Addressed.Found;
import io.kuramori.identity.Caller;
import io.kuramori.identity.InstitutionId;
import io.kuramori.identity.InstitutionTree;
import io.kuramori.identity.Right;
import io.kuramori.identity.Transactions;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;

/// Releases that programs enter. They belong to the institution at the root of what the program reaches, to the group
/// when that is the group, and to nobody as long as no person has given them away (`/releases/unassigned`).
@Service
class Arrivals implements ReleaseFilings {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_LABEL = 100;

    private final Addressed addressed;
    private final ReleaseRepository releases;
    private final FilingRepository filings;
    private final InstitutionTree tree;
    private final Transactions transactions;
    private final Clock clock;

    Arrivals(
            Addressed addressed,
            ReleaseRepository releases,
            FilingRepository filings,
            InstitutionTree tree,
            Transactions transactions,
            Clock clock) {
        this.addressed = addressed;
        this.releases = releases;
        this.filings = filings;
        this.tree = tree;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// Why a release that is not there cannot be entered.
    Optional<SbomReceipt> objection(Caller caller, SbomDelivery delivery) {
        if (!delivery.create() || !(delivery.to() instanceof Addressee.ByName(var software, var label))) {
            return Optional.of(new SbomReceipt.NoRelease());
        }
        if (!caller.may(Right.ADD_RELEASES) || root(caller) == null) {
            return Optional.of(new SbomReceipt.MayNotCreate());
        }
        return named(software, LONGEST_NAME) && named(label, LONGEST_LABEL)
                ? Optional.empty()
                : Optional.of(new SbomReceipt.BadName());
    }

    Entry enter(Caller caller, SbomDelivery delivery) {
        var objection = objection(caller, delivery);
        var root = root(caller);
        if (objection.isPresent()
                || root == null
                || !(delivery.to() instanceof Addressee.ByName(var name, var label))) {
            return new Entry.Refused(objection.orElseGet(SbomReceipt.MayNotCreate::new));
        }
        var parent = parent(delivery);
        if (parent instanceof Parent.Missing) {
            return new Entry.Refused(new SbomReceipt.NoParent());
        }
        var institution = root.institution() == null ? null : root.institution().value();
        var software = releases.software(institution, name, null);
        var id = releases.insert(institution, software, name, label);
        boolean latest = Boolean.TRUE.equals(delivery.latest());
        if (latest) {
            filings.noneLatest(id);
        }
        filings.arrived(
                id,
                new FilingRepository.Arrival(
                        clock.instant(), caller.name(), latest, tags(delivery.tags(), List.of()), known(parent, null)));
        return new Entry.Made(releases.find(id).orElseThrow());
    }

    /// Files a release that is there, if the caller may: what he says nothing about stays.
    Optional<SbomReceipt> file(Caller caller, Release release, SbomDelivery delivery) {
        if (!caller.may(Right.ADD_RELEASES)) {
            return Optional.empty();
        }
        var parent = parent(delivery);
        if (parent instanceof Parent.Missing) {
            return Optional.of(new SbomReceipt.NoParent());
        }
        refile(
                release,
                delivery.latest(),
                delivery.tags(),
                known(parent, release.filing().parent()));
        return Optional.empty();
    }

    @Override
    public Outcome file(
            Caller caller,
            ReleaseId id,
            @Nullable List<String> tags,
            @Nullable Boolean latest,
            @Nullable ReleaseId parent) {
        if (!caller.may(Right.ADD_RELEASES)) {
            throw new AccessDeniedException("no right to file releases");
        }
        return transactions.write(caller, "asset.reason.release-filed", () -> {
            var release = releases.lock(id).filter(one -> !one.retired());
            if (release.isEmpty()) {
                return Outcome.NO_RELEASE;
            }
            if (parent != null && (parent.equals(id) || releases.find(parent).isEmpty())) {
                return Outcome.NO_PARENT;
            }
            var above = parent == null ? release.get().filing().parent() : parent;
            return refile(release.get(), latest, tags, above) ? Outcome.CHANGED : Outcome.UNCHANGED;
        });
    }

    private boolean refile(
            Release release, @Nullable Boolean latest, @Nullable List<String> tags, @Nullable ReleaseId parent) {
        var filing = release.filing();
        boolean newest = latest == null ? filing.latest() : latest;
        if (newest && !filing.latest()) {
            filings.noneLatest(release.id());
        }
        return filings.file(release, newest, tags(tags, filing.tags()), parent);
    }

    private Parent parent(SbomDelivery delivery) {
        if (delivery.parent() == null) {
            return new Parent.Unsaid();
        }
        return addressed.find(delivery.parent()) instanceof Found.One(var release)
                ? new Parent.Known(release.id())
                : new Parent.Missing();
    }

    private static @Nullable ReleaseId known(Parent parent, @Nullable ReleaseId before) {
        return parent instanceof Parent.Known(var id) ? id : before;
    }

    private static List<String> tags(@Nullable List<String> said, List<String> before) {
        return said == null
                ? before
                : said.stream()
                        .map(String::strip)
                        .filter(tag -> !tag.isEmpty() && tag.length() <= LONGEST_LABEL)
                        .distinct()
                        .sorted()
                        .limit(FilingRepository.MOST_TAGS)
                        .toList();
    }

    private static boolean named(String name, int longest) {
        return !name.isBlank() && name.length() <= longest && name.chars().noneMatch(Character::isISOControl);
    }

    /// Where the caller's releases belong; null when what he reaches has no single root.
    private @Nullable Root root(Caller caller) {
        var reach = caller.rights().reach(Right.ADD_RELEASES);
        if (reach.group()) {
            return new Root(null);
        }
        return reach.every().stream()
                .filter(one -> tree.subtree(one).containsAll(reach.every()))
                .findFirst()
                .map(Root::new)
                .orElse(null);
    }

    /// @param institution null for the group
    private record Root(@Nullable InstitutionId institution) {}

    private sealed interface Parent {

        record Unsaid() implements Parent {}

        record Missing() implements Parent {}

        record Known(ReleaseId release) implements Parent {}
    }

    sealed interface Entry {

        record Made(Release release) implements Entry {}

        record Refused(SbomReceipt why) implements Entry {}
    }
}
