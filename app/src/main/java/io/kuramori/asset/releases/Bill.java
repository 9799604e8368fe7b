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
import org.jspecify.annotations.Nullable;

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
                .forEach(identity -> identities.merge(
                        identity.identity(),
                        identity,
                        (first, other) -> first.with(preferred(first.cpe(), other.cpe()))));
    }

    /// @throws SbomRefused when there is a mistake anywhere in it that loses a component
    static Bill read(InputStream bytes) throws IOException, SbomRefused {
        return switch (SbomReader.read(bytes)) {
            case Reading.Rejected<Sbom>(Problem problem) -> throw new SbomRefused(problem, 0);
            case Reading.Accepted<Sbom>(Sbom sbom, List<Problem> problems) -> {
                if (!problems.isEmpty()) {
                    throw new SbomRefused(problems.getFirst(), problems.size() - 1);
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
        String cpe = readableCpe(part.cpe());
        String pointer = part.place().pointer();
        if (purl != null && Purl.parse(purl) instanceof Purl.Read && fits(purl)) {
            return new ComponentRepository.Identity(purl, purl, cpe, name, part.version(), pointer);
        }
        String called = name + "@" + (part.version() == null ? "" : part.version());
        String identity = cpe == null ? "name:" + called : cpe + " " + called;
        return new ComponentRepository.Identity(
                fits(identity) ? identity : "sha256:" + RowsRoot.of(List.of(identity)),
                null,
                cpe,
                name,
                part.version(),
                pointer);
    }

    /// Which of two CPE names of one component counts, whichever comes first in the file: tools write the same
    /// components in another order at every build, and the ledger learns one name for good. The greater text is
    /// CPE 2.3 rather than 2.2, and of two that differ in their version alone the one that says it.
    private static @Nullable String preferred(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static @Nullable String readableCpe(@Nullable String cpe) {
        return cpe != null && Cpe.parse(cpe) instanceof Cpe.Read ? cpe : null;
    }

    private static boolean fits(String identity) {
        return identity.getBytes(StandardCharsets.UTF_8).length <= MAX_IDENTITY;
    }
}
