package io.kuramori.engine.matching.sbom.file;

import io.kuramori.engine.matching.document.JsonDocument;
import io.kuramori.engine.matching.document.Problem.Kind;
import io.kuramori.engine.matching.document.Problems;
import io.kuramori.engine.matching.document.Refused;
import io.kuramori.engine.matching.sbom.Gathering;
import io.kuramori.engine.matching.sbom.Sbom;
import io.kuramori.engine.matching.sbom.cyclonedx.CycloneDxJson;
import io.kuramori.engine.matching.sbom.spdx.SpdxJson;
import org.jspecify.annotations.Nullable;

/// Reads a JSON document in one pass. Which format it is may show as late as its last field, so both look at each; they
/// have no field in common.
final class JsonBill {

    private final JsonDocument json;
    private final CycloneDxJson cycloneDx;
    private final SpdxJson spdx;
    private @Nullable Refused spdx3;

    JsonBill(JsonDocument json, Problems problems) {
        this.json = json;
        Gathering gathering = new Gathering(problems);
        cycloneDx = new CycloneDxJson(json, gathering);
        spdx = new SpdxJson(json, gathering);
    }

    /// @throws Refused when it is another document
    Sbom read() {
        json.object(this::field);
        if (spdx3 != null) {
            throw spdx3;
        }
        if (cycloneDx.claimed() == spdx.claimed()) {
            throw json.refused(Kind.FORMAT, SbomReader.READ, spdx.claimed() ? "both formats" : "none of them");
        }
        return cycloneDx.claimed() ? cycloneDx.sbom() : spdx.sbom();
    }

    private void field(String name) {
        if (cycloneDx.field(name) || spdx.field(name)) {
            return;
        }
        switch (name) {
            // The export of GitHub's dependency graph wraps the document.
            case "sbom" -> json.object(this::field);
            case "@context" -> context();
            default -> json.skip();
        }
    }

    private void context() {
        if (json.isString() && json.string().startsWith("https://spdx.org/rdf/3")) {
            spdx3 = json.refused(Kind.VERSION, "SPDX-2.2 or SPDX-2.3", "SPDX 3");
        } else {
            json.skip();
        }
    }
}
