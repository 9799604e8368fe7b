package io.kuramori.cli;

import io.kuramori.engine.matching.Component;
import io.kuramori.engine.matching.Purl;
import io.kuramori.engine.matching.document.Problem;
import io.kuramori.engine.matching.document.Reading;
import io.kuramori.engine.matching.sbom.Part;
import io.kuramori.engine.matching.sbom.Sbom;
import io.kuramori.engine.matching.sbom.file.SbomReader;
import io.kuramori.engine.matching.vex.Identity;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What statements about the parts of a bill of materials need to know of the bill itself.
///
/// @param serial its serial number; a BOM-Link names a bill of CycloneDX only
/// @param subject what it describes, if that is one thing
record Bill(Optional<String> serial, Optional<Identity> subject) {

    /// @param skipped what could not be read
    record Content(List<Located> components, List<Skipped> skipped) {}

    /// Reads a bill of materials, whichever format it is.
    static Content read(Path path) {
        String file = path.toString();
        try (InputStream bytes = Files.newInputStream(path)) {
            return switch (SbomReader.read(bytes)) {
                case Reading.Accepted<Sbom>(Sbom sbom, List<Problem> problems) ->
                    new Content(
                            located(sbom, file),
                            problems.stream()
                                    .map(problem -> skipped(file, problem))
                                    .toList());
                case Reading.Rejected<Sbom>(Problem problem) -> new Content(List.of(), List.of(skipped(file, problem)));
            };
        } catch (IOException e) {
            return new Content(List.of(), List.of(new Skipped(file, "", "cannot be read: " + e)));
        }
    }

    private static Skipped skipped(String file, Problem problem) {
        return new Skipped(file, problem.pointer(), problem.sentence());
    }

    private static List<Located> located(Sbom sbom, String file) {
        Bill bill = of(sbom);
        Set<String> shared = shared(sbom);
        return sbom.parts().stream()
                .map(part -> new Located(part.component(), file, part.place().pointer(), own(part, shared), bill))
                .toList();
    }

    private static Bill of(Sbom sbom) {
        boolean linked = switch (sbom.format()) {
            case CYCLONEDX_JSON, CYCLONEDX_XML -> true;
            case SPDX_JSON, SPDX_TAG_VALUE -> false;
        };
        Bill alone = new Bill(Optional.ofNullable(sbom.serial()).filter(serial -> linked), Optional.empty());
        return sbom.subjects().size() == 1
                ? new Bill(
                        alone.serial, Optional.of(alone.subject(sbom.subjects().getFirst(), shared(sbom))))
                : alone;
    }

    private Identity subject(Part part, Set<String> shared) {
        return identity(part.component(), own(part, shared));
    }

    /// A reference of several components would let a statement about one settle another, so it is nobody's.
    private static @Nullable String own(Part part, Set<String> shared) {
        return shared.contains(part.ref()) ? null : part.ref();
    }

    private static Set<String> shared(Sbom sbom) {
        Set<String> seen = new HashSet<>();
        Set<String> shared = new HashSet<>();
        // What SPDX describes is among its parts.
        Stream.concat(sbom.parts().stream(), sbom.subjects().stream())
                .distinct()
                .map(Part::ref)
                .filter(Objects::nonNull)
                .filter(ref -> !seen.add(ref))
                .forEach(shared::add);
        return shared;
    }

    Identity identity(Component component, @Nullable String ref) {
        return new Identity(
                Optional.ofNullable(component.purl()).flatMap(Bill::purl),
                Optional.ofNullable(component.cpe()),
                Optional.ofNullable(ref),
                serial,
                component.name(),
                Optional.ofNullable(component.version()));
    }

    private static Optional<Purl> purl(String text) {
        return Purl.parse(text) instanceof Purl.Read(Purl purl) ? Optional.of(purl) : Optional.empty();
    }
}
