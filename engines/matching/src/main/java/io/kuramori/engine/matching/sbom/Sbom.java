package io.kuramori.engine.matching.sbom;

import io.kuramori.engine.matching.document.Problem;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a bill of materials says.
///
/// @param specVersion such as `1.6` of CycloneDX, `2.3` of SPDX
/// @param serial the serial number, in SPDX the namespace of the document
/// @param version which version of the bill it is (CycloneDX)
/// @param made when it was made
/// @param subjects what it describes: one at most in CycloneDX, where it is not among the parts; in SPDX those of the
///     parts that are described
/// @param parts the components, nested ones after the one they are in, in the order of the document
/// @param edges as the document states them; they may run in circles and lead out of it
/// @param remarks what is amiss without a component being lost: a hash that is none, a reference used twice, a circle
public record Sbom(
        Format format,
        String specVersion,
        @Nullable String serial,
        @Nullable String version,
        @Nullable Instant made,
        List<Part> subjects,
        List<Tool> tools,
        List<Part> parts,
        List<Edge> edges,
        List<Problem> remarks) {

    public Sbom {
        subjects = List.copyOf(subjects);
        tools = List.copyOf(tools);
        parts = List.copyOf(parts);
        edges = List.copyOf(edges);
        remarks = List.copyOf(remarks);
    }

    /// The standard with its version, such as `CycloneDX 1.6`.
    public String specification() {
        return format.standard() + " " + specVersion;
    }
}
