package io.kuramori.asset.releases;

import io.kuramori.asset.ReleaseId;
import io.kuramori.asset.SbomAttached;
import io.kuramori.evidence.Blobs.BlobRef;
import io.kuramori.identity.Caller;
import io.kuramori.journal.Batches;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Puts what a bill says in the place of what a release was made of, and tells who listens: all in the transaction that
/// is open, with one journal entry for the batch. Whoever calls holds the release's lock and has asked for the right.
@Component
class Attaching {

    private final ComponentRepository components;
    private final Remarks remarks;
    private final Batches batches;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Attaching(
            ComponentRepository components,
            Remarks remarks,
            Batches batches,
            ApplicationEventPublisher events,
            Clock clock) {
        this.components = components;
        this.remarks = remarks;
        this.batches = batches;
        this.events = events;
        this.clock = clock;
    }

    /// @param ticket number of its receipt; null when a person attaches it
    Kept put(Caller caller, Release release, Bill bill, BlobRef original, @Nullable Long ticket) {
        var id = release.id();
        var made = components.remember(bill.components());
        var renamed = components.learn(bill.components());
        renamed.removeAll(made);
        components.replace(id, release.institution(), bill.components());
        components.supersede(id, clock.instant());
        var attached = new ComponentRepository.Attached(
                original.sha256(),
                original.size(),
                bill.sbom().format(),
                bill.sbom().specVersion(),
                bill.sbom().serial(),
                bill.components().size(),
                bill.unidentified(),
                clock.instant(),
                caller.name());
        var told = bill.sbom().remarks();
        UUID row = components.attach(attached, id, release.institution(), remarks.write(told), told.size(), ticket);
        batches.record("sbom-components", release.institution(), batch(id, attached, bill, renamed.size()));
        events.publishEvent(new SbomAttached(id, renamed, caller));
        return new Kept(row, attached);
    }

    private static Map<String, Object> batch(
            ReleaseId id, ComponentRepository.Attached attached, Bill bill, int renamed) {
        return Map.of(
                "release", id.value().toString(),
                "sourceSha256", attached.sha256(),
                "format", attached.format().name(),
                "specVersion", attached.specVersion(),
                "components", attached.components(),
                "unidentified", attached.unidentified(),
                "remarks", bill.sbom().remarks().size(),
                "cpesLearnt", renamed,
                "rowsRoot",
                        RowsRoot.of(bill.components().stream()
                                .map(ComponentRepository.Identity::identity)
                                .toList()));
    }

    /// @param row id in `asset.sbom`
    record Kept(UUID row, ComponentRepository.Attached sbom) {}
}
