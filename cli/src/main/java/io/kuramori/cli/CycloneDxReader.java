package io.kuramori.cli;

import io.kuramori.engine.matching.Component;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/// Reads the components of a CycloneDX JSON document as a stream, nested ones too. Depth, size and number of components
/// are bounded; whatever could not be read is told, with its place.
final class CycloneDxReader {

    private static final int MAX_COMPONENTS = 1_000_000;
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxDocumentLength(1L << 30)
                    .maxNestingDepth(256)
                    .maxStringLength(16 << 20)
                    .build())
            .build();

    /// @param components what was read before the first error, if there was one
    record Bom(List<Located> components, List<Skipped> skipped) {}

    /// A component and where it stands.
    record Located(Component component, String file, String pointer) {}

    private final String file;
    private final List<Located> components = new ArrayList<>();
    private final List<Skipped> skipped = new ArrayList<>();
    private boolean cycloneDx;

    private CycloneDxReader(String file) {
        this.file = file;
    }

    static Bom read(Path path) {
        CycloneDxReader reader = new CycloneDxReader(path.toString());
        try (InputStream input = Files.newInputStream(path);
                JsonParser json = JSON.createParser(ObjectReadContext.empty(), input)) {
            reader.document(json);
        } catch (IOException e) {
            reader.skipped.add(new Skipped(reader.file, "", "cannot be read: " + e));
        }
        return new Bom(List.copyOf(reader.components), List.copyOf(reader.skipped));
    }

    private void document(JsonParser json) {
        try {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                skipped.add(new Skipped(file, "", "a CycloneDX document is a JSON object"));
                return;
            }
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String name = json.currentName();
                json.nextToken();
                switch (name) {
                    case "bomFormat" -> cycloneDx = "CycloneDX".equals(text(json));
                    case "components" -> list(json);
                    default -> json.skipChildren();
                }
            }
            if (!cycloneDx) {
                skipped.add(new Skipped(file, "/bomFormat", "expected \"CycloneDX\""));
                components.clear();
            }
        } catch (JacksonException e) {
            skipped.add(new Skipped(file, pointer(json), e.getOriginalMessage()));
        }
    }

    private void list(JsonParser json) {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            skipped.add(new Skipped(file, pointer(json), "expected an array"));
            json.skipChildren();
            return;
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() != JsonToken.START_OBJECT) {
                skipped.add(new Skipped(file, pointer(json), "expected a component"));
                json.skipChildren();
            } else {
                component(json);
            }
        }
    }

    private void component(JsonParser json) {
        String at = json.streamReadContext().getParent().pathAsPointer().toString();
        String purl = null;
        String cpe = null;
        String group = null;
        String name = null;
        String version = null;
        String supplier = null;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "purl" -> purl = text(json);
                case "cpe" -> cpe = text(json);
                case "group" -> group = text(json);
                case "name" -> name = text(json);
                case "version" -> version = text(json);
                case "supplier" -> supplier = nameOf(json);
                case "components" -> list(json);
                default -> json.skipChildren();
            }
        }
        if (name == null || name.isBlank()) {
            skipped.add(new Skipped(file, at, "a component has a name"));
        } else if (components.size() >= MAX_COMPONENTS) {
            skipped.add(new Skipped(file, at, "beyond the first " + MAX_COMPONENTS + " components"));
        } else {
            String whole = group == null || group.isBlank() ? name : group + "/" + name;
            components.add(new Located(new Component(purl, cpe, whole, version, supplier), file, at));
        }
    }

    private static @Nullable String nameOf(JsonParser json) {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return null;
        }
        String name = null;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String field = json.currentName();
            json.nextToken();
            if (field.equals("name")) {
                name = text(json);
            } else {
                json.skipChildren();
            }
        }
        return name;
    }

    /// The string the parser stands on; null for anything else, which is passed over.
    private static @Nullable String text(JsonParser json) {
        if (json.currentToken() == JsonToken.VALUE_STRING) {
            return json.getString();
        }
        json.skipChildren();
        return null;
    }

    private static String pointer(JsonParser json) {
        return json.streamReadContext().pathAsPointer().toString();
    }
}
