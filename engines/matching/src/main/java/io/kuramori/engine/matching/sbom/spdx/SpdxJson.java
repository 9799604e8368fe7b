package io.kuramori.engine.matching.sbom.spdx;

import io.kuramori.engine.matching.document.JsonDocument;
import io.kuramori.engine.matching.document.Problem.Kind;
import io.kuramori.engine.matching.document.Refused;
import io.kuramori.engine.matching.sbom.Format;
import io.kuramori.engine.matching.sbom.Gathering;
import io.kuramori.engine.matching.sbom.JsonText;
import io.kuramori.engine.matching.sbom.Place;
import io.kuramori.engine.matching.sbom.Sbom;
import org.jspecify.annotations.Nullable;

/// Reads the fields of an SPDX JSON document in whatever order they come; what it is shows at the end. Memory grows
/// with
/// the packages, not with the document.
public final class SpdxJson {

    private final JsonDocument json;
    private final Gathering gathering;
    private final JsonPackages packages;
    private final Relations relations;
    private @Nullable String version;
    private @Nullable Refused refused;

    public SpdxJson(JsonDocument json, Gathering gathering) {
        this.json = json;
        this.gathering = gathering;
        packages = new JsonPackages(json, gathering);
        relations = new Relations(gathering);
    }

    /// True when the document says it is one.
    public boolean claimed() {
        return version != null;
    }

    /// Reads a field of the document.
    ///
    /// @return false when it is none of this format
    public boolean field(String name) {
        switch (name) {
            case "spdxVersion" -> version();
            case "documentNamespace" -> json.attempt(() -> gathering.serial(JsonText.of(json)), gathering::remark);
            case "creationInfo" -> json.attempt(() -> json.object(this::creation), gathering::remark);
            case "documentDescribes" ->
                json.attempt(() -> json.array(() -> relations.described(JsonText.of(json))), gathering::remark);
            case "packages" -> json.attempt(packages::list, gathering::problem);
            case "relationships" ->
                json.attempt(
                        () -> json.array(() -> json.attempt(this::relationship, gathering::remark)), gathering::remark);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void version() {
        String text = json.string();
        version = SpdxWords.version(text).orElse("");
        if (version.isEmpty()) {
            refused = json.refused(Kind.VERSION, SpdxWords.VERSIONS);
        }
    }

    /// @throws Refused when it is of a version that is not read
    public Sbom sbom() {
        if (refused != null) {
            throw refused;
        }
        relations.end();
        return gathering.sbom(Format.SPDX_JSON, String.valueOf(version));
    }

    private void creation(String name) {
        switch (name) {
            case "created" -> json.attempt(() -> gathering.made(json.instant()), gathering::remark);
            case "creators" ->
                json.attempt(
                        () -> json.array(() -> {
                            Place place = JsonText.place(json);
                            SpdxWords.tool(JsonText.of(json)).ifPresent(tool -> gathering.tool(tool, place));
                        }),
                        gathering::remark);
            default -> json.skip();
        }
    }

    private void relationship() {
        Place place = JsonText.place(json);
        String[] found = {"", "", ""};
        json.object(name -> {
            switch (name) {
                case "spdxElementId" -> found[0] = JsonText.of(json);
                case "relationshipType" -> found[1] = JsonText.of(json);
                case "relatedSpdxElement" -> found[2] = JsonText.of(json);
                default -> json.skip();
            }
        });
        for (String text : found) {
            if (text.isEmpty()) {
                throw place.refused(Kind.MISSING, "spdxElementId, relationshipType and relatedSpdxElement", "");
            }
        }
        relations.relation(found[0], found[1], found[2], place);
    }
}
