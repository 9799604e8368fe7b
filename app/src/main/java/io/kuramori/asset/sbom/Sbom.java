package io.kuramori.asset.sbom;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an SBOM says: its components, nested ones too, in the order of the document.
public record Sbom(String specVersion, @Nullable String serial, List<Part> parts) {

    public Sbom {
        parts = List.copyOf(parts);
    }

    /// A component as the SBOM names it.
    ///
    /// @param pointer where it stands (RFC 6901)
    public record Part(
            String pointer,
            @Nullable String group,
            String name,
            @Nullable String version,
            @Nullable String purl,
            @Nullable String cpe) {}
}
