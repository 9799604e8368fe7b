package io.kuramori.engine.matching;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A component as a bill of materials names it.
///
/// @param purl the package URL as given; without one that can be read, the component cannot be matched
/// @param cpe its CPE name as given
/// @param name the name as given, never blank
/// @param version the version as given; the purl's own version stands above it
/// @param otherCpes more CPE names for the same component: tools often give several that it may be known by
public record Component(
        @Nullable String purl,
        @Nullable String cpe,
        String name,
        @Nullable String version,
        @Nullable String supplier,
        List<String> otherCpes) {

    public Component {
        otherCpes = List.copyOf(otherCpes);
        if (name.isBlank()) {
            throw new IllegalArgumentException("a component has a name");
        }
    }

    public Component(
            @Nullable String purl,
            @Nullable String cpe,
            String name,
            @Nullable String version,
            @Nullable String supplier) {
        this(purl, cpe, name, version, supplier, List.of());
    }

    /// A component known by its purl alone.
    public static Component ofPurl(String purl) {
        String name =
                Purl.parse(purl) instanceof Purl.Read(Purl read) ? read.key().name() : purl;
        return new Component(purl, null, name.isBlank() ? "?" : name, null, null);
    }
}
