package io.kuramori.asset.releases;

import io.kuramori.asset.DemandChanged;
import io.kuramori.asset.ReleaseId;
import io.kuramori.asset.SystemId;
import io.kuramori.engine.matching.sbom.file.SbomReader;
import io.kuramori.evidence.Blobs;
import io.kuramori.identity.Caller;
import io.kuramori.identity.Transactions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// What may be done with releases: make one, say which systems run it, attach what it is made of.
@Service
class Releases {

    private final ReleaseRepository releases;
    private final ComponentRepository components;
    private final Blobs blobs;
    private final Attaching attaching;
    private final ReleaseRights rights;
    private final Transactions transactions;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;

    Releases(
            ReleaseRepository releases,
            ComponentRepository components,
            Blobs blobs,
            Attaching attaching,
            ReleaseRights rights,
            Transactions transactions,
            ApplicationEventPublisher events,
            JdbcClient jdbc) {
        this.releases = releases;
        this.components = components;
        this.blobs = blobs;
        this.attaching = attaching;
        this.rights = rights;
        this.transactions = transactions;
        this.events = events;
        this.jdbc = jdbc;
    }

    /// Makes a release, and its software when that is new.
    ///
    /// @param institution whose it is; null for the whole group
    Release add(Caller caller, @Nullable UUID institution, String software, @Nullable String supplier, String label) {
        return transactions.write(caller, "リリースの登録", () -> {
            rights.demandAdd(caller, institution);
            var of = releases.software(institution, software, supplier);
            var id = releases.insert(institution, of, software, label);
            return releases.find(id).orElseThrow();
        });
    }

    /// A system runs the release from now on. An institution's own release runs on its own systems only; what several
    /// run belongs to the group.
    ///
    /// @return false when the system is not in scope or of another institution than the release
    boolean run(Caller caller, ReleaseId id, SystemId system) {
        return transactions.write(caller, "稼働リリースの登録", () -> {
            rights.demandRun(caller, system);
            var release = releases.find(id).orElseThrow();
            Optional<UUID> institution = jdbc.sql("select institution_id from asset.system where id = :id")
                    .param("id", system.value())
                    .query(UUID.class)
                    .optional();
            boolean fits = institution.isPresent()
                    && (release.institution() == null || release.institution().equals(institution.get()));
            if (fits) {
                releases.link(institution.get(), system.value(), id);
                events.publishEvent(new DemandChanged(List.of(id)));
            }
            return fits;
        });
    }

    void stop(Caller caller, ReleaseId id, SystemId system) {
        transactions.write(caller, "稼働リリースの解除", () -> {
            rights.demandRun(caller, system);
            if (releases.unlink(system.value(), id)) {
                events.publishEvent(new DemandChanged(List.of(id)));
            }
            return id;
        });
    }

    /// Attaches a bill of materials, whichever format it is: keeps the original, puts its components in the place of
    /// those before, tells who listens. All in one transaction.
    Attachment attach(Caller caller, ReleaseId id, InputStream bytes) throws IOException, SbomRefused {
        var blob = blobs.put(bytes, SbomReader.MAX_BYTES);
        Bill bill;
        try (InputStream kept = blobs.open(blob.sha256()).orElseThrow()) {
            bill = Bill.read(kept);
        }

        return transactions.write(caller, "SBOM の取込", () -> {
            var release = releases.lock(id).orElseThrow();
            rights.demandAttach(caller, release);
            return new Attachment(
                    release, attaching.put(caller, release, bill, blob, null).sbom());
        });
    }

    /// Streams the original of the SBOM in force.
    Optional<InputStream> original(Caller caller, ReleaseId id) {
        return transactions.read(caller, () -> components.inForce(id)).flatMap(sbom -> {
            try {
                return blobs.open(sbom.sha256());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    record Attachment(Release release, ComponentRepository.Attached sbom) {}
}
