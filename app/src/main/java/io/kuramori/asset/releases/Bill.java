package io.kuramori.asset.releases;

import io.kuramori.engine.matching.Purl;
import io.kuramori.engine.matching.cpe.Cpe;
import io.kuramori.engine.matching.document.Problem;
import io.kuramori.engine.matching.document.Reading;
import io.kuramori.engine.matching.sbom.Part;
import io.kuramori.engine.matching.sbom.Sbom;
import io.kuramori.engine.matching.sbom.file.SbomReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A bill of materials as the ledger takes it: all of it or nothing, each component once.
final class Bill {

    /// Longest identity, in bytes: an index of PostgreSQL holds no longer rows than about 2,700.
    private static final int MAX_IDENTITY = 2_000;

    private final Sbom sbom;
    private final Map<String, ComponentRepository.Identity> identities = new LinkedHashMap<>();

    private Bill(Sbom sbom) {
        this.sbom = sbom;
        sbom.parts().stream()
                .map(Bill::identify)
                .forEach(
                        identity -> identities.merge(identity.identity(), identity, ComponentRepository.Identity::and));
    }

    /// @throws SbomRefused when there is a mistake anywhere in it that loses a component
    static Bill read(InputStream bytes) throws IOException, SbomRefused {
        return switch (SbomReader.read(bytes)) {
            case Reading.Rejected<Sbom>(Problem problem) -> throw new SbomRefused(problem, 0);
            case Reading.Accepted<Sbom>(Sbom sbom, List<Problem> problems) -> {
                if (!problems.isEmpty()) {
                    throw new SbomRefused(problems);
                }
                yield new Bill(sbom);
            }
        };
    }

    Sbom sbom() {
        return sbom;
    }

    Collection<ComponentRepository.Identity> components() {
        return identities.values();
    }

    int unidentified() {
        return (int)
                identities.values().stream().filter(one -> !one.identified()).count();
    }

    private static ComponentRepository.Identity identify(Part part) {
        String name = part.wholeName();
        String purl = part.purl();
        List<String> cpes = part.cpes().stream()
                .filter(cpe -> Cpe.parse(cpe) instanceof Cpe.Read)
                .distinct()
                .sorted()
                .toList();
        String pointer = part.place().pointer();
        if (purl != null && Purl.parse(purl) instanceof Purl.Read && fits(purl)) {
            return new ComponentRepository.Identity(purl, purl, cpes, name, part.version(), pointer);
        }
        String called = name + "@" + (part.version() == null ? "" : part.version());
        // The last one is CPE 2.3 rather than 2.2, and of two that differ in their version alone the one that says it.
        String identity = cpes.isEmpty() ? "name:" + called : cpes.getLast() + " " + called;
        return new ComponentRepository.Identity(
                fits(identity) ? identity : "sha256:" + RowsRoot.of(List.of(identity)),
                null,
                cpes,
                name,
                part.version(),
                pointer);
    }

    private static boolean fits(String identity) {
        return identity.getBytes(StandardCharsets.UTF_8).length <= MAX_IDENTITY;
    }
}
