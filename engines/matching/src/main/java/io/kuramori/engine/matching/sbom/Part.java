package io.kuramori.engine.matching.sbom;

import io.kuramori.engine.matching.Component;
import io.kuramori.engine.matching.Purl;
import io.kuramori.engine.matching.cpe.Cpe;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A component as a bill of materials names it.
///
/// @param ref its `bom-ref` or `SPDXID`
/// @param type such as `library` or `operating-system`, in lower case
/// @param purls as given, readable or not
/// @param cpes as given, readable or not
/// @param scope null when nothing is said
public record Part(
        Place place,
        @Nullable String ref,
        @Nullable String type,
        @Nullable String group,
        String name,
        @Nullable String version,
        List<String> purls,
        List<String> cpes,
        Origin origin,
        List<Hash> hashes,
        List<Licence> licences,
        @Nullable Scope scope) {

    public Part {
        purls = List.copyOf(purls);
        cpes = List.copyOf(cpes);
        hashes = List.copyOf(hashes);
        licences = List.copyOf(licences);
    }

    /// Group and name.
    public String wholeName() {
        return group == null ? name : group + "/" + name;
    }

    /// The first package URL that can be read; when none can, the first.
    public @Nullable String purl() {
        return first(purls, text -> Purl.parse(text) instanceof Purl.Read);
    }

    /// The first CPE name that can be read; when none can, the first.
    public @Nullable String cpe() {
        return first(cpes, text -> Cpe.parse(text) instanceof Cpe.Read);
    }

    private static @Nullable String first(List<String> names, Predicate<String> readable) {
        return names.stream().filter(readable).findFirst().orElse(names.isEmpty() ? null : names.getFirst());
    }

    /// The component to match: who supplies it, else who made it, stands for its vendor.
    public Component component() {
        String vendor = origin.supplier() == null ? origin.manufacturer() : origin.supplier();
        String first = cpe();
        List<String> others = cpes.size() < 2
                ? List.of()
                : cpes.stream().filter(cpe -> !cpe.equals(first)).toList();
        return new Component(purl(), first, wholeName(), version, vendor, others);
    }
}
