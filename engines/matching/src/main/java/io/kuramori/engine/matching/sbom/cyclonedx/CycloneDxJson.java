package io.kuramori.engine.matching.sbom.cyclonedx;

import io.kuramori.engine.matching.document.JsonDocument;
import io.kuramori.engine.matching.document.Problem.Kind;
import io.kuramori.engine.matching.document.Refused;
import io.kuramori.engine.matching.sbom.Edge;
import io.kuramori.engine.matching.sbom.Format;
import io.kuramori.engine.matching.sbom.Gathering;
import io.kuramori.engine.matching.sbom.JsonText;
import io.kuramori.engine.matching.sbom.Place;
import io.kuramori.engine.matching.sbom.Sbom;
import io.kuramori.engine.matching.sbom.Tool;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the fields of a CycloneDX JSON document in whatever order they come; what it is shows at the end. Memory grows
/// with the components, not with the document.
public final class CycloneDxJson {

    private final JsonDocument json;
    private final Gathering gathering;
    private final JsonComponents components;
    private @Nullable String format;
    private @Nullable String version;
    private @Nullable Refused refused;

    public CycloneDxJson(JsonDocument json, Gathering gathering) {
        this.json = json;
        this.gathering = gathering;
        components = new JsonComponents(json, gathering);
    }

    /// True when the document says it is one.
    public boolean claimed() {
        return format != null;
    }

    /// Reads a field of the document.
    ///
    /// @return false when it is none of this format
    public boolean field(String name) {
        switch (name) {
            case "bomFormat" -> format();
            case "specVersion" -> version();
            case "serialNumber" -> json.attempt(() -> gathering.serial(JsonText.of(json)), gathering::remark);
            case "version" -> json.attempt(() -> gathering.version(JsonText.scalar(json)), gathering::remark);
            case "metadata" -> json.attempt(() -> json.object(this::metadata), gathering::remark);
            case "components" -> json.attempt(components::list, gathering::problem);
            case "dependencies" ->
                json.attempt(
                        () -> json.array(() -> json.attempt(this::dependency, gathering::remark)), gathering::remark);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void format() {
        format = json.string();
        if (!format.equals("CycloneDX")) {
            throw json.refused(Kind.FORMAT, "\"CycloneDX\"");
        }
    }

    private void version() {
        version = json.string();
        if (!Versions.known(version)) {
            refused = json.refused(Kind.VERSION, Versions.EXPECTED);
        }
    }

    /// @throws Refused when it is of a version that is not read
    public Sbom sbom() {
        if (refused != null) {
            throw refused;
        }
        if (version == null) {
            throw json.refused(Kind.MISSING, "a \"specVersion\"", "");
        }
        return gathering.sbom(Format.CYCLONEDX_JSON, version);
    }

    private void metadata(String name) {
        switch (name) {
            case "timestamp" -> json.attempt(() -> gathering.made(json.instant()), gathering::remark);
            case "component" -> json.attempt(this::subject, gathering::remark);
            case "tools" -> json.attempt(this::tools, gathering::remark);
            default -> json.skip();
        }
    }

    private void subject() {
        gathering.subject(components.draft());
    }

    /// A list of tools up to 1.4, components and services since.
    private void tools() {
        if (json.isArray()) {
            toolsIn();
            return;
        }
        json.object(name -> {
            if (name.equals("components") || name.equals("services")) {
                toolsIn();
            } else {
                json.skip();
            }
        });
    }

    private void toolsIn() {
        json.array(() -> json.attempt(this::tool, gathering::remark));
    }

    private void tool() {
        Place place = JsonText.place(json);
        @Nullable String[] found = new @Nullable String[3];
        json.object(name -> {
            switch (name) {
                case "vendor", "group", "publisher" -> found[0] = found[0] == null ? JsonText.of(json) : found[0];
                case "supplier", "manufacturer", "provider" -> {
                    String named = JsonText.member(json, "name");
                    found[0] = found[0] == null ? named : found[0];
                }
                case "name" -> found[1] = JsonText.of(json);
                case "version" -> found[2] = JsonText.of(json);
                default -> json.skip();
            }
        });
        if (found[1] != null) {
            gathering.tool(new Tool(found[0], found[1], found[2]), place);
        }
    }

    private void dependency() {
        Place place = JsonText.place(json);
        @Nullable String[] from = new @Nullable String[1];
        List<String> dependsOn = new ArrayList<>();
        List<String> provides = new ArrayList<>();
        json.object(name -> {
            switch (name) {
                case "ref" -> from[0] = JsonText.of(json);
                case "dependsOn" -> json.array(() -> dependsOn.add(JsonText.of(json)));
                case "provides" -> json.array(() -> provides.add(JsonText.of(json)));
                default -> json.skip();
            }
        });
        if (from[0] == null) {
            throw place.refused(Kind.MISSING, "a \"ref\"", "");
        }
        String ref = from[0];
        dependsOn.forEach(to -> gathering.edge(new Edge(ref, to, Edge.Kind.DEPENDS_ON), place));
        provides.forEach(to -> gathering.edge(new Edge(ref, to, Edge.Kind.PROVIDES), place));
    }
}
